/** Deleted messages, shown faded in their old place while the developer's toggle is on. */

import { api } from "../api.js";

const MOST = 60;

export class Ghosts {
  #known = new Map();

  constructor(view) {
    this.view = view;
  }

  among(messages) {
    if (!this.view.developer) return messages;
    const gone = (this.view.screen.deleted ?? []).slice(-MOST);
    for (const id of gone) if (!this.#known.has(id)) this.#fetch(id);
    const ghosts = gone.map((id) => this.#known.get(id)).filter(Boolean);
    return [...messages, ...ghosts].sort((one, other) => one.message_id - other.message_id);
  }

  async #fetch(id) {
    this.#known.set(id, null);
    try {
      const last = (await api.history(this.view.chat, id)).at(-1);
      if (!last) return;
      this.#known.set(id, asGhost(last, id, this.view.person.id));
      this.view.log.draw();
    } catch (error) {
      this.view.toasts.fail(error);
    }
  }
}

function asGhost(version, id, person) {
  const from = version.from ?? null;
  const empty = {
    text: null,
    caption: null,
    entities: [],
    caption_entities: [],
    photo: null,
    document: null,
    voice: null,
    reactions: [],
    date: 0,
  };
  return { ...empty, ...version, outgoing: from?.id === person, message_id: id, keyboard: [], ghost: true };
}
