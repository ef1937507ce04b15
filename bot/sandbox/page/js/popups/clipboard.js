/** Puts text on the clipboard, the old way where the new one is not allowed, and always says what happened. */

import { el } from "../dom.js";
import { ask } from "./dialog.js";

export async function copy(text, toasts, said = "Copied to the clipboard") {
  if ((await byPermission(text)) || bySelection(text)) {
    toasts.show(said);
    return;
  }
  await ask({
    title: "Copy this text",
    buttons: [{ text: "Close", value: "" }],
    body: el("textarea", {
      class: "field",
      rows: "4",
      readonly: true,
      value: text,
      "aria-label": "Text to copy",
      autofocus: true,
    }),
  });
}

async function byPermission(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(text) {
  const before = document.activeElement;
  const area = el("textarea", { class: "sr-only", value: text, "aria-hidden": "true" });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus?.();
  return done;
}
