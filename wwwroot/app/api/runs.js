// Long work that goes on without the page: it is begun once, followed from wherever one looks, and its answer is that of its route.
import { ApiProblem, ask, send } from "./client.js";
import { follow } from "./stream.js";

/** @typedef {import("./client.js").Call} Call */
/** @typedef {{ share: number | null, secondsLeft: number | null, state: string }} Progress */

/** Milliseconds that an answer may take before it is asked for as a run. */
const patience = 4000;

/** Milliseconds until runs that can't be reached are asked for again. */
const rest = 1000;

/** What the runs of a link are called: whoever has the link has the runs. */
export const newToken = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The run of a request: the same token and request are the same run, whoever asks and whenever, and after a restart of the service too.
 * @param {string} kind @param {Record<string, unknown>} request @param {string} token
 * @param {object} how
 * @param {AbortSignal} how.signal cancels the run
 * @param {(progress: Progress) => void} how.onProgress
 * @returns {Promise<any>} the answer of its route; an `ApiProblem` is thrown for a refusal
 */
export async function run(kind, request, token, { signal, onProgress }) {
  const body = { kind, request };
  const begun = await again(() => ask({ route: "runs", body, headers: { "idempotency-key": `${token}-${fingerprint(JSON.stringify(body))}` } }, signal), signal);
  onProgress({ share: begun.progress ?? null, secondsLeft: begun.secondsLeft ?? null, state: begun.state });
  try {
    let state = begun.state;
    const told = (/** @type {import("./stream.js").StreamEvent} */ { data }) => {
      state = data.state;
      onProgress({ share: data.progress ?? null, secondsLeft: data.secondsLeft ?? null, state });
    };
    await again(() => follow({ route: `runs/${begun.id}/events` }, told, signal), signal);
    if (state === "cancelled") throw new ApiProblem({ title: "The work was cancelled.", status: 409 });
    return await again(() => ask({ route: `runs/${begun.id}/result` }, signal), signal);
  } catch (error) {
    // Whoever takes the wish back ends the run, and not just the page's part in it.
    if (signal.aborted) void send({ route: `runs/${begun.id}`, method: "DELETE", headers: { "run-secret": begun.secret } }).catch(() => {});
    throw error;
  }
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
 * An answer, which becomes a run by itself where it takes long, and is one from the first where the link says so.
 * @param {string} kind @param {Call} call @param {string} token of the link; empty for none
 * @param {object} how
 * @param {AbortSignal} how.signal
 * @param {(token: string) => void} how.onRun told the token where the answer has become a run
 * @param {(progress: Progress) => void} how.onProgress
 */
export async function patiently(kind, call, token, { signal, onRun, onProgress }) {
  if (token === "") {
    const quick = new AbortController();
    const leave = () => quick.abort();
    signal.addEventListener("abort", leave);
    const timer = setTimeout(leave, patience);
    try {
      return await ask(call, quick.signal);
    } catch (error) {
      if (signal.aborted || !quick.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
    }
    token = newToken();
    onRun(token);
  }
  return run(kind, call.body ?? {}, token, { signal, onProgress });
}

/** What tells one request from another. @param {string} text */
function fingerprint(text) {
  let [low, high] = [0x811c9dc5, 0x9dc5811c];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(16)}${(high >>> 0).toString(16)}`;
}
