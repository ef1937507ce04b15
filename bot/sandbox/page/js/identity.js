/** How somebody or some chat looks everywhere: name, initials, and a colour that stays theirs. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

const TINTS = 7;
const SHAPES = { channel: "channel", supergroup: "group", group: "group" };

export function fullName(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}

export function tint(id) {
  return `var(--tint-${Math.abs(Number(id) || 0) % TINTS})`;
}

export function avatar(id, title, size = "") {
  return el(
    "span",
    { class: `avatar ${size}`, style: { "--tint": tint(id) }, "aria-hidden": "true" },
    initials(title),
  );
}

export function chatAvatar(chat, size = "") {
  if (chat.type === "private") {
    return el(
      "span",
      { class: `avatar ${size}`, style: { "--tint": "var(--accent)" }, "aria-hidden": "true" },
      icon("bot"),
    );
  }
  const shape = icon(SHAPES[chat.type] ?? "group");
  return el(
    "span",
    { class: `avatar ${size}`, style: { "--tint": tint(chat.id) }, "aria-hidden": "true" },
    shape,
  );
}

function initials(title) {
  const letters =
    String(title)
      .normalize("NFC")
      .match(/\p{L}|\p{N}/gu) ?? [];
  const words = String(title)
    .split(/\s+/u)
    .map((word) => word.match(/\p{L}|\p{N}/u)?.[0])
    .filter(Boolean);
  return (words.length > 1 ? words[0] + words.at(-1) : (letters[0] ?? "?")).toUpperCase();
}
