// The only place that asks the service.
import { createOutage } from "./outage.js";
import { createTurns } from "./turns.js";

/**
 * @typedef {object} Problem a refusal, as RFC 9457 and this service write it
 * @property {string} title
 * @property {number} status
 * @property {string} [detail]
 * @property {string} [hint]
 * @property {{ start: number, end: number }} [position] UTF-16 offsets into the function
 * @property {Record<string, string[]>} [errors]
 */

/** A refusal by the service, or its silence. */
export class ApiProblem extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? Object.values(problem.errors ?? {}).flat()[0] ?? problem.title);
    this.name = "ApiProblem";
    this.problem = problem;
  }
}

/** Where the service's routes begin, relative to the page. */
export const base = "api/v1/";

/**
 * @typedef {{ route: string, body?: Record<string, unknown>, method?: string, headers?: Record<string, string> }} Call one request: a POST with a body, a GET without, if nothing else is said
 */

/** When the service can't be reached, questions wait for it to come back. */
export const outage = createOutage({
  isBack: async () => {
    try {
      return (await fetch("health/live", { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  },
});

/**
 * @param {Call} call
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the answer, as soon as the service can be reached; an `ApiProblem` is thrown for a refusal
 */
export async function ask(call, signal) {
  for (;;) {
    try {
      return await answer(call, signal);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 0) throw error;
      await outage.over(signal);
    }
  }
}

/** @param {Call} call @param {AbortSignal} [signal] @returns {Promise<any>} */
async function answer(call, signal) {
  const response = await whileBusy(() => send(call, signal), signal);
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && !type.includes("problem")) return body(response, signal);
  if (!type.includes("json") && response.status >= 502 && response.status <= 504) throw unreachable(); // what stands before the service says so
  const refused = { title: `The service answered ${response.status}.`, status: response.status };
  throw new ApiProblem(type.includes("json") ? { ...refused, ...(await body(response, signal)) } : refused);
}

const unreachable = () => new ApiProblem({ title: "The service can't be reached.", status: 0 });

/** The answer, which may break off. @param {Response} response @param {AbortSignal} [signal] @returns {Promise<any>} */
async function body(response, signal) {
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted || error instanceof SyntaxError) throw error;
    throw unreachable();
  }
}

/** A file of the page, such as a typeface. @param {string} address @returns {Promise<Blob>} an `ApiProblem` where it can't be had */
export async function fileAt(address) {
  try {
    const response = await fetch(address);
    if (response.ok) return await response.blob();
  } catch {
    throw unreachable();
  }
  throw new ApiProblem({ title: `There is no file ${address}.`, status: 404 });
}

/** Refusals come as answers: a browser notes each other status in its console. */
const answered = "refusals=answered";

/** How many questions are under way at once: as many as even a small service lets wait, so that a page never turns itself away. */
const abreast = createTurns(3);

/** Sends a request in its turn. @param {Call} call @param {AbortSignal} [signal] */
export const send = (call, signal) => abreast(() => fetched(call, signal), signal);

/** @param {Call} call @param {AbortSignal} [signal] */
async function fetched(call, signal) {
  try {
    return await fetch(base + call.route, requestOf(call, "application/json", {}, signal));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
}

/** @param {Call} call @param {string} accept @param {Record<string, string>} more headers @param {AbortSignal} [signal] */
function requestOf({ body, method, headers }, accept, more, signal) {
  const said = { accept: `${accept}, application/problem+json`, prefer: answered, ...headers, ...more };
  return body === undefined ? { method: method ?? "GET", headers: said, signal } : { method: method ?? "POST", headers: { ...said, "content-type": "application/json" }, body: JSON.stringify(body), signal };
}

/** For how many seconds a busy service is asked again, and how often: as long as a person would look on. */
const patience = { seconds: 20, questions: 12 };

/** Asks again while a busy service says when to, and that is soon. @param {() => Promise<Response>} question @param {AbortSignal} [signal] */
async function whileBusy(question, signal) {
  let left = patience.seconds;
  for (let asked = 1; ; asked++) {
    const response = await question();
    const wait = secondsToWait(response);
    if (wait === null || wait > left || asked === patience.questions) return response;
    left -= wait;
    await pause(wait * 1000, signal);
  }
}

/** How long a busy service asks to wait; null where it is not busy, or does not say. @param {Response} response */
function secondsToWait({ status, headers }) {
  if (status !== 429 && status !== 503) return null;
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return seconds >= 0 ? seconds : null;
}

/** @param {number} milliseconds @param {AbortSignal} [signal] @returns {Promise<void>} */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * An answer that is told while it is computed. It takes no turn: what it lasts, nothing else would wait for.
 * @param {Call} call @param {Record<string, string>} headers more of them @param {AbortSignal} signal
 * @returns {Promise<Response>} a refusal is thrown
 */
export async function opened(call, headers, signal) {
  const request = requestOf(call, "text/event-stream", headers, signal);
  const response = await whileBusy(async () => {
    try {
      return await fetch(base + call.route, request);
    } catch (error) {
      if (signal.aborted) throw error;
      throw unreachable();
    }
  }, signal);
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && !type.includes("problem")) return response;
  const refused = { title: `The service answered ${response.status}.`, status: response.status };
  throw new ApiProblem(type.includes("json") ? { ...refused, ...(await response.json()) } : refused);
}
