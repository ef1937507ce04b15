/** The chat menu: links, contact, stop and restart, and the developer's look behind edits and deletions. */

import { askForLink } from "../links/ask.js";
import { confirmBox } from "../popups/dialog.js";
import { openMenu } from "../popups/menu.js";

export function openChatMenu(view, anchor) {
  const { screen } = view;
  if (screen === null) return;
  const isPrivate = screen.chat.type === "private";
  openMenu({
    label: "Chat menu",
    anchor,
    items: [
      { icon: "link", text: "Open a t.me link…", act: () => askForLink(view.column) },
      isPrivate &&
        screen.started && { icon: "phone", text: "Share my contact", act: () => shareContact(view) },
      {
        icon: "history",
        text: view.developer ? "Hide deleted and versions" : "Show deleted and versions",
        act: () => view.showHistory(!view.developer),
      },
      isPrivate && screen.blocked && { icon: "play", text: "Restart bot", act: () => restart(view) },
      isPrivate &&
        screen.started &&
        !screen.blocked && {
          icon: "block",
          text: "Stop and block bot",
          dangerous: true,
          act: () => block(view),
        },
    ],
  });
}

export async function shareContact(view) {
  const agreed = await confirmBox({
    title: "Share your phone number?",
    text: `${view.screen.bot.first_name} will know your phone number.`,
    yes: "Share",
  });
  if (agreed) await view.act("contact");
}

/** As in Telegram, a restart lifts the block and sends /start again; the sandbox's start does both. */
export async function restart(view) {
  await view.act("start");
}

async function block(view) {
  const agreed = await confirmBox({
    title: "Stop and block?",
    text: `${view.screen.bot.first_name} will not be able to write to ${view.person.first_name}.`,
    yes: "Stop and block",
    dangerous: true,
  });
  if (agreed) await view.act("block");
}
