// Points at which the gradient is zero, in words.
import { format, toNumber } from "./numbers.js";

/** @typedef {{ point: Record<string, number | string>, value: number | string, kind: string, cause: string, eigenvalues?: (number | string)[] | null }} FlatPlace as the service answers it */

/** Whether a place of the list is the point. @param {FlatPlace} place @param {Record<string, number>} at */
export const isAt = ({ point }, at) => Object.entries(point).every(([name, value]) => toNumber(value) === at[name]);

/** A place in a few words, for a list. @param {FlatPlace} place */
export const placeSaid = ({ kind, point, value }) =>
  `${kind === "degenerate" ? "undecided" : kind} at (${Object.values(point).map((each) => format(toNumber(each), 4)).join(", ")}), value ${format(toNumber(value), 4)}`;

/** @param {readonly number[]} curvatures */
const listed = (curvatures) => {
  const words = curvatures.map((each) => format(each, 3));
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
};

/**
 * What the ground is like where the gradient is zero.
 * @param {readonly number[]} curvatures the eigenvalues of the matrix of second derivatives; empty where there is none
 * @param {string} [cause] why the place is special
 * @param {string} [kind] what it is, where that is known otherwise
 */
export function verdictOf(curvatures, cause = "stationary", kind = "") {
  if (cause === "kink") return `${titled(kind)}: a kink. There is no gradient here, and on every side the function ${kind === "maximum" ? "falls" : kind === "minimum" ? "rises" : "goes its own way"}.`;
  if (cause !== "stationary") return `${titled(kind)}, where the function ${cause === "jump" ? "jumps" : "ends"}.`;
  if (curvatures.length === 0 || !curvatures.every(Number.isFinite)) return "The gradient is zero here. There are no second derivatives to tell what kind of place it is.";
  const sorted = [...curvatures].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const all = `the curvatures are ${listed(sorted)}`;
  if (lowest > 0) return `A minimum: the ground bends up in every direction; ${all}.`;
  if (highest < 0) return `A maximum: the ground bends down in every direction; ${all}.`;
  if (lowest < 0 && highest > 0) return `A saddle: up along one direction, down along another; ${all}.`;
  const known = kind === "minimum" || kind === "maximum" ? ` It is a ${kind} all the same.` : "";
  return `The gradient is zero, and so is a curvature: ${all}. Second derivatives do not decide what kind of place this is.${known}`;
}

/** @param {string} kind */
const titled = (kind) => (kind === "" || kind === "degenerate" ? "A special place" : `A ${kind}`);
