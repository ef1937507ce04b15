/** The buttons under a bubble: rows of equal width, a mark for what they do, colours by style. */

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { pressButton } from "./buttons.js";

const MARKS = { url: "external", login: "external", copy: "copy", switch_inline: "share", web_app: "window" };
const SPOKEN = {
  url: ", opens a link",
  copy: ", copies text",
  switch_inline: ", shares into a chat",
  web_app: ", opens an app",
};

export function inlineKeyboard(message, view) {
  if (!message.keyboard?.length) return null;
  return el(
    "div",
    { class: "keys", role: "group", "aria-label": "Buttons", on: { keydown: walkGrid } },
    message.keyboard.map((row, rowIndex) =>
      el(
        "div",
        { class: "keys-row" },
        row.map((button, index) => key(message, button, `${rowIndex}:${index}`, view)),
      ),
    ),
  );
}

function key(message, button, position, view) {
  const mark = MARKS[button.kind];
  const node = el(
    "button",
    {
      class: "key",
      type: "button",
      title: button.text,
      data: { position, style: button.style || "default" },
      disabled: button.disabled,
      "aria-label": `${button.text}${SPOKEN[button.kind] ?? ""}`,
      on: { click: () => pressButton(view, message, button, position, node) },
    },
    el("span", { class: "key-text", dir: "auto" }, button.text),
    mark && el("span", { class: "key-mark", "aria-hidden": "true" }, icon(mark)),
  );
  view.log.presses.adopt(message, button, position, node);
  return node;
}

/** Left and right within a row, up and down between rows, as the eye expects. */
function walkGrid(event) {
  const position = document.activeElement.dataset.position;
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!position || !step) return;
  event.preventDefault();
  event.stopPropagation();
  const rows = [...event.currentTarget.children].map((row) => [...row.children]);
  const [row, index] = position.split(":").map(Number);
  const target = rows[row + step[0]];
  target?.[Math.min(index + step[1], target.length - 1)]?.focus();
}
