/** The bot's own keyboard in place of letters: shown when sent, hidden by its toggle or after one use. */

import { el, fill } from "../dom.js";
import { icon } from "../icons.js";
import { shareContact } from "../chat/menu.js";

const UNKNOWN_REQUESTS = ["request_location", "request_poll", "request_users", "request_chat", "web_app"];

export class ReplyKeyboard {
  #given = null;
  #known = "";

  constructor(view) {
    this.view = view;
    this.toggle = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Bot keyboard",
        "aria-expanded": "false",
        hidden: true,
        on: { click: () => this.#show(this.element.hidden) },
      },
      icon("keyboard"),
    );
    this.element = el("div", {
      class: "reply-keys",
      role: "group",
      "aria-label": "Bot keyboard",
      hidden: true,
    });
  }

  update(given) {
    const signature = JSON.stringify(given ?? null);
    if (signature === this.#known) return;
    this.#known = signature;
    this.#given = given?.keyboard?.length ? given : null;
    this.toggle.hidden = this.#given === null;
    this.element.classList.toggle("resized", Boolean(this.#given?.resize));
    fill(
      this.element,
      (this.#given?.keyboard ?? []).map((row) =>
        el(
          "div",
          { class: "keys-row" },
          row.map((button) => this.#key(button)),
        ),
      ),
    );
    this.#show(this.#given !== null);
  }

  #show(shown) {
    this.element.hidden = !shown;
    this.toggle.setAttribute("aria-expanded", String(shown));
  }

  #key(button) {
    return el(
      "button",
      {
        class: "key",
        type: "button",
        title: button.text,
        data: { style: button.style || "default" },
        on: { click: () => this.#press(button) },
      },
      el("span", { class: "key-text", dir: "auto" }, button.text),
    );
  }

  async #press(button) {
    if (UNKNOWN_REQUESTS.some((request) => request in button))
      return this.view.toasts.show("The sandbox cannot answer this request", { failed: true });
    if (button.request_contact) await shareContact(this.view);
    else await this.view.send(button.text);
    this.view.log.stick();
    return this.#given?.one_time && this.#show(false);
  }
}
