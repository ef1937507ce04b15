/** The small lines around a message: who it came from, what it answers, and the reactions under it. */

import { el, name } from "../dom.js";

export function forwardLine(message) {
  if (!message.forward_from) return null;
  return el(
    "div",
    { class: "forwarded" },
    "Forwarded from ",
    name(message.forward_from.name, "forwarded-name"),
  );
}

export function viaLine(message) {
  if (!message.via_bot) return null;
  const bot = message.via_bot.username ?? message.via_bot;
  return el(
    "div",
    { class: "forwarded" },
    "via ",
    el("span", { class: "forwarded-name" }, `@${String(bot).replace(/^@/, "")}`),
  );
}

/** The strip jumps to the message it quotes. */
export function replyStrip(message, view) {
  if (!message.reply_to) return null;
  const { message_id, name: who, text, quote } = message.reply_to;
  return el(
    "button",
    {
      class: "reply-strip",
      type: "button",
      "aria-label": `Answers ${who ?? "a message"}, go there`,
      on: { click: () => view.log.jump(message_id) },
    },
    name(who ?? "Deleted", "reply-name cut"),
    el("span", { class: "reply-text cut", dir: "auto" }, (quote ?? text ?? "Message").replaceAll("\n", " ")),
  );
}

export function reactionBar(message, view) {
  if (!message.reactions?.length) return null;
  return el(
    "div",
    { class: "reactions", role: "group", "aria-label": "Reactions" },
    message.reactions.map(({ emoji, count, mine }) =>
      el(
        "button",
        {
          class: "reaction",
          type: "button",
          "aria-pressed": String(Boolean(mine)),
          "aria-label": `${emoji} ${count}`,
          on: {
            click: () => view.act("react", { message_id: message.message_id, emoji: mine ? null : emoji }),
          },
        },
        emoji,
        " ",
        el("span", {}, count),
      ),
    ),
  );
}
