/** The sandbox's clock: what it says, and buttons that move it on. */

import { api } from "../api.js";
import { el, fill } from "../dom.js";
import { fullTime, sandboxNow } from "../time.js";

const STEPS = { "1 minute": 60, "15 minutes": 900, "1 hour": 3600, "1 day": 86_400 };

export function clockPanel(world) {
  const now = el("p", { class: "drawer-now", role: "status" });
  const own = el("input", {
    class: "field",
    type: "number",
    min: "1",
    placeholder: "Seconds",
    "aria-label": "Seconds to advance",
  });
  show();
  return [
    now,
    el(
      "div",
      { class: "clock-steps" },
      Object.entries(STEPS).map(([words, seconds]) =>
        el(
          "button",
          { class: "button", type: "button", on: { click: () => advance(seconds) } },
          `+ ${words}`,
        ),
      ),
    ),
    el(
      "form",
      {
        class: "drawer-row",
        on: {
          submit: (event) => {
            event.preventDefault();
            advance(Number(own.value));
          },
        },
      },
      own,
      el("button", { class: "button filled", type: "submit" }, "Advance"),
    ),
    el(
      "p",
      { class: "dialog-note" },
      "This moves the sandbox's clock only. The desk's own clock is moved by “otcdesk admin clock advance”.",
    ),
  ];

  async function advance(seconds) {
    if (!(seconds > 0)) return;
    try {
      await api.advanceClock(seconds);
      await world.load();
      show();
    } catch (error) {
      fill(now, error.message);
    }
  }

  function show() {
    fill(now, fullTime(sandboxNow().getTime() / 1000));
  }
}
