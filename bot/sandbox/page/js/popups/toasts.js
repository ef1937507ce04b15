/** Short notices over one person's chat; they leave by themselves and a screen reader hears them politely. */

import { el } from "../dom.js";

const SHOWN_MS = 4200;
const MOST_AT_ONCE = 3;

export class Toasts {
  constructor() {
    this.element = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
  }

  show(text, { failed = false } = {}) {
    const toast = el(
      "div",
      { class: failed ? "toast failed" : "toast", dir: "auto", on: { click: () => toast.remove() } },
      text,
    );
    while (this.element.children.length >= MOST_AT_ONCE) this.element.firstChild.remove();
    this.element.append(toast);
    setTimeout(() => toast.remove(), SHOWN_MS);
  }

  fail(error) {
    this.show(error.message, { failed: true });
  }
}
