// Answers that were given already: the service answers the same question always the same.
import { ask } from "./client.js";

const most = 24;
/** @type {Map<string, any>} */
const known = new Map();

/**
 * The answer to a call, from memory where it was given lately. What is remembered must not be changed.
 * @param {import("./client.js").Call} call @param {AbortSignal} [signal] @returns {Promise<any>}
 */
export async function askOnce(call, signal) {
  const key = JSON.stringify(call);
  const answer = known.get(key) ?? (await ask(call, signal));
  known.delete(key);
  known.set(key, answer);
  if (known.size > most) known.delete(/** @type {string} */ (known.keys().next().value));
  return answer;
}
