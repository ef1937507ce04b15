/** Photos, documents and voice messages as they stand in a bubble. */

import { api } from "../api.js";
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { openLightbox } from "./lightbox.js";

const WIDEST_PX = 400;
const TALLEST_PX = 420;
const NARROWEST_PX = 140;
/** A caption under a slim picture still needs room for words. */
const NARROWEST_WITH_WORDS_PX = 250;

export function photoCard(message, view, series) {
  const { width, height } = message.photo;
  const scale = Math.min(WIDEST_PX / width, TALLEST_PX / height, 1);
  const narrowest = message.caption ? NARROWEST_WITH_WORDS_PX : NARROWEST_PX;
  const shown = Math.max(narrowest, Math.round(width * scale));
  return picture(message, view, series, {
    "--width": `${shown}px`,
    "--ratio": String(Math.max(width / height, narrowest / TALLEST_PX)),
  });
}

/** A picture that opens large; a spoiler is shown by the first press and opened by the second. */
export function picture(message, view, series, style) {
  const hidden = () => message.photo.spoiler && !view.log.revealed.has(message.message_id);
  const node = el(
    "button",
    {
      class: hidden() ? "photo veiled" : "photo",
      type: "button",
      style,
      "aria-label": hidden() ? "Hidden photo, press to show" : "Photo, open",
      on: { click: press },
    },
    el("img", {
      src: api.file(message.photo.file_id),
      alt: "",
      loading: "lazy",
      decoding: "async",
      draggable: "false",
    }),
    hidden() && el("span", { class: "veil", "aria-hidden": "true" }, icon("eye")),
  );
  return node;

  function press() {
    if (!hidden()) return openLightbox(series, message);
    view.log.revealed.add(message.message_id);
    node.classList.remove("veiled");
    node.querySelector(".veil").remove();
    return node.setAttribute("aria-label", "Photo, open");
  }
}

export function documentCard(file) {
  const title = file.file_name || "file";
  return el(
    "a",
    { class: "document", href: api.file(file.file_id), download: title, title: `Download ${title}` },
    el(
      "span",
      { class: "document-icon" },
      icon("document"),
      el("span", { class: "document-kind" }, extension(title)),
    ),
    el(
      "span",
      { class: "document-text" },
      el("bdi", { class: "document-name cut" }, title),
      el("span", { class: "document-size" }, size(file.file_size)),
    ),
  );
}

export function voiceCard(voice) {
  return el(
    "div",
    { class: "voice" },
    icon("voice"),
    el("audio", { controls: true, preload: "none", src: api.file(voice.file_id) }),
    el("span", { class: "document-size" }, voice.duration ? `${voice.duration} s` : ""),
  );
}

function extension(title) {
  const end = title.includes(".") ? title.split(".").at(-1) : "";
  return end.length <= 4 ? end : "";
}

function size(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
