/** The mosaic of an album: rows as wide as each other, each picture as wide in its row as its shape asks. */

import { el } from "../dom.js";
import { picture } from "./media.js";

/** How many pictures stand in each row, by the size of the album. */
const ROWS = {
  2: [2],
  3: [1, 2],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
  10: [3, 3, 4],
};
const FLATTEST = 3.2;
const TALLEST = 1.1;

export function album(messages, view) {
  const rows = [];
  let taken = 0;
  for (const count of ROWS[messages.length] ?? evenRows(messages.length)) {
    rows.push(messages.slice(taken, taken + count));
    taken += count;
  }
  return el(
    "div",
    { class: "album", role: "group", "aria-label": `Album of ${messages.length}` },
    rows.map((row) => albumRow(row, messages, view)),
  );
}

function albumRow(row, messages, view) {
  const shapes = row.map(({ photo }) => Math.min(2, Math.max(0.55, photo.width / photo.height)));
  const sum = shapes.reduce((total, shape) => total + shape, 0);
  const ratio = Math.min(FLATTEST, Math.max(TALLEST, sum));
  return el(
    "div",
    { class: "album-row", style: { "--ratio": String(ratio) } },
    row.map((message, index) => picture(message, view, messages, { "--grow": String(shapes[index]) })),
  );
}

function evenRows(count) {
  return Array.from({ length: Math.ceil(count / 3) }, (_, index) => Math.min(3, count - index * 3));
}
