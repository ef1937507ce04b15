/** The frame around everything: top bar, hint, as many people side by side as the window holds, the drawer. */

import { el, fill } from "./dom.js";
import { Drawer } from "./developer/drawer.js";
import { hintBar } from "./hint.js";
import { icon } from "./icons.js";
import { Column } from "./column.js";
import { currentTheme, nextTheme } from "./theme.js";

const WIDE_PX = 900;
const WIDEST_PX = 1700;
const THEME_ICONS = { system: "themes", light: "sun", dark: "moon" };

export class Shell {
  #columns = [];

  constructor(app, world, query) {
    this.app = app;
    this.world = world;
    this.wanted = (query.get("as") ?? "").split(",").filter(Boolean);
    this.opens = (query.get("chat") ?? "").split(",").filter(Boolean);
    this.area = el("main", { class: "columns" });
    this.drawer = new Drawer(world, () => this.#focused());
    fill(app, this.#topbar(), hintBar(app, query, world.state), this.area, this.drawer.element);
    addEventListener("resize", () => this.#layOut());
    addEventListener("keydown", (event) => this.#shortcut(event));
    world.stateChanged.on(() => this.#stateChanged());
    this.#layOut();
  }

  /** Two columns never show the same person: choosing one that is elsewhere swaps the two. */
  choose(column, person) {
    const other = this.#columns.find((one) => one !== column && one.person?.id === person.id);
    if (other && column.person) other.show(column.person);
    column.show(person);
    this.#remember();
  }

  #layOut() {
    const room = innerWidth >= WIDEST_PX ? 3 : innerWidth >= WIDE_PX ? 2 : 1;
    const count = Math.max(1, Math.min(room, this.world.people.length || 1));
    while (this.#columns.length > count) this.#columns.pop().leave();
    while (this.#columns.length < count) this.#addColumn();
    this.app.dataset.columns = String(count);
    for (const column of this.#columns) column.revealTab();
  }

  #addColumn() {
    const column = new Column(this, this.world);
    this.#columns.push(column);
    this.area.append(column.element);
    const index = this.#columns.length - 1;
    const person = this.world.person(this.wanted[index]) ?? this.#someoneElse();
    if (person) column.show(person, Number(this.opens[index]) || null);
  }

  #someoneElse() {
    const shown = new Set(this.#columns.map((column) => column.person?.id));
    const asked = new Set(this.wanted.map((wanted) => this.world.person(wanted)?.id));
    const free = this.world.people.filter((person) => !shown.has(person.id));
    return free.find((person) => !asked.has(person.id)) ?? free[0];
  }

  #stateChanged() {
    this.#layOut();
    for (const column of this.#columns) {
      const person = this.world.person(column.person?.id) ?? this.#someoneElse();
      if (person && person.id !== column.person?.id) column.show(person);
      column.drawTabs();
    }
  }

  #remember() {
    this.wanted = this.#columns.map((column) => String(column.person?.persona ?? column.person?.id ?? ""));
    const query = new URLSearchParams(location.search);
    query.set("as", this.wanted.join(","));
    query.delete("chat");
    history.replaceState(null, "", `?${query.toString().replaceAll("%2C", ",")}`);
  }

  #focused() {
    return (
      this.#columns.find((column) => column.element.contains(document.activeElement)) ?? this.#columns[0]
    );
  }

  #topbar() {
    const connection = el("span", { class: "connection", role: "status", hidden: true }, "Reconnecting…");
    this.world.connectionChanged.on((live) => {
      connection.hidden = live;
    });
    const theme = el("button", {
      class: "icon-button",
      type: "button",
      on: { click: () => showTheme(nextTheme()) },
    });
    const showTheme = (name) => {
      theme.setAttribute("aria-label", `Theme: ${name}`);
      theme.title = `Theme: ${name}`;
      fill(theme, icon(THEME_ICONS[name]));
    };
    showTheme(currentTheme());
    return el(
      "header",
      { class: "topbar" },
      el(
        "h1",
        { class: "brand" },
        el("img", { src: "/page/icon.svg", alt: "" }),
        this.world.bot.first_name,
        el("small", {}, "sandbox · a local Telegram"),
      ),
      el("span", { class: "spacer" }),
      connection,
      theme,
      this.drawer.toggle,
    );
  }

  /** Alt and a digit jump to that person's tab, in the column that has the focus. */
  #shortcut(event) {
    if (!event.altKey || !/^Digit[1-9]$/.test(event.code)) return;
    const person = this.world.people[Number(event.code.slice(5)) - 1];
    if (!person) return;
    event.preventDefault();
    const column = this.#focused();
    this.choose(column, person);
    column.focusTab();
  }
}
