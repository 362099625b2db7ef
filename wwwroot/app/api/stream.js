// Answers that are told while they are computed: server-sent events, asked for by a POST.
import { ApiProblem, opened } from "./client.js";

/** @typedef {{ name: string, id: string | null, data: any }} StreamEvent */

/** How often a stream may break off before anything came of it. */
const attempts = 3;

/** Milliseconds until a service that can't be reached is asked again, at first and at most. */
const rests = { first: 500, most: 5000 };

/**
 * Follows a stream to its last event. One that breaks off is taken up again behind the last event that came, as soon as the service can be reached.
 * @param {import("./client.js").Call} call
 * @param {(event: StreamEvent) => void} onEvent
 * @param {AbortSignal} signal ends it, at once
 * @param {(gone: boolean) => void} [onGone] told when the service can't be reached, and when it is back
 */
export async function follow(call, onEvent, signal, onGone = () => {}) {
  /** @type {string | null} */
  let last = null;
  for (let fruitless = 0; fruitless < attempts; fruitless++) {
    const response = await reached(call, last === null ? {} : { "last-event-id": last }, signal, onGone);
    try {
      for await (const event of eventsOf(response, signal)) {
        if (event.name === "heartbeat") continue;
        if (event.name === "error") throw new ApiProblem(event.data);
        if (event.id !== null) last = event.id;
        onEvent(event);
        if (event.name === "end") return;
        fruitless = -1;
      }
    } catch (error) {
      if (signal.aborted || error instanceof ApiProblem) throw error;
    }
    signal.throwIfAborted();
  }
  throw new ApiProblem({ title: "The connection to the service broke off.", status: 0 });
}

/** @param {import("./client.js").Call} call @param {Record<string, string>} headers @param {AbortSignal} signal @param {(gone: boolean) => void} onGone */
async function reached(call, headers, signal, onGone) {
  let rest = 0;
  for (;;) {
    try {
      const response = await opened(call, headers, signal);
      if (rest > 0) onGone(false);
      return response;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 0) throw error;
      onGone(true);
      rest = rest === 0 ? rests.first : Math.min(rests.most, rest * 1.5);
      await new Promise((done) => setTimeout(done, rest));
      signal.throwIfAborted();
    }
  }
}

/** @param {Response} response @param {AbortSignal} signal @returns {AsyncGenerator<StreamEvent>} */
async function* eventsOf(response, signal) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const decoder = new TextDecoder();
  const read = createEventReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const event of read(decoder.decode(value, { stream: true }))) {
        signal.throwIfAborted();
        yield event;
      }
    }
  } finally {
    reader.cancel().catch(() => {}); // the one who asked has left, or the connection has
  }
}

/**
 * Reads events from pieces of text that end anywhere.
 * @returns {(piece: string) => StreamEvent[]} the events that a piece completes
 */
export function createEventReader() {
  /** @type {string[]} */
  let pieces = [];
  return (piece) => {
    pieces.push(piece);
    if (!piece.includes("\n")) return [];
    const blocks = pieces.join("").replaceAll("\r\n", "\n").split("\n\n");
    pieces = [/** @type {string} */ (blocks.pop())];
    return blocks.flatMap((block) => eventOf(block) ?? []);
  };
}

/** @param {string} block @returns {StreamEvent | null} */
function eventOf(block) {
  let [name, data] = ["message", ""];
  /** @type {string | null} */
  let id = null;
  for (const line of block.split("\n")) {
    const [, field, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
    if (field === "event") name = value;
    else if (field === "data") data += value;
    else if (field === "id") id = value;
  }
  return data === "" ? null : { name, id, data: JSON.parse(data) };
}
