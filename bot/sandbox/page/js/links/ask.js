/** The field where a person pastes a t.me link, as if somebody had sent it to them. */

import { el } from "../dom.js";
import { ask } from "../popups/dialog.js";
import { follow } from "./follow.js";

export async function askForLink(column) {
  const bot = column.world.bot.username;
  const field = el("input", {
    class: "field",
    type: "text",
    name: "link",
    "aria-label": "Link",
    value: `t.me/${bot}?start=`,
    autocomplete: "off",
    spellcheck: "false",
    autofocus: true,
    dir: "ltr",
    on: { focus: () => field.setSelectionRange(field.value.length, field.value.length) },
  });
  const answer = await ask({
    title: `Open a link as ${column.person.first_name}`,
    body: [
      field,
      el("p", { class: "dialog-note" }, `t.me/${bot}?start=… opens the bot, ?startgroup=… asks for a group.`),
    ],
    buttons: [
      { text: "Open", value: "open", look: "filled" },
      { text: "Cancel", value: "" },
    ],
  });
  if (answer === "open" && field.value.trim()) await follow(column, field.value.trim());
}
