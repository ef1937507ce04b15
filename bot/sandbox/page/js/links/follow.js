/** What happens when a person opens a link: t.me acts inside the page, everything else asks first. */

import { api } from "../api.js";
import { name } from "../dom.js";
import { chatAvatar } from "../identity.js";
import { choose, confirmBox } from "../popups/dialog.js";
import { readAddress } from "./address.js";

export async function follow(column, text) {
  const address = readAddress(text);
  if (address === null) return column.toasts.show("This is not a link Telegram would open", { failed: true });
  if (address.kind === "outside") return openOutside(address.url);
  if (address.kind === "user") return openUser(column, address.id);
  return openInside(column, address);
}

export async function openOutside(url) {
  const agreed = await confirmBox({ title: "Open this link?", text: url, yes: "Open" });
  if (agreed) window.open(url, "_blank", "noopener,noreferrer");
}

function openInside(column, address) {
  const wanted = address.name.toLowerCase();
  if (wanted === column.world.bot.username.toLowerCase()) return openBot(column, address);
  const chats = column.world.inbox(column.person.id);
  const chat = chats.find((one) => String(one.id) === address.name || one.username?.toLowerCase() === wanted);
  if (chat) return column.open(chat.id, { message: address.message });
  if (column.world.person(address.name))
    return column.toasts.show("People write to each other through the bot here");
  return column.toasts.show(`Nobody here has the name ${address.name || "in this link"}`, { failed: true });
}

function openUser(column, id) {
  const person = column.world.people.find((one) => one.id === id);
  return column.toasts.show(person ? `${person.first_name} · ${id}` : `User ${id}`);
}

function openBot(column, address) {
  if (address.startgroup !== null) return addToGroup(column, address.startgroup);
  return column.open(column.person.id, { start: address.start || null });
}

/** A startgroup link adds the bot to a group of the person's choice and greets it with the payload. */
async function addToGroup(column, payload) {
  const groups = column.world
    .inbox(column.person.id)
    .filter((chat) => ["group", "supergroup"].includes(chat.type));
  if (groups.length === 0) return column.toasts.show("There is no group to add the bot to", { failed: true });
  const rows = groups.map((chat) => ({
    value: chat.id,
    content: [chatAvatar(chat, "medium"), name(chat.title)],
  }));
  const answer = await choose({ title: "Add the bot to a group", rows });
  if (answer === null) return undefined;
  const chat = Number(answer);
  try {
    await api.act(column.person.id, "start", payload ? { chat, payload } : { chat });
    column.open(chat);
  } catch (error) {
    column.toasts.fail(error);
  }
  return undefined;
}
