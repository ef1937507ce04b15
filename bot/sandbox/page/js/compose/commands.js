/** The Menu button with this person's commands here, and the same list filtered by a typed slash. */

import { el } from "../dom.js";
import { icon } from "../icons.js";

export class Commands {
  #known = [];

  constructor(view, suggestions, send) {
    this.view = view;
    this.suggestions = suggestions;
    this.send = send;
    this.button = el(
      "button",
      {
        class: "command-button",
        type: "button",
        "aria-label": "Commands",
        hidden: true,
        on: { click: () => this.#toggle(), keydown: (event) => this.suggestions.key(event) },
      },
      icon("commands"),
      el("span", {}, "Menu"),
    );
  }

  update(screen) {
    this.#known = screen.commands ?? [];
    this.button.hidden = this.#known.length === 0 || screen.chat.type !== "private";
  }

  typed(text) {
    const started = /^\/([a-z0-9_]*)$/i.exec(text);
    if (!started) return this.suggestions.hide();
    const start = started[1].toLowerCase();
    return this.#show(this.#known.filter(({ command }) => command.startsWith(start)));
  }

  #toggle() {
    if (this.suggestions.open) this.suggestions.hide();
    else this.#show(this.#known);
  }

  #show(commands) {
    const address = this.view.screen.chat.type === "private" ? "" : `@${this.view.world.bot.username}`;
    this.suggestions.show(
      commands.map(({ command, description }) => ({
        content: [
          el("span", { class: "command" }, `/${command}`),
          el("small", { class: "cut", dir: "auto" }, description),
        ],
        take: async () => {
          const input = this.button.parentElement.querySelector("textarea");
          if (await this.send(`/${command}${address}`)) input.value = "";
          input.dispatchEvent(new Event("input"));
          input.focus();
        },
      })),
    );
  }
}
