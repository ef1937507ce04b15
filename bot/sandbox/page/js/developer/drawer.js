/** The developer drawer: what the bot called, what it was sent, the faults, and the sandbox's clock. */

import { api } from "../api.js";
import { el, fill, walk } from "../dom.js";
import { icon } from "../icons.js";
import { clockTime } from "../time.js";
import { clockPanel } from "./clock.js";
import { faultPanel } from "./faults.js";
import { Journal } from "./journal.js";

const TABS = ["Calls", "Updates", "Faults", "Clock"];

export class Drawer {
  #tab = "Calls";
  #everywhere = true;

  constructor(world, focusedColumn) {
    this.world = world;
    this.focusedColumn = focusedColumn;
    this.journals = { Calls: this.#calls(), Updates: this.#updates() };
    this.toggle = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Developer drawer",
        title: "Developer drawer",
        "aria-expanded": "false",
        on: { click: () => this.#show(this.element.hidden) },
      },
      icon("code"),
    );
    this.body = el("div", { class: "drawer-body", role: "tabpanel", id: "drawer-panel" });
    this.tabs = el("div", {
      class: "drawer-tabs",
      role: "tablist",
      "aria-label": "Developer drawer",
      on: { keydown: (event) => this.#tabKeys(event) },
    });
    this.element = el(
      "aside",
      {
        class: "drawer",
        "aria-label": "Developer drawer",
        hidden: true,
        on: { keydown: (event) => event.key === "Escape" && this.#show(false) },
      },
      el(
        "header",
        { class: "drawer-header" },
        this.tabs,
        el(
          "button",
          {
            class: "icon-button",
            type: "button",
            "aria-label": "Close the drawer",
            on: { click: () => this.#show(false) },
          },
          icon("close"),
        ),
      ),
      this.body,
    );
    world.developerEvent.on(() => !this.element.hidden && this.journals[this.#tab]?.refresh());
  }

  #show(shown) {
    this.element.hidden = !shown;
    this.toggle.setAttribute("aria-expanded", String(shown));
    if (!shown) return this.toggle.focus();
    this.#draw();
    return this.tabs.querySelector("[aria-selected=true]").focus();
  }

  #draw() {
    fill(
      this.tabs,
      TABS.map((name) =>
        el(
          "button",
          {
            class: "tab",
            type: "button",
            role: "tab",
            "aria-selected": String(name === this.#tab),
            "aria-controls": "drawer-panel",
            tabindex: name === this.#tab ? "0" : "-1",
            on: { click: () => this.#choose(name) },
          },
          name,
        ),
      ),
    );
    const journal = this.journals[this.#tab];
    if (!journal)
      return fill(this.body, this.#tab === "Faults" ? faultPanel(this.world) : clockPanel(this.world));
    journal.refresh();
    return fill(this.body, this.#scope(journal), journal.element);
  }

  #choose(name) {
    this.#tab = name;
    this.#draw();
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  #scope(journal) {
    const box = el("input", {
      type: "checkbox",
      checked: !this.#everywhere,
      on: {
        change: () => {
          this.#everywhere = !box.checked;
          journal.draw();
        },
      },
    });
    return el(
      "label",
      { class: "drawer-scope" },
      box,
      "Only the chats on the screen",
      el("span", { class: "spacer" }),
      journal === this.journals.Calls && "getUpdates shows only when refused",
    );
  }

  #tabKeys(event) {
    walk(event, [...this.tabs.children], { back: ["ArrowLeft"], forth: ["ArrowRight"] })?.click();
  }

  #calls() {
    return new Journal({
      label: "Calls of the bot",
      read: api.calls,
      done: (call) => call.status !== null,
      belongs: (call) => (call.method !== "getUpdates" || call.status >= 400) && this.#here(call.chat_id),
      row: (call) => {
        const failed = call.status >= 400 || call.response?.ok === false;
        const note = failed
          ? `${call.status} ${call.response?.description ?? ""}`
          : `${clockTime(call.at / 1000)} · ${call.status ?? "…"}`;
        return {
          title: call.method,
          note,
          failed,
          detail: () => [
            ["Parameters", call.params],
            ["Answer", call.response],
          ],
        };
      },
    });
  }

  #updates() {
    return new Journal({
      label: "Updates to the bot",
      read: api.updates,
      done: (entry) => entry.settled,
      belongs: (entry) => this.#here(entry.chat),
      row: (entry) => ({
        title: kindOf(entry.update),
        note: `${clockTime(entry.at / 1000)} · ${entry.settled ? "settled" : "waiting"}`,
        failed: false,
        detail: () => [["Update", entry.update]],
      }),
    });
  }

  #here(chat) {
    if (this.#everywhere) return true;
    return [...document.querySelectorAll(".chat[data-chat]")].some(
      (node) => node.dataset.chat === String(chat),
    );
  }
}

function kindOf(update) {
  return Object.keys(update).find((key) => key !== "update_id") ?? "update";
}
