/** The list above the input: arrows move the choice while the focus stays in the text, Enter or Tab takes it. */

import { el, fill } from "../dom.js";

let listCount = 0;

export class Suggestions {
  #rows = [];
  #chosen = 0;

  /** marked(id or null) tells the input which row a screen reader should name. */
  constructor(marked) {
    this.marked = marked;
    this.id = `suggestions-${(listCount += 1)}`;
    this.element = el("div", {
      class: "suggestions",
      id: this.id,
      role: "listbox",
      "aria-label": "Suggestions",
      hidden: true,
    });
  }

  /** rows: [{content, take, className?}]; an empty list with a note shows the note. */
  show(rows, note = null, chosen = 0) {
    this.#rows = rows;
    this.#chosen = chosen;
    this.element.hidden = rows.length === 0 && note === null;
    fill(
      this.element,
      note && el("p", { class: "suggestion-note" }, note),
      rows.map((row, index) =>
        el(
          "div",
          {
            class: `suggestion ${row.className ?? ""}`,
            role: "option",
            id: `${this.id}-${index}`,
            on: { pointerdown: (event) => event.preventDefault(), click: () => this.#take(index) },
          },
          row.content,
        ),
      ),
    );
    this.#mark();
  }

  hide() {
    if (!this.element.hidden) this.show([]);
  }

  get open() {
    return !this.element.hidden && this.#rows.length > 0;
  }

  /** True when the key belonged to the list. */
  key(event) {
    if (this.element.hidden) return false;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.hide();
      return true;
    }
    if (!this.open) return false;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      this.#chosen = (this.#chosen + step + this.#rows.length) % this.#rows.length;
      this.#mark();
    } else if ((event.key === "Enter" && !event.shiftKey) || (event.key === "Tab" && !event.shiftKey)) {
      this.#take(this.#chosen);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  #take(index) {
    const row = this.#rows[index];
    this.hide();
    row.take();
  }

  #mark() {
    this.marked(this.open ? `${this.id}-${this.#chosen}` : null);
    [...this.element.querySelectorAll("[role=option]")].forEach((node, index) => {
      node.setAttribute("aria-selected", String(index === this.#chosen));
      if (index === this.#chosen && this.open) node.scrollIntoView({ block: "nearest" });
    });
  }
}
