/** JSON as a developer reads it: indented, keys and kinds of values in their own colours. */

import { el } from "../dom.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MOST_CHARACTERS = 60_000;

export function jsonView(value) {
  const text = (typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "")).slice(
    0,
    MOST_CHARACTERS,
  );
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(text.slice(end, match.index), el("span", { class: kindOf(match) }, match[0]));
    end = match.index + match[0].length;
  }
  return el("pre", { class: "json", tabindex: "0", dir: "ltr" }, nodes, text.slice(end));
}

function kindOf([, string, colon, word]) {
  if (string) return colon ? "json-key" : "json-string";
  return word ? "json-word" : "json-number";
}
