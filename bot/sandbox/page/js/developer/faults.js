/** The fault switches: pick what breaks, where and how often; the rules in force stand below. */

import { api } from "../api.js";
import { el, fill } from "../dom.js";
import { jsonView } from "./json.js";

/** kind → what it does to the bot, in words; the values are the sandbox's own names. */
const KINDS = {
  flood: "429 flood, retry later",
  forbidden: "403 blocked by the user",
  chat_not_found: "400 chat not found",
  edit_not_found: "400 message to edit not found",
  server_error: "500 from the server",
  bad_gateway_html: "502 with HTML",
  no_answer: "No answer at all",
  slow: "Slow answer",
  cut: "Connection cut",
  lost_answer: "Done, but the answer lost",
  error: "An error of your own",
  update_duplicate: "Update twice",
  update_late: "Update late",
  update_burst: "Burst of 100 updates",
  webhook_drop: "Webhook answer dropped",
  file_missing: "File download 404",
  file_truncated: "File truncated",
  conflict: "409 second getUpdates",
  clock_jump: "Clock jump",
};
const ALWAYS = { nth: "From call number", times: "How often", probability: "Probability 0–1" };
const OWN = {
  retry_after: ["Retry after, seconds", ["flood"]],
  delay_ms: ["Delay, milliseconds", ["slow", "no_answer", "update_late"]],
  error_code: ["Error code", ["error"]],
  seconds: ["Seconds", ["clock_jump"]],
  count: ["How many updates", ["update_burst"]],
};

export function faultPanel(world) {
  const status = el("p", { class: "drawer-status", role: "status" });
  const rules = el("div", { class: "fault-rules" });
  const kind = el(
    "select",
    { class: "field", name: "kind", on: { change: showOwn } },
    Object.entries(KINDS).map(([value, words]) => el("option", { value }, words)),
  );
  const own = Object.entries(OWN).map(([key, [words, kinds]]) => ({
    kinds,
    node: labelled(words, number(key)),
  }));
  const description = labelled(
    "Description",
    el("input", { class: "field", name: "description", autocomplete: "off" }),
  );
  const form = el(
    "form",
    { class: "drawer-form", on: { submit } },
    labelled("What breaks", kind),
    labelled(
      "Method (empty: any)",
      el("input", { class: "field", name: "method", placeholder: "sendMessage", autocomplete: "off" }),
    ),
    labelled(
      "Chat id (empty: any)",
      el("input", { class: "field", name: "chat", inputmode: "numeric", autocomplete: "off" }),
    ),
    el(
      "div",
      { class: "drawer-pair" },
      own.map(({ node }) => node),
      Object.entries(ALWAYS).map(([key, words]) => labelled(words, number(key))),
    ),
    description,
    el(
      "div",
      { class: "dialog-buttons" },
      el("button", { class: "button danger", type: "button", on: { click: clear } }, "Clear all"),
      el("button", { class: "button filled", type: "submit" }, "Switch on"),
    ),
  );
  showOwn();
  drawRules();
  return [form, status, rules];

  /** Only the numbers this kind of fault listens to are asked for. */
  function showOwn() {
    for (const { kinds, node } of own) node.hidden = !kinds.includes(kind.value);
    description.hidden = kind.value !== "error";
  }

  async function submit(event) {
    event.preventDefault();
    const shown = [...form.elements].filter(
      (field) => field.name && field.value !== "" && !field.closest("[hidden]"),
    );
    const given = Object.fromEntries(
      shown.map((field) => [field.name, field.type === "number" ? Number(field.value) : field.value]),
    );
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
    fill(
      rules,
      el("h4", {}, faults.length === 0 ? "No faults are on" : `In force: ${faults.length}`),
      faults.map((fault) => jsonView(fault)),
    );
  }
}

function number(key) {
  return el("input", {
    class: "field",
    name: key,
    type: "number",
    min: "0",
    step: key === "probability" ? "0.01" : "1",
  });
}

function labelled(words, field) {
  return el("label", { class: "drawer-label" }, el("span", {}, words), field);
}
