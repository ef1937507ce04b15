/** Presses waiting for the bot's answer: the spinner with its seconds, then the toast, the box or the link. */

import { api } from "../api.js";
import { el } from "../dom.js";
import { follow } from "../links/follow.js";
import { alertBox } from "../popups/dialog.js";

const LOOK_MS = 1000;
/** Telegram itself forgets a query long before this; a spinner turning longer would only say the same. */
const GIVE_UP_SECONDS = 120;

export class Presses {
  #pending = new Map();
  #timer = null;
  #off;

  constructor(view) {
    this.view = view;
    this.#off = view.world.answered.on((event) => this.#look(event.callback_query_id ?? event.id));
  }

  async press(message, button, position, node) {
    const key = keyOf(message, button, position);
    if (this.#pending.has(key)) return;
    const press = { since: Date.now(), query: null, node };
    this.#pending.set(key, press);
    this.#show(press);
    const answer = await this.view.act("press", {
      message_id: message.message_id,
      label: button.text,
      ...(button.data ? { data: button.data } : {}),
    });
    if (answer === null) return this.#end(key);
    press.query = answer.callback_query_id;
    this.#timer ??= setInterval(() => this.#tick(), LOOK_MS);
    this.#look(press.query);
  }

  /** A rebuilt button takes over the wait of the one it replaced. */
  adopt(message, button, position, node) {
    const press = this.#pending.get(keyOf(message, button, position));
    if (!press) return;
    press.node = node;
    this.#show(press);
  }

  /** Spinners of messages that are gone turn for nobody. */
  forget(messages) {
    const alive = new Set(messages.map((message) => String(message.message_id)));
    for (const [key, press] of this.#pending) if (!alive.has(key.split("|")[0])) press.node = null;
  }

  leave() {
    this.#off();
    clearInterval(this.#timer);
  }

  #tick() {
    for (const [key, press] of this.#pending) {
      this.#show(press);
      if (secondsOf(press) > GIVE_UP_SECONDS) this.#end(key);
      else if (press.query) this.#look(press.query);
    }
    if (this.#pending.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  async #look(query) {
    for (const [key, press] of [...this.#pending]) {
      if (press.query === null || (query !== undefined && press.query !== query)) continue;
      const answer = await api.answer(press.query).catch(() => null);
      if (!answer?.answered || !this.#pending.has(key)) continue;
      this.#end(key);
      this.#tell(answer);
    }
  }

  #tell(answer) {
    if (answer.url) follow(this.view.column, answer.url);
    else if (answer.text && answer.show_alert) alertBox(this.view.screen.bot.first_name, answer.text);
    else if (answer.text) this.view.toasts.show(answer.text);
  }

  #end(key) {
    const press = this.#pending.get(key);
    this.#pending.delete(key);
    press?.node?.removeAttribute("aria-busy");
    press?.node?.querySelector(".key-wait")?.remove();
  }

  #show(press) {
    if (!press.node) return;
    press.node.setAttribute("aria-busy", "true");
    const seconds = secondsOf(press);
    const wait =
      press.node.querySelector(".key-wait") ?? press.node.appendChild(el("span", { class: "key-wait" }));
    wait.textContent = seconds >= 1 ? `${seconds} s` : "";
  }
}

function keyOf(message, button, position) {
  return `${message.message_id}|${position}|${button.text}`;
}

function secondsOf(press) {
  return Math.floor((Date.now() - press.since) / 1000);
}
