/** A list that grows: calls or updates, newest first, each opening to its raw JSON. */

import { append, el, fill } from "../dom.js";
import { gathered } from "../signal.js";
import { jsonView } from "./json.js";

const MOST_KEPT = 400;
const MOST_SHOWN = 150;

export class Journal {
  #entries = [];
  #open = new Set();
  #reading = false;
  refresh = gathered(() => this.#read(), 150);

  /** read(since) → entries with a rising `n`; done(entry) says it changes no more; belongs(entry) filters. */
  constructor({ label, read, row, done, belongs }) {
    Object.assign(this, { read, row, done, belongs });
    this.element = el("div", { class: "journal", role: "log", "aria-label": label });
  }

  draw() {
    const shown = this.#entries
      .filter((entry) => this.belongs(entry))
      .slice(-MOST_SHOWN)
      .reverse();
    if (shown.length === 0) return fill(this.element, el("p", { class: "journal-empty" }, "Nothing yet"));
    return fill(
      this.element,
      shown.map((entry) => this.#row(entry)),
    );
  }

  #row(entry) {
    const { title, note, failed, detail } = this.row(entry);
    const box = el(
      "details",
      { class: failed ? "entry failed" : "entry", open: this.#open.has(entry.n) },
      el(
        "summary",
        {},
        el("span", { class: "entry-number" }, `#${entry.n}`),
        el("span", { class: "entry-title cut" }, title),
        el("span", { class: "entry-note cut" }, note),
      ),
    );
    const showDetail = () =>
      box.childElementCount === 1 &&
      append(
        box,
        detail().map(([name, value]) => [el("h4", {}, name), jsonView(value)]),
      );
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
      const fresh = await this.read(this.#settledUpTo());
      const merged = new Map([...this.#entries, ...fresh].map((entry) => [entry.n, entry]));
      this.#entries = [...merged.values()].sort((one, other) => one.n - other.n).slice(-MOST_KEPT);
      this.draw();
    } catch (error) {
      fill(this.element, el("p", { class: "journal-empty" }, error.message));
    } finally {
      this.#reading = false;
    }
    return undefined;
  }

  /** Entries still in flight are read again, so that their end is seen. */
  #settledUpTo() {
    const waiting = this.#entries.find((entry) => !this.done(entry));
    return waiting ? waiting.n - 1 : (this.#entries.at(-1)?.n ?? 0);
  }
}
