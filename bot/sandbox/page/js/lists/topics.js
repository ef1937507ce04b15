/** The topics of a forum, General first, each with the colour its creator gave it. */

import { el, fill, name, walk } from "../dom.js";
import { icon } from "../icons.js";

export class TopicList {
  constructor(column, chat, view) {
    this.column = column;
    this.chat = chat;
    this.view = view;
    this.rows = el("nav", {
      class: "rows",
      "aria-label": "Topics",
      on: { keydown: (event) => this.#keys(event) },
    });
    const back = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "All chats",
        on: { click: () => column.backToChats() },
      },
      icon("back"),
    );
    this.element = el(
      "div",
      { class: "list" },
      el("header", { class: "list-header" }, back, el("h2", { class: "cut" }, name(chat.title))),
      this.rows,
    );
    view.screenRead.on((screen) => this.#draw(screen.topics));
  }

  #draw(topics) {
    const focused = this.rows.contains(document.activeElement) ? document.activeElement.dataset.topic : null;
    const general = (topic) => Number(isGeneral(topic));
    const shown = topics.filter((topic) => !topic.hidden).sort((one, other) => general(other) - general(one));
    fill(
      this.rows,
      shown.map((topic) => this.#row(topic)),
    );
    if (focused) this.rows.querySelector(`[data-topic="${focused}"]`)?.focus();
  }

  #row(topic) {
    const thread = isGeneral(topic) ? null : topic.id;
    return el(
      "button",
      {
        class: "row topic",
        type: "button",
        data: { topic: topic.id ?? 0 },
        "aria-current": thread === this.view.thread ? "true" : null,
        on: { click: () => this.column.open(this.chat.id, { thread }) },
      },
      topicIcon(topic),
      name(topic.name, "row-title cut"),
      topic.closed && closedMark(),
      el("span", { class: "spacer" }),
      topic.unread > 0 &&
        el("span", { class: "badge" }, topic.unread, el("span", { class: "sr-only" }, " unread")),
    );
  }

  #keys(event) {
    walk(event, [...this.rows.children], { back: ["ArrowUp"], forth: ["ArrowDown"] });
  }
}

/** General has no thread id on the wire; sandboxes and old clients also show it as 0 or 1. */
export function isGeneral(topic) {
  return topic.id === null || topic.id === 0 || topic.id === 1;
}

export function topicIcon(topic) {
  if (isGeneral(topic)) return el("span", { class: "topic-icon general", "aria-hidden": "true" }, "#");
  const letter = topic.icon_emoji ?? topic.name.match(/\p{L}|\p{N}/u)?.[0] ?? "#";
  const colour = `#${(topic.icon_color ?? 0x6fb9f0).toString(16).padStart(6, "0")}`;
  return el(
    "span",
    { class: "topic-icon", style: { "--topic": colour }, "aria-hidden": "true" },
    letter.toUpperCase(),
  );
}

function closedMark() {
  return el("span", { class: "closed", role: "img", "aria-label": "closed" }, icon("lock"));
}
