/** Text and its entities become nodes. Offsets are UTF-16 units, which is how strings here are counted too. */

import { el } from "../dom.js";
import { entityNode, isBlock } from "./entity-nodes.js";

/** scene: what links, spoilers and copies act on; it is passed through to each entity's node. */
export function richText(text, entities, scene) {
  const sorted = [...(entities ?? [])]
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  return el("span", { class: "rich", dir: "auto" }, render(text, 0, text.length, sorted, scene));
}

function render(text, start, end, entities, scene) {
  const nodes = [];
  let cursor = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, cursor);
    const to = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (to <= from) continue;
    if (from > cursor) nodes.push(text.slice(cursor, from));
    const inner = [];
    while (index < entities.length && entities[index].offset < to) {
      inner.push(entities[index]);
      index += 1;
    }
    const children = render(text, from, to, inner, scene);
    nodes.push(entityNode(entity, text.slice(from, to), children, scene));
    cursor = to;
    // A block already ends its line, so the line break that follows it would show as an empty line.
    if (isBlock(entity) && text[cursor] === "\n" && cursor < end) cursor += 1;
    // An entity reaching over the end of its parent goes on after it.
    const rest = inner.filter((one) => one.offset + one.length > to);
    entities.splice(
      index,
      0,
      ...rest.map((one) => ({ ...one, offset: to, length: one.offset + one.length - to })),
    );
  }
  if (cursor < end) nodes.push(text.slice(cursor, end));
  return nodes;
}
