/** The menu of one message: react, answer, copy, change, forward, delete, and a developer's raw view. */

import { el, name } from "../dom.js";
import { chatAvatar } from "../identity.js";
import { jsonView } from "../developer/json.js";
import { copy } from "../popups/clipboard.js";
import { ask, choose, confirmBox } from "../popups/dialog.js";
import { openMenu } from "../popups/menu.js";
import { showVersions } from "./versions.js";

const REACTIONS = ["👍", "❤", "👌", "👀", "🎉", "👎"];

export function openMessageMenu(view, message, anchor, point = null) {
  const words = message.text ?? message.caption;
  const writes = view.screen.can_write && !message.ghost;
  openMenu({
    label: "Message menu",
    anchor,
    point,
    top: message.ghost ? null : (close) => reactions(view, message, close),
    items: [
      writes && { icon: "reply", text: "Reply", act: () => view.footer.reply(message) },
      words && !message.protected && { icon: "copy", text: "Copy text", act: () => copy(words, view.toasts) },
      writes &&
        message.outgoing &&
        words && { icon: "edit", text: "Edit", act: () => view.footer.edit(message) },
      !message.ghost &&
        !message.protected && { icon: "forward", text: "Forward", act: () => forward(view, message) },
      { icon: "history", text: "Versions", act: () => showVersions(view, message) },
      { icon: "code", text: "Raw JSON", act: () => raw(message) },
      !message.ghost && { icon: "trash", text: "Delete", dangerous: true, act: () => remove(view, message) },
    ],
  });
}

function reactions(view, message, close) {
  const mine = new Set((message.reactions ?? []).filter((one) => one.mine).map((one) => one.emoji));
  return el(
    "div",
    { class: "menu-reactions", role: "group", "aria-label": "React" },
    REACTIONS.map((emoji) =>
      el(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: "-1",
          "aria-label": mine.has(emoji) ? `Take back ${emoji}` : `React with ${emoji}`,
          class: mine.has(emoji) ? "mine" : "",
          on: {
            click: () => {
              close();
              view.act("react", { message_id: message.message_id, emoji: mine.has(emoji) ? null : emoji });
            },
          },
        },
        emoji,
      ),
    ),
  );
}

async function forward(view, message) {
  const chats = view.world.inbox(view.person.id);
  const rows = chats.map((chat) => ({
    value: chat.id,
    content: [chatAvatar(chat, "medium"), el("span", { class: "row-text" }, name(chat.title))],
  }));
  const answer = await choose({ title: "Forward to…", rows });
  if (answer === null) return;
  const done = await view.act("forward", {
    chat: Number(answer),
    from_chat: view.chat,
    message_id: message.message_id,
  });
  if (done && Number(answer) !== view.chat) view.column.open(Number(answer), { thread: null });
}

async function remove(view, message) {
  const agreed = await confirmBox({
    title: "Delete this message?",
    text: "It disappears for everyone in this chat.",
    yes: "Delete",
    dangerous: true,
  });
  if (agreed) await view.act("delete", { message_id: message.message_id });
}

function raw(message) {
  return ask({
    title: `Message ${message.message_id}`,
    body: jsonView(message),
    buttons: [{ text: "Close", value: "", focus: true }],
    className: "wide",
  });
}
