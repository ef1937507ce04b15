/** A menu at a button or at the pointer: arrow keys walk, Enter takes, Escape gives the focus back. */

import { el, walk } from "../dom.js";
import { icon } from "../icons.js";

const EDGE_PX = 8;
let closeOpenMenu = null;

export function openMenu({ label, items, top = null, anchor, point = null }) {
  closeOpenMenu?.();
  const menu = el(
    "div",
    { class: "menu", role: "menu", "aria-label": label, on: { keydown: keys } },
    top && top(close),
    items.filter(Boolean).map(row),
  );
  document.body.append(menu);
  place(menu, anchor, point);
  anchor.setAttribute("aria-expanded", "true");
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", close);
  closeOpenMenu = close;
  choices()[0]?.focus();
  return close;

  function row(item) {
    return el(
      "button",
      {
        class: `menu-item ${item.dangerous ? "danger" : ""}`,
        type: "button",
        role: "menuitem",
        tabindex: "-1",
        on: {
          click: () => {
            close();
            item.act();
          },
        },
      },
      icon(item.icon),
      el("span", { class: "cut" }, item.text),
    );
  }

  function choices() {
    return [...menu.querySelectorAll("[role=menuitem]")];
  }

  function keys(event) {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    walk(event, choices(), { back: ["ArrowUp", "ArrowLeft"], forth: ["ArrowDown", "ArrowRight"] });
  }

  function outside(event) {
    if (!menu.contains(event.target)) close();
  }

  function close() {
    if (!menu.isConnected) return;
    const held = menu.contains(document.activeElement);
    menu.remove();
    closeOpenMenu = null;
    anchor.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", close);
    if (held && anchor.isConnected) anchor.focus();
  }
}

function place(menu, anchor, point) {
  const box = anchor.getBoundingClientRect();
  const left = point ? point.x : box.right - menu.offsetWidth;
  const below = point ? point.y : box.bottom + 4;
  const fits = below + menu.offsetHeight <= innerHeight - EDGE_PX;
  const top = fits ? below : Math.max(EDGE_PX, (point ? point.y : box.top - 4) - menu.offsetHeight);
  menu.style.left = `${Math.max(EDGE_PX, Math.min(left, innerWidth - menu.offsetWidth - EDGE_PX))}px`;
  menu.style.top = `${top}px`;
}
