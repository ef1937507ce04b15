/** "@bot words" in the input of any chat asks the bot for results and lists them above the input. */

import { api } from "../api.js";
import { el } from "../dom.js";

const TYPING_PAUSE_MS = 300;

export class InlineMode {
  #asked = 0;
  #timer = null;

  constructor(view, suggestions, clear) {
    this.view = view;
    this.suggestions = suggestions;
    this.clear = clear;
  }

  /** True when the text is for the bot's inline mode. */
  typed(text) {
    clearTimeout(this.#timer);
    const asked = (this.#asked += 1);
    const start = `@${this.view.world.bot.username} `.toLowerCase();
    if (!text.toLowerCase().startsWith(start)) return false;
    const query = text.slice(start.length);
    this.#timer = setTimeout(() => this.#ask(query, asked), TYPING_PAUSE_MS);
    return true;
  }

  /** The sandbox answers when the bot has, or when Telegram would stop waiting. */
  async #ask(query, asked) {
    this.suggestions.show([], "Asking the bot…");
    try {
      const given = await api.act(this.view.person.id, "inline", { query, chat: this.view.chat });
      if (asked === this.#asked) this.#show(given);
    } catch (error) {
      if (asked === this.#asked) this.suggestions.show([], error.message);
    }
  }

  #show({ results, button, answered }) {
    const rows = results.map((result) => ({ content: resultRow(result), take: () => this.#choose(result) }));
    if (button) rows.unshift({ className: "start", content: button.text, take: () => this.#start(button) });
    const silence = answered ? "Nothing found" : "The bot has not answered";
    // Enter sends the first result; the start button above the results has to be chosen.
    this.suggestions.show(rows, rows.length === 0 ? silence : null, button && results.length > 0 ? 1 : 0);
  }

  async #choose(result) {
    if (await this.view.act("inline/choose", { id: result.id, ...this.view.address() })) this.clear();
  }

  #start(button) {
    this.clear();
    this.view.column.open(this.view.person.id, { start: button.start_parameter ?? null });
  }
}

function resultRow(result) {
  const title = result.title || result.caption || result.type;
  const thumb = result.thumbnail_url?.startsWith("/")
    ? el("img", { class: "thumb", src: result.thumbnail_url, alt: "" })
    : el("span", { class: "thumb", "aria-hidden": "true" }, String(title).match(/\p{L}|\p{N}/u)?.[0] ?? "•");
  return [
    thumb,
    el(
      "span",
      { class: "suggestion-text" },
      el("b", { class: "cut", dir: "auto" }, title),
      el("small", { class: "cut", dir: "auto" }, result.description ?? result.text ?? ""),
    ),
  ];
}
