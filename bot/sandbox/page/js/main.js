/** The start of the page: look first, then the people, then the live line. */

import { el, fill } from "./dom.js";
import { Shell } from "./shell.js";
import { applyTheme } from "./theme.js";
import { World } from "./world.js";

const RETRY_MS = 1500;

applyTheme();
const app = document.getElementById("app");
const world = new World();
await begin();

async function begin() {
  try {
    await world.load();
  } catch (error) {
    fill(app, el("p", { class: "boot", role: "alert" }, `${error.message}. Trying again…`));
    setTimeout(begin, RETRY_MS);
    return;
  }
  new Shell(app, world, new URLSearchParams(location.search));
  world.listen();
}
