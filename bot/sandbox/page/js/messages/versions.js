/** Developer's look at one message: every version it had, the newest last. */

import { api } from "../api.js";
import { el } from "../dom.js";
import { jsonView } from "../developer/json.js";
import { ask } from "../popups/dialog.js";
import { fullTime } from "../time.js";

export async function showVersions(view, message) {
  try {
    const versions = await api.history(view.chat, message.message_id);
    await ask({
      title: `Versions of message ${message.message_id}`,
      className: "wide",
      buttons: [{ text: "Close", value: "", focus: true }],
      body: versions.map((version, index) => section(version, index, versions.length)),
    });
  } catch (error) {
    view.toasts.fail(error);
  }
}

function section(version, index, count) {
  const when = version.edit_date ?? version.date;
  return el(
    "section",
    { class: "version" },
    el(
      "h3",
      {},
      `Version ${index + 1} of ${count}`,
      version.deleted ? " · deleted" : "",
      when ? ` · ${fullTime(when)}` : "",
    ),
    el("p", { class: "rich", dir: "auto" }, version.text ?? version.caption ?? ""),
    jsonView(version),
  );
}
