/** The bar on top of a chat: who it is, what the bot is doing right now, and the menu. */

import { el, fill, name } from "../dom.js";
import { icon } from "../icons.js";
import { chatAvatar } from "../identity.js";
import { topicIcon } from "../lists/topics.js";
import { sandboxNow } from "../time.js";
import { openChatMenu } from "./menu.js";

const ACTIONS = {
  typing: "typing…",
  upload_photo: "sending a photo…",
  upload_document: "sending a file…",
  upload_voice: "sending a voice message…",
  record_voice: "recording a voice message…",
  choose_sticker: "choosing a sticker…",
  find_location: "locating…",
};

export class ChatHeader {
  #timer = null;

  constructor(view) {
    this.view = view;
    this.face = el("span", { class: "header-face" });
    this.title = el("h2", { class: "header-title" });
    this.status = el("p", { class: "header-status cut", role: "status" });
    const back = el(
      "button",
      {
        class: "icon-button back",
        type: "button",
        "aria-label": "Back to the list",
        on: { click: () => view.column.backToList() },
      },
      icon("back"),
    );
    const menu = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Chat menu",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        on: { click: () => openChatMenu(view, menu) },
      },
      icon("menu"),
    );
    this.element = el(
      "header",
      { class: "chat-header" },
      back,
      this.face,
      el("div", { class: "header-text" }, this.title, this.status),
      menu,
    );
    view.screenRead.on((screen) => this.#draw(screen));
  }

  leave() {
    clearTimeout(this.#timer);
  }

  #draw(screen) {
    const topic = this.view.forum ? this.view.topic() : null;
    fill(this.face, topic ? topicIcon(topic) : chatAvatar(screen.chat, "medium"));
    const isBot = screen.chat.type === "private";
    const title = topic ? topic.name : (screen.chat.title ?? screen.bot.first_name);
    fill(this.title, name(title), isBot && el("span", { class: "bot-badge" }, "bot"));
    this.view.element.setAttribute("aria-label", `Chat: ${title}`);
    this.#drawStatus(screen);
  }

  /** An action fades by itself when its time is over, without another word from the sandbox. */
  #drawStatus(screen) {
    clearTimeout(this.#timer);
    const here = screen.action && (!this.view.forum || (screen.action.thread ?? null) === this.view.thread);
    const left_ms = here ? screen.action.until * 1000 - sandboxNow().getTime() : 0;
    this.status.classList.toggle("acting", left_ms > 0);
    if (left_ms > 0) {
      fill(this.status, ACTIONS[screen.action.action] ?? "working…");
      this.#timer = setTimeout(
        () => this.#drawStatus({ ...screen, action: null }),
        Math.min(left_ms, 10_000),
      );
      return;
    }
    fill(this.status, this.#quiet(screen));
  }

  #quiet(screen) {
    if (this.view.forum) return screen.chat.title;
    if (screen.chat.type === "private") return screen.bot.short_description || `@${screen.bot.username}`;
    const known = this.view.world.state.chats.find((chat) => chat.id === this.view.chat);
    const members = known?.members?.length ?? 0;
    const word = screen.chat.type === "channel" ? "subscriber" : "member";
    return members ? `${members} ${word}${members === 1 ? "" : "s"}` : screen.chat.type;
  }
}
