/** The log by keyboard: arrows walk from message to message, Enter opens a message's menu. */

export function logKeys(event, { log, inner }) {
  const messages = [...inner.querySelectorAll("[data-ids]")];
  const here = messages.indexOf(document.activeElement);
  const onLog = document.activeElement === log;
  if ((!onLog && here < 0) || messages.length === 0) return;
  const target = {
    ArrowUp: onLog ? messages.length - 1 : here - 1,
    ArrowDown: onLog ? messages.length - 1 : here + 1,
    Home: 0,
    End: messages.length - 1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const message = messages[Math.max(0, Math.min(target, messages.length - 1))];
  message.focus();
  message.scrollIntoView({ block: "nearest" });
}
