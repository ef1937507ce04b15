/** The bar of pinned messages: each press jumps to the one shown and brings up the one before it. */

import { el, fill } from "../dom.js";
import { icon } from "../icons.js";

export class PinnedBar {
  #index = 0;
  #pinned = [];

  constructor(view) {
    this.view = view;
    this.label = el("span", { class: "pinned-label" });
    this.text = el("span", { class: "cut", dir: "auto" });
    this.element = el(
      "button",
      { class: "pinned", type: "button", hidden: true, on: { click: () => this.#jump() } },
      icon("pin"),
      el("span", { class: "pinned-text" }, this.label, this.text),
    );
    view.screenRead.on(() => this.#draw());
  }

  #draw() {
    const shown = new Map(this.view.messages().map((message) => [message.message_id, message]));
    const ids = [...(this.view.screen.pinned ?? [])].sort((one, other) => other - one);
    this.#pinned = ids.filter((id) => shown.has(id)).map((id) => shown.get(id));
    this.element.hidden = this.#pinned.length === 0;
    if (this.#pinned.length === 0) return;
    this.#index %= this.#pinned.length;
    const message = this.#pinned[this.#index];
    const position = this.#pinned.length > 1 ? ` ${this.#index + 1} of ${this.#pinned.length}` : "";
    fill(this.label, `Pinned message${position}`);
    fill(this.text, summary(message));
  }

  #jump() {
    this.view.log.jump(this.#pinned[this.#index].message_id);
    this.#index += 1;
    this.#draw();
  }
}

/** One line that stands for a whole message in strips, lists and pins. */
export function summary(message) {
  const words = message.text ?? message.caption ?? message.service?.text;
  if (words) return words.replaceAll("\n", " ").slice(0, 160);
  if (message.photo) return "Photo";
  if (message.document) return message.document.file_name || "File";
  return message.voice ? "Voice message" : "Message";
}
