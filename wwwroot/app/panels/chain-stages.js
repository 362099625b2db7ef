// A composition as boxes: each stage around what it is made of, the variable in the middle.
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { isNested, waysOf } from "../math/stages.js";
import { el } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { typeset } from "../view/typeset.js";

/** @typedef {import("../math/stages.js").Stage} Stage */

/** More boxes than this would leave no room for what is in the middle. */
const mostNested = 10;

/** @param {readonly Stage[]} stages the innermost first @param {string} variable @param {number} point */
export function stageBoxes(stages, variable, point) {
  const core = el("div", { class: "stage-core" }, label(nameLatex(variable), point));
  if (stages.length > mostNested || !isNested(stages, variable))
    return el("ol", { class: `stages beside-one-another ${stages.length > mostNested ? "many-stages" : ""}`, ...(stages.length > mostNested ? { tabindex: 0, "aria-label": "The stages, from the inside out" } : {}) }, el("li", {}, core), ...stages.map((stage, i) => el("li", {}, box(stage, i))));
  return el("div", { class: "stages" }, stages.reduce((inside, stage, i) => {
    const around = box(stage, i);
    around.append(inside);
    return around;
  }, core));
}

/** @param {Stage} stage @param {number} i */
const box = (stage, i) =>
  el("div", { class: "stage-box", "data-stage": i }, label(`${nameLatex(stage.name)} = ${stage.outer.latex}${letters(stage)}`, toNumber(stage.functionValue)));

/** What its letters stand for, where these are not the names of what is inside. @param {Stage} stage */
const letters = (stage) =>
  waysOf(stage).filter(({ by, placeholder }) => by !== placeholder).map(({ by, placeholder }) => `,\\quad ${nameLatex(placeholder)} = ${nameLatex(by)}`).join("");

/** @param {string} latex @param {number} value */
function label(latex, value) {
  const formula = scrolls(el("div", { class: "stage-formula" }));
  typeset(formula, latex);
  return el("div", { class: "stage-label" }, formula, el("span", { class: "stage-value" }, format(value, 5)));
}
