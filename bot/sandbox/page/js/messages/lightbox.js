/** A picture at full size; arrows walk through its album, Escape or a click beside it closes. */

import { api } from "../api.js";
import { el, fill } from "../dom.js";
import { icon } from "../icons.js";
import { open } from "../popups/dialog.js";

export function openLightbox(series, message) {
  let index = Math.max(0, series.indexOf(message));
  const image = el("img", { alt: "" });
  const caption = el("p", { class: "lightbox-caption", dir: "auto" });
  const position = el("span", { class: "lightbox-position", role: "status" });
  const download = el(
    "a",
    { class: "icon-button", "aria-label": "Download", download: "photo" },
    icon("download"),
  );
  const dialog = el(
    "dialog",
    { class: "lightbox", "aria-label": "Photo", on: { keydown: keys } },
    el(
      "div",
      { class: "lightbox-bar" },
      position,
      el("span", { class: "spacer" }),
      download,
      el(
        "button",
        {
          class: "icon-button",
          type: "button",
          "aria-label": "Close",
          autofocus: true,
          on: { click: () => dialog.close() },
        },
        icon("close"),
      ),
    ),
    arrow("back", "Previous photo", -1),
    image,
    arrow("next", "Next photo", 1),
    caption,
  );
  show(0);
  return open(dialog);

  function arrow(shape, label, step) {
    return (
      series.length > 1 &&
      el(
        "button",
        {
          class: `icon-button lightbox-${shape}`,
          type: "button",
          "aria-label": label,
          on: { click: () => show(step) },
        },
        icon(shape),
      )
    );
  }

  function show(step) {
    index = (index + step + series.length) % series.length;
    image.src = api.file(series[index].photo.file_id);
    download.href = image.src;
    fill(caption, series[index].caption ?? "");
    caption.hidden = !series[index].caption;
    fill(position, series.length > 1 ? `${index + 1} of ${series.length}` : "");
  }

  function keys(event) {
    if (event.key === "ArrowLeft") show(-1);
    if (event.key === "ArrowRight") show(1);
  }
}
