/** Turns the plain list of messages into what the wall shows: days, service lines, albums, runs of one sender. */

import { dayKey, dayName } from "../time.js";

const RUN_SECONDS = 900;

/** → [{key, kind: "day"|"service"|"message", label?, messages, first, last, many}] */
export function arrange(messages, { many }) {
  const blocks = intoBlocks(messages);
  const items = [];
  let day = null;
  blocks.forEach((block, index) => {
    const message = block[0];
    const thisDay = dayKey(message.date);
    if (thisDay !== day)
      items.push({ key: `day-${thisDay}`, kind: "day", label: dayName(message.date), messages: [] });
    const before = dayKey(blocks[index - 1]?.[0].date ?? 0) === thisDay ? blocks[index - 1] : undefined;
    items.push({
      key: `message-${message.message_id}`,
      kind: message.service ? "service" : "message",
      messages: block,
      many,
      first: !sameRun(before?.[0], message),
      last: !sameRun(message, blocks[index + 1]?.[0]),
    });
    day = thisDay;
  });
  return items;
}

function intoBlocks(messages) {
  const blocks = [];
  for (const message of messages) {
    const previous = blocks.at(-1);
    const album = message.media_group_id && previous?.[0].media_group_id === message.media_group_id;
    if (album) previous.push(message);
    else blocks.push([message]);
  }
  return blocks;
}

function sameRun(one, other) {
  if (!one || !other || one.service || other.service) return false;
  return (
    one.from?.id === other.from?.id &&
    one.outgoing === other.outgoing &&
    other.date - one.date < RUN_SECONDS &&
    dayKey(one.date) === dayKey(other.date) &&
    one.keyboard.length === 0
  );
}
