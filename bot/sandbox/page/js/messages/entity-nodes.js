/** One node per kind of entity: what it looks like and what a click on it does. */

import { el } from "../dom.js";
import { readAddress } from "../links/address.js";
import { follow, openOutside } from "../links/follow.js";
import { copy } from "../popups/clipboard.js";
import { entityTime, fullTime } from "../time.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", custom_emoji: "span" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LONG_QUOTE = 160;

export function isBlock(entity) {
  return BLOCKS.has(entity.type);
}

export function entityNode(entity, text, children, scene) {
  if (entity.type in PLAIN) return el(PLAIN[entity.type], {}, children);
  switch (entity.type) {
    case "spoiler":
      return spoiler(children, scene);
    case "code":
      return code(text, children, scene);
    case "pre":
      return pre(entity, text, children, scene);
    case "blockquote":
      return el("blockquote", { dir: "auto" }, children);
    case "expandable_blockquote":
      return expandable(text, children);
    case "text_link":
      return link(entity.url, children, scene);
    case "url":
      return link(text, children, scene);
    case "email":
      return action(children, text, () => openOutside(`mailto:${text}`));
    case "phone_number":
      return action(children, text, () => copy(text, scene.toasts, "Phone number copied"));
    case "mention":
      return action(children, text, () => follow(scene.column, `t.me/${text.slice(1)}`));
    case "text_mention":
      return action(children, `User ${entity.user?.id ?? ""}`, () =>
        follow(scene.column, `tg://user?id=${entity.user?.id}`),
      );
    case "bot_command":
      return action(children, `Send ${text}`, () => scene.send(text));
    case "hashtag":
    case "cashtag":
      return action(children, text, () => copy(text, scene.toasts, `${text} copied`));
    case "date_time":
      return dateTime(entity, text);
    default:
      return el("span", {}, children);
  }
}

function action(children, title, act) {
  return el("button", { class: "link", type: "button", title, on: { click: act } }, children);
}

/** The real target stands in the title and status line even when the text pretends another one. */
function link(target, children, scene) {
  const address = readAddress(target);
  if (address === null) return el("span", {}, children);
  const href = address.kind === "outside" ? address.url : target.includes(":") ? target : `https://${target}`;
  const open = (event) => {
    event.preventDefault();
    follow(scene.column, target);
  };
  return el(
    "a",
    { class: "link", href, title: href, rel: "noopener noreferrer", on: { click: open } },
    children,
  );
}

function spoiler(children, scene) {
  const open = scene.isRevealed();
  const node = el(
    "span",
    {
      class: open ? "spoiler open" : "spoiler",
      role: open ? null : "button",
      tabindex: open ? null : "0",
      "aria-label": open ? null : "Hidden text, press to show",
      on: { click: reveal, keydown: key },
    },
    el("span", { class: "spoiler-text" }, children),
  );
  return node;

  function reveal(event) {
    if (node.classList.contains("open")) return;
    event.preventDefault();
    event.stopPropagation();
    scene.reveal();
    node.classList.add("open");
    for (const attribute of ["role", "tabindex", "aria-label"]) node.removeAttribute(attribute);
  }

  function key(event) {
    if (event.key === "Enter" || event.key === " ") reveal(event);
  }
}

function code(text, children, scene) {
  return el(
    "code",
    {
      class: "code",
      role: "button",
      tabindex: "0",
      title: "Copy",
      on: {
        click: () => copy(text, scene.toasts),
        keydown: (event) => event.key === "Enter" && copy(text, scene.toasts),
      },
    },
    children,
  );
}

function pre(entity, text, children, scene) {
  return el(
    "span",
    { class: "pre" },
    el(
      "span",
      { class: "pre-head" },
      el("span", {}, entity.language || "code"),
      el("button", { class: "link", type: "button", on: { click: () => copy(text, scene.toasts) } }, "Copy"),
    ),
    el("code", { class: "pre-text", dir: "ltr" }, children),
  );
}

function expandable(text, children) {
  const short = text.length < LONG_QUOTE && text.split("\n").length <= 3;
  if (short) return el("blockquote", { dir: "auto" }, children);
  const more = el(
    "button",
    { class: "quote-more link", type: "button", "aria-expanded": "false", on: { click: toggle } },
    "Show more",
  );
  const quote = el(
    "blockquote",
    { class: "expandable", dir: "auto" },
    el("span", { class: "quote-text" }, children),
    more,
  );
  return quote;

  function toggle() {
    const open = quote.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : "Show more";
  }
}

function dateTime(entity, text) {
  const when = Number(entity.unix_time);
  const pattern = entity.date_time_format ?? "";
  const shown = pattern ? entityTime(when, pattern) : text;
  return el(
    "time",
    {
      class: "date-time",
      datetime: new Date(when * 1000).toISOString(),
      title: fullTime(when),
      data: pattern.includes("r") ? { relative: String(when) } : {},
    },
    shown,
  );
}
