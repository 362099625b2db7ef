// Answers that are told while they are computed: server-sent events, asked for by a POST.
import { ApiProblem, opened } from "./client.js";

/** @typedef {{ name: string, id: string | null, data: any }} StreamEvent */

/** How often a stream that breaks off is taken up again where it stood. */
const attempts = 3;

/**
 * Follows a stream to its last event. One that breaks off is taken up again behind the last event that came.
 * @param {import("./client.js").Call} call
 * @param {(event: StreamEvent) => void} onEvent
 * @param {AbortSignal} signal ends it, at once
 */
export async function follow(call, onEvent, signal) {
  /** @type {string | null} */
  let last = null;
  for (let attempt = 1; ; attempt++) {
    const response = await opened(call, last === null ? {} : { "last-event-id": last }, signal);
    try {
      for await (const event of eventsOf(response, signal)) {
        if (event.name === "heartbeat") continue;
        if (event.name === "error") throw new ApiProblem(event.data);
        if (event.id !== null) last = event.id;
        onEvent(event);
        if (event.name === "end") return;
      }
    } catch (error) {
      if (signal.aborted || error instanceof ApiProblem) throw error;
    }
    signal.throwIfAborted();
    if (attempt === attempts) throw new ApiProblem({ title: "The connection to the service broke off.", status: 0 });
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
