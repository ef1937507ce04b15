/** One person's phone: tabs to say whose it is, the list of chats, and the chat that is open. */

import { ChatView } from "./chat/view.js";
import { append, el, fill, name, walk } from "./dom.js";
import { avatar, fullName } from "./identity.js";
import { ChatList } from "./lists/chats.js";
import { TopicList } from "./lists/topics.js";
import { Toasts } from "./popups/toasts.js";

let columnCount = 0;

export class Column {
  person = null;
  #offs = [];
  #chat = null;
  #revealed = null;

  constructor(shell, world) {
    this.shell = shell;
    this.world = world;
    this.id = `column-${(columnCount += 1)}`;
    this.tabs = el("div", {
      class: "tabs",
      role: "tablist",
      "aria-label": "Whose phone",
      on: { keydown: (event) => this.#tabKeys(event), wheel: (event) => this.#wheel(event) },
    });
    this.panel = el("div", {
      class: "panel",
      role: "tabpanel",
      id: `${this.id}-panel`,
      data: { shows: "chat" },
    });
    this.toasts = new Toasts();
    this.element = append(el("section", { class: "column" }), [this.tabs, this.panel, this.toasts.element]);
    this.#offs.push(world.inboxChanged.on(() => this.drawTabs()));
  }

  show(person, chat = null) {
    this.person = person;
    this.chatList?.leave();
    this.chatList = new ChatList(this);
    this.lists = el("aside", { class: "lists", "aria-label": "Chats" });
    fill(this.panel, this.lists);
    this.drawTabs();
    this.open(chat ?? person.id);
  }

  /** Opens a chat; a forum opens on its topics unless one is named, exactly one view is alive per column. */
  open(chat, { thread = undefined, start = null, message = null } = {}) {
    this.#chat?.leave();
    const known = this.world.inbox(this.person.id).find((one) => one.id === chat);
    const forum = Boolean(known?.is_forum);
    this.#chat = new ChatView(this, { chat, forum, thread: forum ? (thread ?? null) : null, start, message });
    const left = forum ? new TopicList(this, known, this.#chat).element : this.chatList.element;
    fill(this.lists, left);
    fill(this.panel, this.lists, this.#chat.element);
    this.panel.dataset.shows = forum && thread === undefined ? "list" : "chat";
    this.chatList.mark(chat);
  }

  backToList() {
    this.panel.dataset.shows = "list";
    this.lists.querySelector("[aria-current=true], button")?.focus();
  }

  backToChats() {
    fill(this.lists, this.chatList.element);
    this.panel.dataset.shows = "list";
    this.chatList.element.querySelector("[aria-current=true], button")?.focus();
  }

  get chat() {
    return this.#chat;
  }

  leave() {
    this.#chat?.leave();
    this.chatList?.leave();
    for (const off of this.#offs) off();
    this.element.remove();
  }

  focusTab() {
    this.tabs.querySelector("[aria-selected=true]")?.focus();
  }

  drawTabs() {
    const focused = this.tabs.contains(document.activeElement);
    const scrolled = this.tabs.scrollLeft;
    fill(
      this.tabs,
      this.world.people.map((person) => this.#tab(person)),
    );
    this.tabs.scrollLeft = scrolled;
    const selected = this.tabs.querySelector("[aria-selected=true]");
    if (!selected) return;
    this.panel.setAttribute("aria-labelledby", selected.id);
    if (focused) selected.focus({ preventScroll: true });
    if (this.#revealed !== selected.id) this.revealTab();
  }

  /** A newly chosen tab comes into view once; after that the row stays where people scrolled it. */
  revealTab() {
    const selected = this.tabs.querySelector("[aria-selected=true]");
    if (!selected || this.tabs.clientWidth === 0) return;
    this.#revealed = selected.id;
    this.tabs.scrollLeft = selected.offsetLeft - (this.tabs.clientWidth - selected.offsetWidth) / 2;
  }

  #tab(person) {
    const selected = person.id === this.person?.id;
    const unread = selected ? 0 : this.world.unread(person.id);
    return el(
      "button",
      {
        class: "tab",
        type: "button",
        role: "tab",
        id: `${this.id}-tab-${person.id}`,
        "aria-selected": String(selected),
        "aria-controls": this.panel.id,
        tabindex: selected ? "0" : "-1",
        title: `${fullName(person)}${person.username ? ` · @${person.username}` : ""} · ${person.id}`,
        on: { click: () => selected || this.#choose(person) },
      },
      avatar(person.id, fullName(person), "small"),
      name(person.first_name),
      person.persona && el("span", { class: "tab-role cut" }, person.persona),
      unread > 0 && el("span", { class: "badge" }, unread, el("span", { class: "sr-only" }, " unread")),
    );
  }

  #choose(person) {
    this.shell.choose(this, person);
    this.focusTab();
  }

  /** A mouse wheel only knows up and down; over the row of people it means left and right. */
  #wheel(event) {
    if (this.tabs.scrollWidth <= this.tabs.clientWidth || event.deltaX !== 0) return;
    event.preventDefault();
    this.tabs.scrollLeft += event.deltaY;
  }

  #tabKeys(event) {
    const tab = walk(event, [...this.tabs.children], { back: ["ArrowLeft"], forth: ["ArrowRight"] });
    tab?.click();
  }
}
