/** The line icons of the page, drawn here so that nothing is fetched. */

const PATHS = {
  attach:
    "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.6 1.6 0 0 1-2.3-2.3l7.8-7.8",
  back: "M15 5l-7 7 7 7",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  bot: "M6 9h12v9H6zM12 5v4M9.5 13v1M14.5 13v1M3.5 12v3M20.5 12v3",
  channel: "M4 10v4h3l7 4V6L7 10zM17.5 9a4 4 0 0 1 0 6",
  close: "M6 6l12 12M18 6L6 18",
  code: "M8.5 7L4 12l4.5 5M15.5 7L20 12l-4.5 5",
  commands: "M5 7h14M5 12h14M5 17h9",
  copy: "M9 9h10v11H9zM5 15V4h10",
  document: "M7 3h7l4 4v14H7zM14 3v4h4",
  down: "M6 9.5l6 6 6-6",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
  edit: "M5 19l1-4L16.5 4.5l3 3L9 18z",
  eye: "M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  external: "M8 16L17 7M10 7h7v7",
  forward: "M13 6l6 6-6 6M19 12H9a5 5 0 0 0-5 5v1",
  group:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 5.5a3 3 0 0 1 0 5.2M17 14a5.5 5.5 0 0 1 3.5 5",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M3.5 15h16",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.8",
  keyboard: "M4 7h16v10H4zM7.5 10.5h.01M12 10.5h.01M16.5 10.5h.01M8.5 14h7",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  lock: "M7 11h10v9H7zM9 11V8a3 3 0 0 1 6 0v3",
  menu: "M12 6h.01M12 12h.01M12 18h.01",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  next: "M9 5l7 7-7 7",
  phone: "M6 4h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 10h.01",
  pin: "M9 4h6l-.5 6 2.5 3H7l2.5-3zM12 13v7",
  play: "M8 5.5v13l10-6.5z",
  reply: "M10 7L4 12l6 5M4 12h9a7 7 0 0 1 7 7",
  send: "M4 12l16-8-6 16-2.5-6.5zM11.5 13.5L20 4",
  share: "M14 5l6 6-6 6M20 11h-8a8 8 0 0 0-8 8",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7",
  themes: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  voice:
    "M12 4a2.5 2.5 0 0 0-2.5 2.5v5a2.5 2.5 0 0 0 5 0v-5A2.5 2.5 0 0 0 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3",
  window: "M4 5h16v14H4zM4 9h16",
  bulb: "M9.5 18h5M10.5 21h3M12 3a6 6 0 0 0-3.5 10.9c.7.5 1 1.3 1 2.1h5c0-.8.3-1.6 1-2.1A6 6 0 0 0 12 3z",
  user: "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0",
};
const SVG = "http://www.w3.org/2000/svg";

export function icon(shape) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[shape]);
  drawing.append(path);
  return drawing;
}
