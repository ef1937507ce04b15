/** The list of one person's chats, the bot's first, with the last line and unread counts. */

import { el, fill, name, walk } from "../dom.js";
import { chatAvatar } from "../identity.js";
import { icon } from "../icons.js";
import { askForLink } from "../links/ask.js";
import { listTime } from "../time.js";

export class ChatList {
  #off;
  #current = null;

  constructor(column) {
    this.column = column;
    this.rows = el("nav", {
      class: "rows",
      "aria-label": "Chats",
      on: { keydown: (event) => this.#keys(event) },
    });
    const link = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Open a t.me link",
        title: "Open a t.me link",
        on: { click: () => askForLink(column) },
      },
      icon("link"),
    );
    this.element = el(
      "div",
      { class: "list" },
      el("header", { class: "list-header" }, el("h2", {}, "Chats"), link),
      this.rows,
    );
    this.#off = column.world.inboxChanged.on((person) => person === column.person.id && this.#draw());
    this.#draw();
  }

  mark(chat) {
    this.#current = chat;
    this.#draw();
  }

  leave() {
    this.#off();
  }

  #draw() {
    const chats = this.column.world.inbox(this.column.person.id);
    const focused = this.rows.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    fill(
      this.rows,
      chats.map((chat) => this.#row(chat)),
    );
    if (focused) this.rows.querySelector(`[data-chat="${focused}"]`)?.focus();
  }

  #row(chat) {
    const last = chat.last;
    return el(
      "button",
      {
        class: "row",
        type: "button",
        data: { chat: chat.id },
        "aria-current": chat.id === this.#current ? "true" : null,
        on: { click: () => this.column.open(chat.id) },
      },
      chatAvatar(chat),
      el(
        "span",
        { class: "row-text" },
        el(
          "span",
          { class: "row-line" },
          name(chat.title, "row-title cut"),
          last && el("time", { class: "row-time" }, listTime(last.date)),
        ),
        el(
          "span",
          { class: "row-line" },
          el("span", { class: "row-last cut", dir: "auto" }, last ? preview(last) : "No messages yet"),
          chat.unread > 0 &&
            el("span", { class: "badge" }, chat.unread, el("span", { class: "sr-only" }, " unread")),
        ),
      ),
    );
  }

  #keys(event) {
    walk(event, [...this.rows.children], { back: ["ArrowUp"], forth: ["ArrowDown"] });
  }
}

function preview(last) {
  return `${last.outgoing ? "You: " : ""}${(last.text || "…").replaceAll("\n", " ").slice(0, 120)}`;
}
