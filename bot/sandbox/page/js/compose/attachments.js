/** Files from the paperclip, a drop or the clipboard: looked at first, captioned, then sent. */

import { api } from "../api.js";
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { ask } from "../popups/dialog.js";
import { openMenu } from "../popups/menu.js";

const MOST_IN_ALBUM = 10;

export class Attachments {
  constructor(view, takeReply) {
    this.view = view;
    this.takeReply = takeReply;
    this.button = el(
      "button",
      {
        class: "icon-button",
        type: "button",
        "aria-label": "Attach",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        on: { click: () => this.#menu() },
      },
      icon("attach"),
    );
  }

  paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.#offer(files, null);
  }

  acceptDrops() {
    const sign = el("div", { class: "drop", "aria-hidden": "true" }, "Drop to send");
    let depth = 0;
    queueMicrotask(() => {
      const area = this.view.element;
      const writable = () => this.button.isConnected;
      area.addEventListener("dragenter", (event) => {
        depth += 1;
        if (depth === 1 && writable() && event.dataTransfer.types.includes("Files")) area.append(sign);
      });
      area.addEventListener("dragleave", () => {
        if ((depth -= 1) === 0) sign.remove();
      });
      area.addEventListener("dragover", (event) => event.preventDefault());
      area.addEventListener("drop", (event) => {
        event.preventDefault();
        depth = 0;
        sign.remove();
        if (writable() && event.dataTransfer.files.length > 0)
          this.#offer([...event.dataTransfer.files], null);
      });
    });
  }

  #menu() {
    openMenu({
      label: "Attach",
      anchor: this.button,
      items: [
        { icon: "photo", text: "Photo", act: () => this.#pick("photo", "image/png,image/jpeg,image/webp") },
        { icon: "document", text: "File", act: () => this.#pick("document", "") },
        { icon: "voice", text: "Voice message", act: () => this.#pick("voice", "audio/*") },
      ],
    });
  }

  #pick(kind, accept) {
    const picker = el("input", {
      type: "file",
      accept,
      multiple: kind !== "voice",
      "aria-label": `Choose: ${kind}`,
      class: "sr-only",
      on: { change: take, cancel: () => picker.remove() },
    });
    const offer = (files) => this.#offer(files, kind);
    document.body.append(picker);
    picker.click();

    function take() {
      const files = [...picker.files];
      picker.remove();
      if (files.length > 0) offer(files);
    }
  }

  async #offer(chosen, kind) {
    const files = chosen.slice(0, MOST_IN_ALBUM);
    const pictures = files.every((file) => /^image\/(png|jpeg|webp)$/.test(file.type));
    const as = kind ?? (pictures ? "photo" : "document");
    const caption = el("textarea", {
      class: "field",
      rows: "2",
      placeholder: "Caption",
      "aria-label": "Caption",
      maxlength: "1024",
      dir: "auto",
      autofocus: true,
    });
    caption.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      caption.form.requestSubmit(caption.form.querySelector(".filled"));
    });
    const choice = pictures && as !== "voice" ? kindChoice(as) : null;
    const preview = previewOf(files, pictures);
    const answer = await ask({
      title: files.length === 1 ? "Send this file" : `Send ${files.length} files`,
      body: [preview.element, choice, caption],
      buttons: [
        { text: "Send", value: "send", look: "filled" },
        { text: "Cancel", value: "" },
      ],
    });
    preview.release();
    if (answer === "send")
      await this.#send(files, choice?.querySelector("input:checked").value ?? as, caption.value.trim());
  }

  async #send(files, kind, caption) {
    const form = new FormData();
    const fields = { chat: this.view.chat, caption, ...this.view.address(), ...this.takeReply() };
    for (const [key, value] of Object.entries(fields)) if (value !== "") form.append(key, String(value));
    for (const file of files) form.append(kind, file, file.name || "image.png");
    try {
      this.view.log.stick();
      await api.upload(this.view.person.id, form);
    } catch (error) {
      this.view.toasts.fail(error);
    }
  }
}

function kindChoice(chosen) {
  const option = (value, text) =>
    el("label", {}, el("input", { type: "radio", name: "kind", value, checked: value === chosen }), text);
  return el(
    "div",
    { class: "preview-choice", role: "radiogroup", "aria-label": "Send as" },
    option("photo", "As a photo"),
    option("document", "As a file"),
  );
}

function previewOf(files, pictures) {
  const links = pictures ? files.map((file) => URL.createObjectURL(file)) : [];
  const rows = files.map((file, index) =>
    pictures
      ? el("img", { src: links[index], alt: file.name })
      : el("div", { class: "preview-file" }, icon("document"), el("bdi", { class: "cut" }, file.name)),
  );
  return {
    element: el(
      "div",
      { class: pictures && files.length > 1 ? "preview-files several" : "preview-files" },
      rows,
    ),
    release: () => links.forEach((link) => URL.revokeObjectURL(link)),
  };
}
