/** Boxes that want an answer first. The browser's own dialog keeps the focus inside and closes on Escape. */

import { append, el, walk } from "../dom.js";

const UP_AND_DOWN = { back: ["ArrowUp"], forth: ["ArrowDown"] };
let dialogCount = 0;

/** Shows a box and resolves to the value of the button pressed, or null when it was closed. */
export function ask({ title, body = [], buttons, role = "dialog", className = "" }) {
  const id = `dialog-${(dialogCount += 1)}`;
  const form = el("form", { method: "dialog", class: "dialog-form" });
  const dialog = el(
    "dialog",
    {
      class: `dialog ${className}`,
      role,
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-body`,
    },
    form,
  );
  append(form, [
    el("h2", { id: `${id}-title`, dir: "auto" }, title),
    el("div", { id: `${id}-body`, class: "dialog-body" }, body),
    el(
      "div",
      { class: "dialog-buttons" },
      buttons.map((button) =>
        el(
          "button",
          {
            class: `button ${button.look ?? ""}`,
            type: "submit",
            value: button.value,
            formnovalidate: button.value === "" ? true : null,
            autofocus: button.focus ?? false,
          },
          button.text,
        ),
      ),
    ),
  ]);
  return open(dialog);
}

/** The alert box of a callback answer: one sentence and OK. */
export function alertBox(title, text) {
  return ask({
    title,
    role: "alertdialog",
    body: el("p", { class: "dialog-text", dir: "auto" }, text),
    buttons: [{ text: "OK", value: "ok", look: "filled", focus: true }],
  });
}

export async function confirmBox({ title, text, yes, dangerous = false }) {
  const answer = await ask({
    title,
    body: el("p", { class: "dialog-text", dir: "auto" }, text),
    buttons: [
      { text: "Cancel", value: "" },
      { text: yes, value: "yes", look: dangerous ? "danger" : "filled", focus: true },
    ],
  });
  return answer === "yes";
}

/** One of several rows, by click or arrow keys and Enter; resolves to the row's value or null. */
export function choose({ title, rows }) {
  const list = el(
    "div",
    { class: "choice-rows", on: { keydown: (event) => walk(event, [...list.children], UP_AND_DOWN) } },
    rows.map((row) =>
      el(
        "button",
        {
          class: "row",
          type: "submit",
          value: String(row.value),
        },
        row.content,
      ),
    ),
  );
  return ask({ title, body: list, buttons: [{ text: "Cancel", value: "" }], className: "choice" });
}

export function open(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (document.activeElement === document.body && before?.isConnected) before.focus();
      resolve(dialog.returnValue || null);
    });
    dialog.showModal();
  });
}
