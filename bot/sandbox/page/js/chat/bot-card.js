/** What a person sees where no message is yet: before first contact, what the bot can do. */

import { el } from "../dom.js";
import { icon } from "../icons.js";

export function botCard(screen) {
  if (screen.chat.type !== "private") {
    return el("div", { class: "empty" }, el("p", {}, "No messages here yet"));
  }
  return el(
    "div",
    { class: "empty" },
    el(
      "span",
      { class: "avatar large", style: { "--tint": "var(--accent)" }, "aria-hidden": "true" },
      icon("bot"),
    ),
    el("h3", {}, "What can this bot do?"),
    el(
      "p",
      { dir: "auto" },
      screen.bot.description || screen.bot.short_description || "Press START to find out.",
    ),
  );
}
