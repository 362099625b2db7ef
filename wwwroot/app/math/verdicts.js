// What is said of a derivative that a learner claims.
import { inLine } from "./values.js";

/** @typedef {{ slip: string, title: string, explanation: string, evidence: string }} FoundSlip */

/** The mark beside a field. @param {any} component as the service answers it; undefined where nothing was claimed */
export function markOf(component) {
  if (component === undefined) return { word: "", kind: "" };
  if (component.correct === null) return { word: "can't be judged", kind: "" };
  return component.correct ? { word: "right", kind: "right" } : { word: "wrong", kind: "wrong" };
}

/** The slips that would explain a wrong claim, the likeliest first. @param {{ diagnosis?: FoundSlip, alsoPossible?: FoundSlip[] }} component */
export function slipsSaid({ diagnosis, alsoPossible }) {
  const slips = [...(diagnosis ? [diagnosis] : []), ...(alsoPossible ?? [])];
  const introduction = (/** @type {number} */ i) => (i > 0 ? "Or: " : slips.length > 1 ? "Likely: " : "");
  return slips.map(({ title, explanation }, i) => ({ head: `${introduction(i)}${title}. `, explanation }));
}

/** A wrong claim and the right value in numbers. @param {any} component */
export function numbersSaid({ claimed, exact, claimedFormula, diagnosis, alsoPossible, differsAt, chosen }) {
  if (claimedFormula) {
    const away = differsAt ? ` The two also differ at ${pointSaid(differsAt)}.` : "";
    return `At ${chosen ? pointSaid(chosen) : "the point"} your formula gives ${inLine(claimed)}; the right value is ${inLine(exact)}.${away}`;
  }
  const canTell = !Array.isArray(exact) && (diagnosis || (alsoPossible ?? []).length > 0);
  return `You gave ${inLine(claimed)}; the right value is ${inLine(exact)}.${canTell ? " A formula would settle which slip it is." : ""}`;
}

/** @param {Record<string, any>} point */
export const pointSaid = (point) => Object.entries(point).map(([name, value]) => `${name} = ${inLine(value)}`).join(", ");

/** The variable whose claim could not be read; null where something else was refused. @param {Record<string, string[]> | undefined} errors */
export function refusedVariable(errors) {
  const field = Object.keys(errors ?? {})[0] ?? "";
  return field.startsWith("claimed.") ? field.slice("claimed.".length) : null;
}
