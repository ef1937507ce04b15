/** The messages on the wall: only what changed is rebuilt, the place being read stays, new ones pull it down. */

import { el, fill } from "../dom.js";
import { icon } from "../icons.js";
import { api } from "../api.js";
import { buildItem } from "../messages/item.js";
import { arrange } from "../messages/arrange.js";
import { Ghosts } from "../messages/ghosts.js";
import { Presses } from "../messages/presses.js";
import { botCard } from "./bot-card.js";
import { logKeys } from "./log-keys.js";
import { refreshRelativeTimes } from "../messages/relative.js";

const NEAR_BOTTOM_PX = 48;
const FLASH_MS = 1400;

export class MessageLog {
  #following = true;
  #items = new Map();
  #seen = 0;
  #top = 0;
  #markedRead = 0;
  #clock = setInterval(() => refreshRelativeTimes(this.inner), 1000);
  #sizes = new ResizeObserver(() => this.#following && this.toBottom());

  constructor(view) {
    this.view = view;
    this.revealed = new Set();
    this.presses = new Presses(view);
    this.ghosts = new Ghosts(view);
    this.inner = el("div", { class: "log-inner" });
    this.log = el(
      "div",
      {
        class: "log",
        role: "log",
        "aria-label": "Messages",
        "aria-live": "polite",
        tabindex: "0",
        on: { scroll: () => this.#scrolled(), keydown: (event) => logKeys(event, this) },
      },
      this.inner,
    );
    this.count = el("span", { class: "badge", hidden: true });
    this.down = el(
      "button",
      {
        class: "to-bottom",
        type: "button",
        "aria-label": "To the newest message",
        hidden: true,
        on: { click: () => this.stick() },
      },
      icon("down"),
      this.count,
    );
    this.element = el("div", { class: "wall" }, this.log, this.down);
    this.#sizes.observe(this.inner);
    this.#sizes.observe(this.log);
    view.screenRead.on(() => this.draw());
  }

  draw() {
    const messages = this.ghosts.among(this.view.messages());
    const arranged = arrange(messages, { many: this.view.screen.chat.type !== "private" });
    const anchor = this.#following ? null : this.#anchor();
    const focus = this.#focus();
    if (arranged.length === 0) fill(this.inner, botCard(this.view.screen));
    else this.#patch(arranged);
    this.presses.forget(messages);
    this.#restoreFocus(focus);
    if (this.#following) this.toBottom();
    else if (anchor?.node.isConnected)
      this.log.scrollTop += anchor.node.getBoundingClientRect().top - anchor.top;
    this.#countNew(messages);
    this.#markRead(messages);
    this.#jumpOnce();
  }

  stick() {
    this.#following = true;
    this.toBottom();
    this.#countNew(this.view.messages());
  }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  jump(id) {
    const node = this.inner.querySelector(`[data-ids~="${id}"]`);
    if (!node) return this.view.toasts.show("That message is not on the screen any more");
    this.#following = false;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.focus({ preventScroll: true });
    node.classList.add("flash");
    return setTimeout(() => node.classList.remove("flash"), FLASH_MS);
  }

  leave() {
    clearInterval(this.#clock);
    this.#sizes.disconnect();
    this.presses.leave();
  }

  /** Rebuilds the nodes whose content changed and keeps every other one as it stands. */
  #patch(arranged) {
    const next = new Map();
    for (const item of arranged) {
      const signature = JSON.stringify([item, this.view.developer, this.view.screen.can_write]);
      const kept = this.#items.get(item.key);
      const node = kept?.signature === signature ? kept.node : buildItem(item, this.view);
      next.set(item.key, { signature, node });
    }
    const wanted = [...next.values()].map(({ node }) => node);
    for (const child of [...this.inner.children]) if (!wanted.includes(child)) child.remove();
    wanted.forEach((node, index) => {
      if (this.inner.children[index] !== node)
        this.inner.insertBefore(node, this.inner.children[index] ?? null);
    });
    this.#items = next;
  }

  /** Only a person scrolls up; a message or a picture that grows below must not look like that. */
  #scrolled() {
    const near = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_BOTTOM_PX;
    if (near) this.#following = true;
    else if (this.log.scrollTop < this.#top) this.#following = false;
    this.#top = this.log.scrollTop;
    if (!this.view.screen) return;
    this.#countNew(this.view.messages());
    this.#markRead(this.view.messages());
  }

  #anchor() {
    const edge = this.log.getBoundingClientRect().top;
    const node = [...this.inner.children].find((child) => child.getBoundingClientRect().bottom > edge);
    return node ? { node, top: node.getBoundingClientRect().top } : null;
  }

  #focus() {
    const active = document.activeElement;
    const item = this.inner.contains(active) ? active.closest("[data-ids]") : null;
    return item ? { ids: item.dataset.ids, position: active.dataset.position ?? null, node: active } : null;
  }

  /** A pressed button is often replaced by the bot's answer; the keyboard user stays at that place. */
  #restoreFocus(focus) {
    if (focus === null || focus.node.isConnected) return;
    const item = this.inner.querySelector(`[data-ids="${focus.ids}"]`);
    const target =
      item?.querySelector(`[data-position="${focus.position}"]`) ??
      item?.querySelector("[data-position]") ??
      item ??
      this.log;
    target.focus({ preventScroll: true });
  }

  #countNew(messages) {
    const newest = messages.at(-1)?.message_id ?? 0;
    if (this.#following) this.#seen = newest;
    const fresh = messages.filter((message) => message.message_id > this.#seen && !message.outgoing).length;
    this.down.hidden = this.#following;
    this.count.hidden = fresh === 0;
    fill(this.count, fresh);
  }

  #markRead(messages) {
    const newest = messages.at(-1)?.message_id ?? 0;
    const looking =
      this.#following &&
      document.visibilityState === "visible" &&
      this.element.checkVisibility({ visibilityProperty: true });
    if (!looking || newest <= this.#markedRead || !(this.view.screen.unread > 0) || this.#unreadElsewhere())
      return;
    this.#markedRead = newest;
    api
      .act(this.view.person.id, "read", { chat: this.view.chat, ...this.view.address() })
      .catch((error) => this.view.toasts.fail(error));
  }

  /** Reading is told for a whole chat, so a forum waits until no other topic would lose its count. */
  #unreadElsewhere() {
    const here = this.view.topic();
    return (
      this.view.forum && this.view.screen.topics.some((topic) => topic.id !== here?.id && topic.unread > 0)
    );
  }

  #jumpOnce() {
    if (!this.view.message) return;
    const wanted = this.view.message;
    this.view.message = null;
    this.jump(wanted);
  }
}
