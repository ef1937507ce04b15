/** Every call the page makes to the sandbox; a refusal becomes an Error carrying the sandbox's own sentence. */

const TIMEOUT_MS = 20_000;

export const api = {
  state: () => get("/sim/state"),
  chats: (person) => get(`/sim/as/${person}/chats`),
  chat: (person, chat) => get(`/sim/as/${person}/chats/${chat}`),
  answer: (query) => get(`/sim/answers/${encodeURIComponent(query)}`),
  history: (chat, message) => get(`/sim/history/${chat}/${message}`),
  calls: (since) => get(`/sim/calls?since=${since}`),
  updates: (since) => get(`/sim/updates?since=${since}`),
  act: (person, verb, body = {}) => post(`/sim/as/${person}/${verb}`, body),
  upload: (person, form) => request(`/sim/as/${person}/send`, { method: "POST", body: form }),
  addFault: (fault) => post("/sim/faults", fault),
  clearFaults: () => request("/sim/faults", { method: "DELETE" }),
  advanceClock: (seconds) => post("/sim/clock", { advance_seconds: seconds }),
  file: (id) => `/sim/files/${encodeURIComponent(id)}`,
};

function get(path) {
  return request(path, { method: "GET" });
}

function post(path, body) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new Error("The sandbox does not answer", { cause: error });
  }
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = { error: text.slice(0, 200) };
  }
  if (!response.ok) throw new Error(answer?.error ?? `The sandbox answered ${response.status}`);
  return answer;
}
