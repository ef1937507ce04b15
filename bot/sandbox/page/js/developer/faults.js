/** The fault switches: pick what breaks, where and how often; the rules in force stand below. */

import { api } from "../api.js";
import { el, fill } from "../dom.js";
import { jsonView } from "./json.js";

/** kind → what it does to the bot, in words; the values are the sandbox's own names. */
const KINDS = {
  flood: "429 flood, retry later", forbidden: "403 blocked by the user", chat_not_found: "400 chat not found", edit_not_found: "400 message to edit not found",
  server_error: "500 from the server", bad_gateway_html: "502 with HTML", no_answer: "No answer at all", slow: "Slow answer", cut: "Connection cut",
  lost_answer: "Done, but the answer lost", error: "An error of your own", update_duplicate: "Update twice", update_late: "Update late", update_burst: "Burst of 100 updates",
  webhook_drop: "Webhook answer dropped", file_missing: "File download 404", file_truncated: "File truncated", conflict: "409 second getUpdates", clock_jump: "Clock jump",
};
const NUMBERS = { nth: "Only call number", times: "How often", retry_after: "Retry after, seconds", delay_ms: "Delay, milliseconds", error_code: "Error code" };

export function faultPanel(world) {
  const status = el("p", { class: "drawer-status", role: "status" });
  const rules = el("div", { class: "fault-rules" });
  const form = el("form", { class: "drawer-form", on: { submit } },
    labelled("What breaks", el("select", { class: "field", name: "kind" }, Object.entries(KINDS).map(([kind, words]) => el("option", { value: kind }, words)))),
    labelled("Method (empty: any)", el("input", { class: "field", name: "method", placeholder: "sendMessage", autocomplete: "off" })),
    labelled("Chat id (empty: any)", el("input", { class: "field", name: "chat", inputmode: "numeric", autocomplete: "off" })),
    el("div", { class: "drawer-pair" }, Object.entries(NUMBERS).map(([key, words]) => labelled(words, el("input", { class: "field", name: key, type: "number", min: "0" })))),
    labelled("Description", el("input", { class: "field", name: "description", autocomplete: "off" })),
    el("div", { class: "dialog-buttons" }, el("button", { class: "button danger", type: "button", on: { click: clear } }, "Clear all"), el("button", { class: "button filled", type: "submit" }, "Switch on")));
  drawRules();
  return [form, status, rules];

  async function submit(event) {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    for (const key of [...Object.keys(NUMBERS), "chat"]) if (key in given) given[key] = Number(given[key]);
    await act(() => api.addFault(given), `On: ${KINDS[given.kind]}`);
  }

  function clear() {
    return act(() => api.clearFaults(), "All faults are off");
  }

  async function act(work, said) {
    try {
      await work();
      await world.load();
      fill(status, said);
    } catch (error) {
      fill(status, error.message);
    }
    drawRules();
  }

  function drawRules() {
    const faults = world.state.faults ?? [];
    fill(rules, el("h4", {}, faults.length === 0 ? "No faults are on" : `In force: ${faults.length}`), faults.map((fault) => jsonView(fault)));
  }
}

function labelled(words, field) {
  return el("label", { class: "drawer-label" }, el("span", {}, words), field);
}
