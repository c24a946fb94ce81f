/** The web tier's API: JSON in and out, the CSRF header, problems as sentences, and 401 leads to the sign-in. */
import { csrfToken } from "./csrf.js";

const TIMEOUT_MILLIS = 20_000;

/** An answer that was no success, with the sentence to show. */
export class ApiProblem extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

let skewMillis = 0;

/** The server's clock, as far as its answers tell: waits are shown right where the device's clock is wrong. */
export const serverNow = () => Date.now() + skewMillis;

function noteClock(response) {
  const date = Date.parse(response.headers.get("Date"));
  const skew = date - Date.now();
  // The header has whole seconds, so a small difference says nothing.
  if (Number.isFinite(skew)) skewMillis = Math.abs(skew) > 2000 ? skew : 0;
}

async function headersOf(method, body, extra) {
  const headers = { Accept: "application/json", ...extra };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") {
    // A first answer brings the cookie if the browser has none yet.
    if (csrfToken() === null) await fetch("/api/me", { headers: { Accept: "application/json" } });
    headers["X-XSRF-TOKEN"] = csrfToken() ?? "";
  }
  return headers;
}

async function request(method, path, { body, headers } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: await headersOf(method, body, headers),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    });
  } catch (error) {
    const reason = error.name === "TimeoutError" ? "did not answer in time" : "can’t be reached";
    throw new ApiProblem(`Beanpole ${reason}. Check the connection and try again.`, 0);
  }
  noteClock(response);
  if (response.status === 401) {
    location.assign("/sign-in?expired");
    throw new ApiProblem("Your session has ended. Sign in again.", 401);
  }
  if (!response.ok && response.status !== 304) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // A proxy's page or nothing at all: the status has to do.
  }
  const sentence = problem.detail || problem.title || `Beanpole answered ${response.status}. Try again in a moment.`;
  return new ApiProblem(sentence, response.status);
}

async function json(method, path, options) {
  return (await request(method, path, options)).json();
}

export const me = () => json("GET", "/api/me");
export const lanes = () => json("GET", "/api/lanes");
export const limits = () => json("GET", "/api/limits");

export const newUpload = (fileName, contentType, size) =>
  json("POST", "/api/uploads", { body: { fileName, contentType, size } });

export const submitTask = (task, key) =>
  json("POST", "/api/tasks", { body: task, headers: { "Idempotency-Key": key } });

export function listTasks({ state, cursor, limit }) {
  const query = new URLSearchParams();
  if (state) query.set("state", state);
  if (cursor) query.set("cursor", cursor);
  if (limit) query.set("limit", limit);
  return json("GET", `/api/tasks?${query}`);
}

const taskPath = (id) => `/api/tasks/${encodeURIComponent(id)}`;

/** {task, etag}; task is null when the server still has what the etag names. */
export async function readTask(id, etag) {
  const response = await request("GET", taskPath(id), { headers: etag ? { "If-None-Match": etag } : {} });
  if (response.status === 304) return { task: null, etag };
  return { task: await response.json(), etag: response.headers.get("ETag") };
}

export const cancelTask = (id) => json("DELETE", taskPath(id));

export const moveTask = (id, lane) => json("PATCH", taskPath(id), { body: { lane } });

export const resultPath = (id, inline) => `${taskPath(id)}/result${inline ? "?inline=true" : ""}`;

export const listTokens = () => json("GET", "/api/tokens");
export const newToken = (name) => json("POST", "/api/tokens", { body: { name } });
export const revokeToken = (id) => request("DELETE", `/api/tokens/${encodeURIComponent(id)}`);

/** Ends the session; the server's redirect is not followed, the page goes to the sign-in itself. */
export async function signOut() {
  await fetch("/sign-out", { method: "POST", redirect: "manual", headers: await headersOf("POST") });
}
