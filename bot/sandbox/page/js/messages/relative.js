/** Keeps "in 5 minutes" true while it is on the screen. */

import { entityTime } from "../time.js";

export function refreshRelativeTimes(root) {
  for (const node of root.querySelectorAll("[data-relative]")) {
    const text = entityTime(Number(node.dataset.relative), "r");
    if (node.textContent !== text) node.textContent = text;
  }
}
