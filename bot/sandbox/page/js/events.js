/** The live line from the sandbox; when it breaks it is opened again, waiting longer each time up to a limit. */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

export function listenToSandbox({ onEvent, onConnection }) {
  let wait = FIRST_WAIT_MS;
  let everOpen = false;

  const open = () => {
    const source = new EventSource("/sim/events");
    source.addEventListener("open", () => {
      wait = FIRST_WAIT_MS;
      onConnection({ live: true, again: everOpen });
      everOpen = true;
    });
    source.addEventListener("message", (message) => onEvent(JSON.parse(message.data)));
    source.addEventListener("error", () => {
      source.close();
      onConnection({ live: false, again: everOpen });
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  open();
}
