import { ApiProblem } from "../api/client.js";
import { readable } from "../math/numbers.js";
import { el } from "./elements.js";

/** @typedef {{ code: string, message: string, position?: { start: number, end: number }, readings?: string[] }} Note */

/** Notes about how the text is read, which the function's own panel shows. */
const ofReading = ["ambiguous", "natural-log"];

/** Notes about the mathematics. @param {Note[]} notes */
export const beyondReading = (notes) => notes.filter(({ code }) => !ofReading.includes(code));

/**
 * What deserves a word, each once.
 * @param {HTMLElement} list @param {Note[]} notes @param {unknown[]} [errors] refusals; anything else is thrown on
 */
export function showNotes(list, notes, errors = []) {
  const refusals = errors.map((error) => {
    if (!(error instanceof ApiProblem)) throw error;
    return [reasonOf(error), error.problem.hint].filter(Boolean).join(" ");
  });
  const said = JSON.stringify([notes.map(({ message }) => message), refusals]);
  if (list.dataset.said === said) return;
  list.dataset.said = said;
  list.replaceChildren(
    ...[...new Set(refusals)].map((message) => el("li", { class: "refusal" }, readable(message))),
    ...[...new Set(notes.map(({ message }) => message))].map((message) => el("li", {}, readable(message))),
  );
  list.hidden = list.childElementCount === 0;
}

/** Why, for a reader: the field that a program sent is no word for one. @param {ApiProblem} error */
function reasonOf({ message, problem: { errors = {} } }) {
  const reasons = Object.entries(errors).flatMap(([field, those]) => those.map((reason) => ({ field, reason })));
  return reasons.length === 1 && message === `${reasons[0].field}: ${reasons[0].reason}` ? reasons[0].reason : message;
}
