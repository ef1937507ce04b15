/** Reads an address: which ones act inside Telegram, which lead outside, and which no client would open. */

const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog", "www.t.me"]);
const OUTSIDE = new Set(["http:", "https:", "mailto:", "tel:"]);
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|tg:|javascript:|data:|vbscript:)/i;

/** → {kind: "inside", name, start, startgroup, message} | {kind: "user", id} | {kind: "outside", url} | null */
export function readAddress(text) {
  const url = parse(text);
  if (url === null) return null;
  if (url.protocol === "tg:") return telegramScheme(url);
  if (HOSTS.has(url.hostname) && OUTSIDE.has(url.protocol)) return telegramHost(url);
  return OUTSIDE.has(url.protocol) ? { kind: "outside", url: url.href } : null;
}

function parse(text) {
  const written = text.trim();
  try {
    return new URL(ABSOLUTE.test(written) ? written : `https://${written}`);
  } catch {
    return null;
  }
}

function telegramScheme(url) {
  const action = url.hostname || url.pathname.replace(/^\/+/, "");
  if (action === "user") return { kind: "user", id: Number(url.searchParams.get("id")) };
  if (action !== "resolve") return null;
  return inside(url.searchParams.get("domain"), url.searchParams, url.searchParams.get("post"));
}

function telegramHost(url) {
  const parts = url.pathname.split("/").filter(Boolean);
  if (parts[0] === "c") return inside(`-100${parts[1]}`, url.searchParams, parts.at(-1));
  return inside(parts[0], url.searchParams, parts[1]);
}

function inside(name, query, post) {
  return {
    kind: "inside",
    name: (name ?? "").replace(/^@/, ""),
    start: query.get("start"),
    startgroup: query.get("startgroup"),
    message: Number(post) || null,
  };
}
