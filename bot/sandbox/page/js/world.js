/** What the page knows: the people, their lists of chats, and which of it just changed. */

import { api } from "./api.js";
import { listenToSandbox } from "./events.js";
import { gathered, signal } from "./signal.js";
import { setSandboxClock } from "./time.js";

/** More people than this would be more tabs than anybody can use and more lists than a page should read. */
const MOST_PEOPLE = 24;
const ABOUT_THE_WORLD = new Set(["state", "clock"]);
const FOR_DEVELOPERS = new Set(["call", "update", "webhook"]);

export class World {
  bot = null;
  people = [];
  inboxes = new Map();
  live = true;
  stateChanged = signal();
  inboxChanged = signal();
  chatTouched = signal();
  answered = signal();
  developerEvent = signal();
  connectionChanged = signal();
  #rereadInbox = new Map();
  #rereadState = gathered(() => this.load().then(() => this.stateChanged.emit(), ignoreWhileAway));

  async load() {
    const state = await api.state();
    setSandboxClock(state.now);
    this.state = state;
    this.bot = state.bot;
    const people = state.users.filter((user) => !user.is_bot);
    people.sort((one, other) => Number(Boolean(other.persona)) - Number(Boolean(one.persona)));
    this.people = people.slice(0, MOST_PEOPLE);
    await Promise.all(this.people.map((person) => this.readInbox(person.id)));
  }

  listen() {
    listenToSandbox({
      onEvent: (event) => this.#take(event),
      onConnection: ({ live, again }) => {
        this.live = live;
        this.connectionChanged.emit(live);
        if (live && again) this.#everythingMayHaveChanged();
      },
    });
  }

  person(wanted) {
    return this.people.find((person) =>
      [String(person.id), person.username, person.persona].includes(String(wanted)),
    );
  }

  inbox(person) {
    return this.inboxes.get(person) ?? [];
  }

  unread(person) {
    return this.inbox(person).reduce((sum, chat) => sum + (chat.unread ?? 0), 0);
  }

  async readInbox(person) {
    this.inboxes.set(person, await api.chats(person));
    this.inboxChanged.emit(person);
  }

  #take(event) {
    if (FOR_DEVELOPERS.has(event.type)) return this.developerEvent.emit(event);
    if (event.type === "answer") this.answered.emit(event);
    if (ABOUT_THE_WORLD.has(event.type)) this.#rereadState();
    this.chatTouched.emit(event);
    if (event.type === "action") return undefined;
    for (const person of this.people) if (this.#concerns(event, person)) this.#rereadSoon(person.id);
    return undefined;
  }

  #concerns(event, person) {
    const chat = event.chat ?? null;
    if (chat === null) return event.user === undefined || event.user === null || event.user === person.id;
    return Number(chat) < 0 || Number(chat) === person.id;
  }

  #rereadSoon(person) {
    if (!this.#rereadInbox.has(person)) {
      this.#rereadInbox.set(
        person,
        gathered(() => this.readInbox(person).catch(ignoreWhileAway), 120),
      );
    }
    this.#rereadInbox.get(person)();
  }

  #everythingMayHaveChanged() {
    this.#rereadState();
    this.chatTouched.emit({ type: "state" });
    this.developerEvent.emit({ type: "state" });
  }
}

/** A failed re-read needs no message of its own: the line's state is on screen and its return reads all again. */
function ignoreWhileAway() {}
