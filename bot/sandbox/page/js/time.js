/** Times as the reader's own device writes them, measured against the sandbox's clock. */

let ahead_ms = 0;

export function setSandboxClock(now) {
  const now_ms = now > 1e11 ? now : now * 1000;
  ahead_ms = now_ms - Date.now();
}

export function sandboxNow() {
  return new Date(Date.now() + ahead_ms);
}

export function clockTime(seconds) {
  return format(seconds, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function fullTime(seconds) {
  return format(seconds, { dateStyle: "full", timeStyle: "medium" });
}

export function dayKey(seconds) {
  const date = new Date(seconds * 1000);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

export function dayName(seconds) {
  const today = sandboxNow();
  if (dayKey(seconds) === dayKey(today.getTime() / 1000)) return "Today";
  if (dayKey(seconds) === dayKey(today.getTime() / 1000 - 86_400)) return "Yesterday";
  const sameYear = new Date(seconds * 1000).getFullYear() === today.getFullYear();
  return format(seconds, sameYear ? { day: "numeric", month: "long" } : { dateStyle: "long" });
}

/** The short form in lists: a clock for today, a weekday this week, else a date. */
export function listTime(seconds) {
  const age = sandboxNow().getTime() / 1000 - seconds;
  if (dayKey(seconds) === dayKey(sandboxNow().getTime() / 1000)) return clockTime(seconds);
  if (age > 0 && age < 6 * 86_400) return format(seconds, { weekday: "short" });
  return format(seconds, { day: "2-digit", month: "2-digit", year: "2-digit" });
}

/** date_time entities: "r" is relative, otherwise w (weekday), d/D (date), t/T (time) in any mix. */
export function entityTime(seconds, pattern) {
  if (pattern.includes("r")) return relative(seconds);
  const options = {};
  if (pattern.includes("w")) options.weekday = "long";
  if (pattern.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  else if (pattern.includes("d"))
    Object.assign(options, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (/t/i.test(pattern)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (pattern.includes("T")) options.second = "2-digit";
  return format(seconds, options);
}

function relative(seconds) {
  const left = seconds - sandboxNow().getTime() / 1000;
  const steps = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ];
  const [unit, size] = steps.find(([, length]) => Math.abs(left) >= length) ?? steps.at(-1);
  return new Intl.RelativeTimeFormat(navigator.language, { numeric: "auto" }).format(
    Math.trunc(left / size),
    unit,
  );
}

function format(seconds, options) {
  return new Intl.DateTimeFormat(navigator.language, options).format(new Date(seconds * 1000));
}
