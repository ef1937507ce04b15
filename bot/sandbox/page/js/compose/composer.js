/** The input of a chat: writes, answers, changes; commands, inline results and files have files of their own. */

import { el, fill, name } from "../dom.js";
import { icon } from "../icons.js";
import { summary } from "../chat/pinned.js";
import { Attachments } from "./attachments.js";
import { Commands } from "./commands.js";
import { InlineMode } from "./inline-mode.js";
import { ReplyKeyboard } from "./reply-keyboard.js";
import { Suggestions } from "./suggestions.js";

const LONGEST_TEXT = 4096;

export class Composer {
  #about = null;

  constructor(view) {
    this.view = view;
    this.suggestions = new Suggestions((id) => {
      if (id === null) this.input.removeAttribute("aria-activedescendant");
      else this.input.setAttribute("aria-activedescendant", id);
    });
    this.inline = new InlineMode(view, this.suggestions, () => this.write(""));
    this.commands = new Commands(view, this.suggestions, (text) => this.#sendText(text));
    this.attachments = new Attachments(view, () => this.#takeReply());
    this.keyboard = new ReplyKeyboard(view);
    this.strip = el("div", { class: "composing-about", hidden: true });
    this.input = el("textarea", {
      rows: "1",
      dir: "auto",
      "aria-label": "Message",
      placeholder: "Message",
      maxlength: LONGEST_TEXT,
      autocomplete: "off",
      "aria-controls": this.suggestions.id,
      "aria-autocomplete": "list",
      on: {
        input: () => this.#typed(),
        keydown: (event) => this.#keys(event),
        paste: (event) => this.attachments.paste(event),
      },
    });
    this.sendButton = el(
      "button",
      {
        class: "icon-button send",
        type: "button",
        "aria-label": "Send",
        disabled: true,
        on: { click: () => this.#send() },
      },
      icon("send"),
    );
    this.element = el(
      "div",
      { class: "composer" },
      this.suggestions.element,
      this.strip,
      el(
        "div",
        { class: "composer-row" },
        this.commands.button,
        this.attachments.button,
        this.input,
        this.keyboard.toggle,
        this.sendButton,
      ),
      this.keyboard.element,
    );
    this.attachments.acceptDrops();
  }

  update(screen) {
    this.commands.update(screen);
    this.keyboard.update(screen.reply_keyboard);
    this.#forceReply(screen);
    this.input.placeholder =
      screen.reply_keyboard?.placeholder || (screen.chat.type === "channel" ? "Broadcast" : "Message");
  }

  reply(message) {
    this.#setAbout({ kind: "reply", message });
    this.input.focus();
  }

  edit(message) {
    this.#setAbout({ kind: "edit", message });
    this.write(message.text ?? message.caption ?? "");
  }

  write(text) {
    this.input.value = text;
    this.#typed();
    this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
  }

  #typed() {
    const text = this.input.value;
    this.sendButton.disabled = text.trim() === "";
    if (this.#about?.kind === "edit") return this.suggestions.hide();
    return this.inline.typed(text) || this.commands.typed(text);
  }

  #keys(event) {
    if (event.isComposing) return;
    if (this.suggestions.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.#about) {
      event.stopPropagation();
      this.#cancelAbout();
    } else if (event.key === "ArrowUp" && this.input.value === "" && !this.#about) {
      const own = this.view.messages().findLast((message) => message.outgoing && message.text);
      if (!own) return;
      event.preventDefault();
      this.edit(own);
    }
  }

  async #send() {
    const text = this.input.value.trim();
    if (text === "") return;
    if (this.#about?.kind === "edit") {
      const { message } = this.#about;
      const field = message.text === null || message.text === undefined ? "caption" : "text";
      if (await this.view.act("edit", { message_id: message.message_id, [field]: text })) this.#cancelAbout();
      return;
    }
    if (await this.#sendText(text)) this.write("");
  }

  #sendText(text) {
    this.view.log.stick();
    return this.view.send(text, this.#takeReply());
  }

  /** What is being answered goes with the next message once, whatever kind it is. */
  #takeReply() {
    if (this.#about?.kind !== "reply") return {};
    const reply = { reply_to: this.#about.message.message_id };
    this.#setAbout(null);
    return reply;
  }

  #cancelAbout() {
    const wasEdit = this.#about?.kind === "edit";
    this.#setAbout(null);
    if (wasEdit) this.write("");
  }

  #setAbout(about) {
    this.#about = about;
    this.strip.hidden = about === null;
    if (about === null) return;
    const title =
      about.kind === "edit"
        ? "Edit message"
        : [
            "Reply to ",
            name(about.message.outgoing ? "yourself" : (about.message.from?.name ?? "channel"), ""),
          ];
    fill(
      this.strip,
      icon(about.kind),
      el(
        "span",
        { class: "composing-about-text" },
        el("b", { class: "cut" }, title),
        el("span", { class: "cut", dir: "auto" }, summary(about.message)),
      ),
      el(
        "button",
        {
          class: "icon-button",
          type: "button",
          "aria-label": "Cancel",
          on: { click: () => this.#cancelAbout() },
        },
        icon("close"),
      ),
    );
  }

  /** A bot may ask for an answer to its last message; the strip then comes up by itself, once per message. */
  #forceReply(screen) {
    if (!screen.reply_keyboard?.force_reply) return;
    const wanted = screen.reply_keyboard.message_id;
    const asked = this.view.messages().findLast((message) => message.message_id === wanted);
    if (!asked || asked.message_id === this.forcedFor) return;
    this.forcedFor = asked.message_id;
    this.#setAbout({ kind: "reply", message: asked });
  }
}
