/** One line of the wall: a day, a service line, or a message with its bubble, keyboard and menu. */

import { el, name } from "../dom.js";
import { icon } from "../icons.js";
import { avatar, tint } from "../identity.js";
import { clockTime, fullTime } from "../time.js";
import { summary } from "../chat/pinned.js";
import { album } from "./album.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { documentCard, photoCard, voiceCard } from "./media.js";
import { openMessageMenu } from "./menu.js";
import { forwardLine, reactionBar, replyStrip, viaLine } from "./strips.js";
import { showVersions } from "./versions.js";

/** Up to three emoji and nothing else are said loudly. */
const FEW_EMOJI = /^\p{RGI_Emoji}{1,3}$/v;

export function buildItem(item, view) {
  if (item.kind === "day") return el("div", { class: "day" }, el("span", {}, item.label));
  if (item.kind === "service") return serviceLine(item.messages[0]);
  return messageItem(item, view);
}

function serviceLine(message) {
  return el(
    "div",
    { class: "service", tabindex: "-1", data: { ids: message.message_id } },
    el("span", { dir: "auto" }, message.service.text),
  );
}

function messageItem(item, view) {
  const message = item.messages.find((one) => one.caption) ?? item.messages[0];
  const side = message.outgoing ? "outgoing" : "incoming";
  const withFace = item.many && !message.outgoing && view.screen.chat.type !== "channel";
  const more = el(
    "button",
    {
      class: "message-more",
      type: "button",
      tabindex: "-1",
      "aria-label": "Message menu",
      "aria-haspopup": "menu",
      on: { click: () => openMessageMenu(view, message, more) },
    },
    icon("menu"),
  );
  const node = el(
    "article",
    {
      class: [
        "message",
        side,
        item.first && "first",
        item.last && "last",
        message.ghost && "ghost",
        message.protected && "protected",
        withFace && "with-face",
      ]
        .filter(Boolean)
        .join(" "),
      tabindex: "-1",
      data: { ids: item.messages.map((one) => one.message_id).join(" ") },
      "aria-label": `${message.outgoing ? "You" : author(message, view).name}, ${clockTime(message.date)}: ${summary(message).slice(0, 80)}`,
      on: {
        contextmenu: (event) => {
          event.preventDefault();
          openMessageMenu(view, message, more, { x: event.clientX, y: event.clientY });
        },
        keydown: (event) => {
          if (event.key !== "Enter" || event.target !== node) return;
          event.preventDefault();
          openMessageMenu(view, message, more);
        },
        dblclick: (event) => event.target.closest("button, a, .rich, .photo") || view.footer.reply(message),
      },
    },
    withFace &&
      el(
        "span",
        { class: "face" },
        item.last && avatar(message.from?.id, message.from?.name ?? "?", "medium"),
      ),
    el("div", { class: "body" }, bubble(item, message, view), inlineKeyboard(message, view)),
    more,
  );
  return node;
}

function bubble(item, message, view) {
  const scene = sceneOf(view, message);
  const words = message.text ?? message.caption;
  const entities =
    message.text === null || message.text === undefined ? message.caption_entities : message.entities;
  const media = mediaOf(item, view);
  const text = words
    ? el(
        "div",
        { class: FEW_EMOJI.test(words) ? "text large" : "text" },
        richText(words, entities, scene),
        meta(message, view),
      )
    : null;
  const picture = item.messages.some((one) => one.photo);
  const parts = message.show_caption_above_media ? [text, media] : [media, text];
  return el(
    "div",
    { class: `bubble${picture ? " has-picture" : ""}${picture && !text ? " only-picture" : ""}` },
    senderLine(item, message, view),
    forwardLine(message),
    viaLine(message),
    replyStrip(message, view),
    parts,
    !text && meta(message, view),
    reactionBar(message, view),
  );
}

function mediaOf(item, view) {
  const photos = item.messages.filter((one) => one.photo);
  if (photos.length > 1) return album(photos, view);
  return item.messages.map((one) => {
    if (one.photo) return photoCard(one, view, photos);
    if (one.document) return documentCard(one.document);
    return one.voice ? voiceCard(one.voice) : null;
  });
}

/** A channel speaks in its own name. */
function author(message, view) {
  const { chat } = view.screen;
  return message.from ?? { id: chat.id, name: chat.title ?? "" };
}

function senderLine(item, message, view) {
  if (!item.many || !item.first || message.outgoing) return null;
  const from = author(message, view);
  return el(
    "div",
    { class: "sender", style: { "--tint": tint(from.id) } },
    name(from.name),
    from.tag && el("span", { class: "sender-tag" }, from.tag),
  );
}

function meta(message, view) {
  return el(
    "span",
    { class: "meta" },
    message.views !== null &&
      message.views !== undefined && [
        el("span", { class: "sr-only" }, "views "),
        icon("eye"),
        message.views,
        " ",
      ],
    message.protected && view.developer && "protected ",
    message.ghost && "deleted ",
    message.edit_date && "edited ",
    view.developer &&
      message.revisions > 1 &&
      el(
        "button",
        { class: "link", type: "button", on: { click: () => showVersions(view, message) } },
        `${message.revisions} versions`,
      ),
    el(
      "time",
      { datetime: new Date(message.date * 1000).toISOString(), title: fullTime(message.date) },
      clockTime(message.date),
    ),
    message.outgoing && el("span", { class: "ticks", "aria-hidden": "true" }),
  );
}

function sceneOf(view, message) {
  const { revealed } = view.log;
  return {
    column: view.column,
    toasts: view.toasts,
    send: (text) => view.send(text),
    isRevealed: () => revealed.has(message.message_id),
    reveal: () => revealed.add(message.message_id),
  };
}
