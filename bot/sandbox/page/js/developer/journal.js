/** A list that grows: calls or updates, newest first, each opening to its raw JSON. */

import { el, fill } from "../dom.js";
import { gathered } from "../signal.js";
import { jsonView } from "./json.js";

const MOST_KEPT = 400;
const MOST_SHOWN = 150;

export class Journal {
  #entries = [];
  #last = 0;
  #open = new Set();
  #reading = false;
  refresh = gathered(() => this.#read(), 150);

  /** read(since) → entries with a rising `n`; row(entry) → {title, note, failed, detail}; belongs(entry) filters. */
  constructor({ label, read, row, belongs }) {
    Object.assign(this, { read, row, belongs });
    this.element = el("div", { class: "journal", role: "log", "aria-label": label });
  }

  draw() {
    const shown = this.#entries.filter((entry) => this.belongs(entry)).slice(-MOST_SHOWN).reverse();
    if (shown.length === 0) return fill(this.element, el("p", { class: "journal-empty" }, "Nothing yet"));
    return fill(this.element, shown.map((entry) => this.#row(entry)));
  }

  #row(entry) {
    const { title, note, failed, detail } = this.row(entry);
    const box = el("details", { class: failed ? "entry failed" : "entry", open: this.#open.has(entry.n) },
      el("summary", {}, el("span", { class: "entry-number" }, `#${entry.n}`), el("span", { class: "entry-title cut" }, title), el("span", { class: "entry-note cut" }, note)));
    const showDetail = () => box.childElementCount === 1 && box.append(detail().map(([name, value]) => el("section", {}, el("h4", {}, name), jsonView(value))).reduce((all, part) => (all.append(part), all), el("div")));
    if (box.open) showDetail();
    box.addEventListener("toggle", () => {
      if (!box.open) return this.#open.delete(entry.n);
      this.#open.add(entry.n);
      return showDetail();
    });
    return box;
  }

  async #read() {
    if (this.#reading) return this.refresh();
    this.#reading = true;
    try {
      const answer = await this.read(this.#last);
      const fresh = (Array.isArray(answer) ? answer : Object.values(answer)[0]).filter((entry) => entry.n > this.#last || entry.n === 0);
      this.#entries = [...this.#entries, ...fresh].slice(-MOST_KEPT);
      this.#last = this.#entries.at(-1)?.n ?? 0;
      this.draw();
    } catch (error) {
      fill(this.element, el("p", { class: "journal-empty" }, error.message));
    } finally {
      this.#reading = false;
    }
    return undefined;
  }
}
