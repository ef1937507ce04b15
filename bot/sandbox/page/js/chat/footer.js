/** The foot of a chat: START before first contact, Restart when blocked, a note for readers, else the input. */

import { el, fill } from "../dom.js";
import { icon } from "../icons.js";
import { Composer } from "../compose/composer.js";
import { isGeneral } from "../lists/topics.js";
import { restart } from "./menu.js";

export class Footer {
  #shown = null;

  constructor(view) {
    this.view = view;
    this.composer = new Composer(view);
    this.element = el("footer", { class: "footer" });
    view.screenRead.on((screen) => this.#draw(screen));
  }

  reply(message) {
    this.composer.reply(message);
  }

  edit(message) {
    this.composer.edit(message);
  }

  write(text) {
    this.composer.write(text);
  }

  #draw(screen) {
    const kind = this.#kind(screen);
    if (kind === "compose") this.composer.update(screen);
    if (kind === this.#shown) return;
    const held = this.element.contains(document.activeElement);
    this.#shown = kind;
    fill(this.element, this.#parts(kind, screen));
    if (held) this.element.querySelector("textarea, button")?.focus();
  }

  #kind(screen) {
    const isPrivate = screen.chat.type === "private";
    if (isPrivate && screen.blocked) return "blocked";
    if (isPrivate && (!screen.started || this.view.pendingStart !== null)) return "start";
    const topic = this.view.forum ? this.view.topic() : null;
    if (topic?.closed && !this.#mayWriteIn(screen)) return "closed";
    // The sandbox answers for General; when only that is closed, the other topics are open all the same.
    const onlyGeneralClosed =
      topic !== null &&
      this.view.thread !== null &&
      screen.topics.some((one) => isGeneral(one) && one.closed);
    return screen.can_write || onlyGeneralClosed ? "compose" : "read";
  }

  /** Admins write into closed topics; the sandbox says who the person is in this chat. */
  #mayWriteIn(screen) {
    const known = this.view.world.state.chats.find((chat) => chat.id === screen.chat.id);
    const member = known?.members?.find((one) => (one.user?.id ?? one.user) === this.view.person.id);
    return ["creator", "administrator"].includes(member?.status);
  }

  #parts(kind, screen) {
    switch (kind) {
      case "start":
        return bar("START", () => this.#start());
      case "blocked":
        return bar("RESTART BOT", () => restart(this.view));
      case "closed":
        return note("lock", "This topic is closed");
      case "read":
        return note("eye", screen.write_reason || "You can only read here");
      default:
        return this.composer.element;
    }
  }

  async #start() {
    const payload = this.view.pendingStart;
    const done = await this.view.act("start", payload ? { payload } : {});
    if (done) this.view.pendingStart = null;
    this.view.log.stick();
    if (this.view.screen) this.#draw(this.view.screen);
  }
}

function bar(text, act) {
  return el(
    "div",
    { class: "foot-bar" },
    el("button", { class: "button filled", type: "button", on: { click: act } }, text),
  );
}

function note(shape, text) {
  return el("p", { class: "foot-note" }, icon(shape), text);
}
