// What the service reads in a text, and what else could be meant.
import * as calls from "../api/calls.js";
import { ApiProblem } from "../api/client.js";

/** @typedef {(call: import("../api/client.js").Call, signal: AbortSignal) => Promise<any>} Ask */

/**
 * Reads the text, and each bracketed reading of what is in doubt, so that it can be typeset.
 * @param {Ask} ask @param {string} definition @param {Record<string, number>} data @param {Record<string, number[]>} shapes @param {AbortSignal} signal
 */
export async function understand(ask, definition, data, shapes, signal) {
  const answer = await ask(calls.parse({ definition, data, shapes }), signal);
  const doubts = (answer.notes ?? []).filter((/** @type {any} */ note) => note.readings?.length > 1);
  const alternatives = await Promise.all(
    doubts.map((/** @type {any} */ note) => Promise.all(note.readings.map((/** @type {string} */ reading) => latexOf(ask, reading, signal)))),
  );
  return { answer, doubts, alternatives };
}

/** The LaTeX of a reading; null where it can't stand alone. @param {Ask} ask @param {string} text @param {AbortSignal} signal @returns {Promise<string | null>} */
async function latexOf(ask, text, signal) {
  try {
    return (await ask(calls.parse({ definition: text, data: {} }), signal)).function.latex;
  } catch (error) {
    if (error instanceof ApiProblem) return null; // shown as text instead
    throw error;
  }
}
