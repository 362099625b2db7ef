// A derivation as on paper: one line under the other, each with its rule, its mark, and the steps behind it folded away.
import { relationOf } from "../math/relations.js";
import { el } from "./elements.js";
import { proofMark } from "./mark.js";
import { scrolls } from "./scrolling.js";
import { typeset } from "./typeset.js";

/** @typedef {{ text: string, latex: string }} Formula */
/**
 * @typedef {object} Step
 * @property {string} rule
 * @property {string} title
 * @property {string} explanation
 * @property {Formula} before
 * @property {Formula} after
 * @property {number | string} [residual]
 * @property {Step[]} [steps]
 */

/**
 * One item for each step. What a step begins with is written only where it is not what the step before ended with.
 * @param {readonly Step[]} steps
 */
export const derivation = (steps) =>
  el("ol", { class: "derivation" }, ...steps.map((step, i) => line(step, i === 0 || steps[i - 1].after.text !== step.before.text)));

/** @param {Step} step @param {boolean} begins */
function line(step, begins) {
  const item = el("li", { class: "line", "data-rule": step.rule });
  const restates = step.before.text === step.after.text;
  if (begins && !restates) item.append(el("div", { class: "row" }, formula(step.before)));
  const { sign, words } = relationOf(step.rule);
  item.append(
    el("div", { class: "row" }, begins && restates ? el("span") : el("span", { class: "relation" }, el("span", { class: "hidden" }, words), el("span", { "aria-hidden": "true" }, sign)), formula(step.after), proofMark(step.residual, sign === "=")),
    el("p", { class: "why" }, el("strong", {}, step.title), " ", el("span", {}, step.explanation)),
  );
  if (step.steps && step.steps.length > 0) item.append(behind(step.steps));
  return item;
}

/** @param {Formula} shown */
function formula({ latex }) {
  const place = scrolls(el("div", { class: "line-formula" }));
  typeset(place, `\\displaystyle ${latex}`);
  return place;
}

/** The steps of a step, written when they are first asked for. @param {Step[]} steps */
function behind(steps) {
  const words = steps.length === 1 ? "The step behind it" : `The ${steps.length} steps behind it`;
  const details = el("details", { class: "unfold" }, el("summary", {}, words));
  details.addEventListener("toggle", () => details.append(derivation(steps)), { once: true });
  return details;
}
