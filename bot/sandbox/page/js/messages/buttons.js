/** What a press on an inline button does, by the button's kind. */

import { el, name } from "../dom.js";
import { chatAvatar } from "../identity.js";
import { follow } from "../links/follow.js";
import { copy } from "../popups/clipboard.js";
import { choose } from "../popups/dialog.js";

export function pressButton(view, message, button, position, node) {
  switch (button.kind) {
    case "callback":
      return view.log.presses.press(message, button, position, node);
    case "url":
    case "login":
      return follow(view.column, button.url ?? "");
    case "copy":
      return copy(button.copy_text, view.toasts, `Copied: ${button.copy_text.slice(0, 120)}`);
    case "switch_inline":
      return shareInline(view, button);
    case "web_app":
      return view.toasts.show("Mini Apps do not open in the sandbox", { failed: true });
    default:
      return view.toasts.show("The sandbox has no payments", { failed: true });
  }
}

/** Puts "@bot words" into the input of a chat the person picks, as sharing does. */
async function shareInline(view, button) {
  const words = `@${view.world.bot.username} ${button.query ?? ""}`;
  if (button.current_chat) return view.footer.write(words);
  const chats = view.world.inbox(view.person.id).filter((chat) => chat.type !== "channel");
  const rows = chats.map((chat) => ({
    value: chat.id,
    content: [chatAvatar(chat, "medium"), el("span", { class: "row-text" }, name(chat.title))],
  }));
  const answer = await choose({ title: "Share to…", rows });
  if (answer === null) return undefined;
  if (Number(answer) !== view.chat) view.column.open(Number(answer), { thread: null });
  return view.column.chat.footer.write(words);
}
