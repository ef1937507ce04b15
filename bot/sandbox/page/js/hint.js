/** One dismissible line above the columns that tells a newcomer what to try; the demo and links may pass it. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

const KEY = "otcdesk-sandbox-hint-dismissed";

export function hintBar(app, query, state) {
  const given = query.get("hint") ?? state.hint;
  const text = typeof given === "string" ? given.trim() : "";
  if (!text || sessionStorage.getItem(KEY) === text) return null;
  const dismiss = () => {
    sessionStorage.setItem(KEY, text);
    bar.remove();
  };
  const bar = el(
    "aside",
    { class: "hint", "aria-label": "Hint" },
    icon("bulb"),
    el("p", { dir: "auto" }, text),
    el(
      "button",
      { class: "icon-button", type: "button", "aria-label": "Dismiss the hint", on: { click: dismiss } },
      icon("close"),
    ),
  );
  return bar;
}
