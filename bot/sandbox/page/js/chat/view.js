/** One open chat of one person: reads its screen from the sandbox and hands it to the parts that show it. */

import { api } from "../api.js";
import { el } from "../dom.js";
import { gathered, signal } from "../signal.js";
import { isGeneral } from "../lists/topics.js";
import { ChatHeader } from "./header.js";
import { Footer } from "./footer.js";
import { MessageLog } from "./log.js";
import { PinnedBar } from "./pinned.js";

export class ChatView {
  screen = null;
  screenRead = signal();
  #offs = [];
  #gone = false;
  #reread = gathered(() => this.#read());

  constructor(column, { chat, forum, thread, start, message }) {
    Object.assign(this, { column, world: column.world, person: column.person, chat, forum, thread, message });
    this.toasts = column.toasts;
    this.pendingStart = start;
    this.developer = column.showsHistory ?? false;
    this.header = new ChatHeader(this);
    this.pinned = new PinnedBar(this);
    this.log = new MessageLog(this);
    this.footer = new Footer(this);
    this.element = el(
      "section",
      { class: "chat", "aria-label": "Chat", data: { chat } },
      this.header.element,
      this.pinned.element,
      this.log.element,
      this.footer.element,
    );
    this.#offs.push(this.world.chatTouched.on((event) => this.#concerns(event) && this.#reread()));
    this.#read();
  }

  /** Does something as this person, in this chat; a refusal is shown and told to the caller as null. */
  async act(verb, body = {}) {
    try {
      const answer = await api.act(this.person.id, verb, { chat: this.chat, ...body });
      this.#reread();
      return answer ?? {};
    } catch (error) {
      this.toasts.fail(error);
      return null;
    }
  }

  send(text, more = {}) {
    return this.act("send", { text, ...this.address(), ...more });
  }

  /** Where in a forum a message goes; General is the absence of a thread. */
  address() {
    return this.forum && this.thread !== null ? { thread: this.thread } : {};
  }

  messages() {
    const all = this.screen?.messages ?? [];
    return this.forum ? all.filter((message) => this.#inThread(message)) : all;
  }

  topic() {
    return (
      this.screen?.topics?.find((topic) =>
        isGeneral(topic) ? this.thread === null : topic.id === this.thread,
      ) ?? null
    );
  }

  showHistory(shown) {
    this.developer = shown;
    this.column.showsHistory = shown;
    this.screenRead.emit(this.screen);
  }

  leave() {
    this.#gone = true;
    this.log.leave();
    this.header.leave();
    for (const off of this.#offs) off();
  }

  async #read() {
    try {
      const screen = await api.chat(this.person.id, this.chat);
      if (this.#gone) return;
      this.screen = screen;
      this.forum = Boolean(screen.chat.is_forum);
      this.screenRead.emit(screen);
    } catch (error) {
      if (!this.#gone && this.world.live) this.toasts.fail(error);
    }
  }

  #inThread(message) {
    const general = message.thread === null || message.thread === undefined || message.thread === 1;
    return this.thread === null ? general : message.thread === this.thread;
  }

  /** A private chat's id is the person's own, so the chat alone tells whose screen changed. */
  #concerns(event) {
    const chat = event.chat ?? null;
    if (chat !== null) return Number(chat) === this.chat;
    return event.user === undefined || event.user === null || event.user === this.person.id;
  }
}
