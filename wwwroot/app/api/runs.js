// Long work that goes on without the page: it is begun once, followed from wherever one looks, and its answer is that of its route.
import { ApiProblem, ask, send } from "./client.js";
import { keepSecret, secretOf } from "./secrets.js";
import { follow } from "./stream.js";

/** @typedef {import("./client.js").Call} Call */
/** @typedef {{ share: number | null, secondsLeft: number | null, state: string, isOwn: boolean }} Progress isOwn: whether this browser may cancel it */

/** Milliseconds that an answer may take before it is asked for as a run. */
const patience = 4000;

/** Milliseconds until runs that can't be reached are asked for again. */
const rest = 1000;

/** How many runs one link leads to: a map is drawn in that many resolutions. */
const most = 3;

/** @param {number} bytes */
const drawn = (bytes) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The answer of a request by a run: by the one that the link leads to, where it is of this request and there still is one, else by a new one.
 * @param {string} kind @param {Record<string, unknown>} request
 * @param {string} link the runs that the link leads to, such as `id-fingerprint.id-fingerprint`; empty for none. It has no secret: whoever has the link can look on
 * @param {object} how
 * @param {AbortSignal} how.signal cancels the run, where this browser has begun it
 * @param {(link: string) => void} how.onRun told the runs that the link leads to where one was begun
 * @param {(progress: Progress) => void} how.onProgress
 * @returns {Promise<any>} the answer of its route; an `ApiProblem` is thrown for a refusal
 */
export async function run(kind, request, link, { signal, onRun, onProgress }) {
  const body = { kind, request };
  const mark = fingerprint(JSON.stringify(body));
  const found = await standing(link, mark, signal);
  const { id, ...first } = found ?? (await begun(body, signal));
  const others = link.split(".").filter((each) => each !== "" && !each.endsWith(`-${mark}`));
  if (found === null && !signal.aborted) onRun([...others, `${id}-${mark}`].slice(-most).join("."));
  let state = "";
  const tell = (/** @type {any} */ told) => {
    state = told.state;
    onProgress({ share: told.progress ?? null, secondsLeft: told.secondsLeft ?? null, state, isOwn: secretOf(id) !== undefined });
  };
  try {
    signal.throwIfAborted();
    tell(first);
    await again(() => follow({ route: `runs/${id}/events` }, ({ data }) => tell(data), signal), signal);
    if (state === "cancelled") throw new ApiProblem({ title: "The work was cancelled.", status: 409 });
    return await again(() => ask({ route: `runs/${id}/result` }, signal), signal);
  } catch (error) {
    // What the service has kept of it can't be read any more: it is begun anew in its place.
    if (found !== null && error instanceof ApiProblem && error.problem.status === 410) return run(kind, request, others.join("."), { signal, onRun, onProgress });
    // Whoever takes the wish back ends the run, and not just the page's part in it.
    const secret = secretOf(id);
    if (signal.aborted && secret !== undefined) void send({ route: `runs/${id}`, method: "DELETE", headers: { "run-secret": secret } }).catch(() => {});
    throw error;
  }
}

/** The run of a link that is of a request; null where there is none any more. @param {string} link @param {string} mark @param {AbortSignal} signal @returns {Promise<any>} */
async function standing(link, mark, signal) {
  const id = link.split(".").find((each) => each.endsWith(`-${mark}`))?.split("-")[0];
  if (id === undefined) return null;
  try {
    return await again(() => ask({ route: `runs/${id}` }, signal), signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return null;
    throw error;
  }
}

/** Begins a run; whoever takes the wish back meanwhile has it begun, and cancels it. @param {{ kind: string, request: Record<string, unknown> }} body @param {AbortSignal} signal @returns {Promise<any>} */
async function begun(body, signal) {
  const key = drawn(16);
  const { secret, ...run } = await again(() => ask({ route: "runs", body, headers: { "idempotency-key": key } }), signal);
  keepSecret(run.id, secret);
  return run;
}

/**
 * Asks until the runs can be reached: after a restart of the service they are a little later than everything else.
 * @template T
 * @param {() => Promise<T>} work @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
async function again(work, signal) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiProblem) || error.problem.status !== 503) throw error;
      await new Promise((done) => setTimeout(done, rest));
      signal.throwIfAborted();
    }
  }
}

/**
 * An answer, which becomes a run by itself where it takes long, and is one from the first where the link leads to runs.
 * @param {string} kind @param {Call} call @param {string} link
 * @param {object} how
 * @param {AbortSignal} how.signal
 * @param {(link: string) => void} how.onRun told what the link has to have where the answer has become a run
 * @param {(progress: Progress) => void} how.onProgress
 */
export async function patiently(kind, call, link, how) {
  if (link === "") {
    const quick = new AbortController();
    const leave = () => quick.abort();
    how.signal.addEventListener("abort", leave);
    const timer = setTimeout(leave, patience);
    try {
      return await ask(call, quick.signal);
    } catch (error) {
      if (how.signal.aborted || !quick.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      how.signal.removeEventListener("abort", leave);
    }
  }
  return run(kind, call.body ?? {}, link, how);
}

/** What tells one request from another, in eight digits. @param {string} text */
function fingerprint(text) {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  return (mixed >>> 0).toString(16).padStart(8, "0");
}
