// The factor of each stage: its derivative by the letter that stands for the inside, with the inside put back, and in numbers.
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { waysOf } from "../math/stages.js";
import { factorBars } from "../plot/factors.js";
import { el, svg } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { typeset } from "../view/typeset.js";

/** @typedef {import("../math/stages.js").Stage} Stage */
/** @typedef {import("../math/stages.js").Formula} Formula */

/** Longer formulas are not put back in: the letter says more. */
const longest = 90;

/** More factors than this scroll within their own list. */
const mostFactors = 12;

/**
 * @param {{ stages: Stage[], product: Formula, derivative: Formula, leibniz: string, value?: number | string }} answer
 * @param {string} variable @param {number} point
 */
export function factorRows({ stages, product, derivative, leibniz, value }, variable, point) {
  const factors = stages.flatMap((stage, i) => waysOf(stage).map((way, j) => ({ stage, i, way, j })));
  const numbers = [...factors.map(({ way }) => toNumber(way.value)), toNumber(value)];
  const { decades, bars } = factorBars(numbers);
  const whole = leibniz.split("=")[0].trim(); // the function's own name: the outermost stage may have another
  const results = [product, ...(derivative.text === product.text ? [] : [derivative])].filter(({ text }, i, all) => text.length <= longest || i === all.length - 1);
  return el("div", { class: "factors" },
    el("p", { class: "factor-scale", "aria-hidden": "true" }, el("span", {}, format(10 ** -decades, 1)), el("span", {}, "1"), el("span", {}, format(10 ** decades, 1))),
    el("ol", factors.length > mostFactors ? { class: "many-stages", tabindex: 0, "aria-label": "The factors, from the inside out" } : {},
      ...factors.map(({ stage, i, way, j }, k) => {
        const d = waysOf(stage).length > 1 ? "\\partial " : "d ";
        const quotient = `\\frac{${d}${nameLatex(stage.name)}}{${d}${nameLatex(way.by)}}`;
        const put = way.atInner.text === way.derivative.text || way.atInner.text.length > longest ? "" : ` = ${way.atInner.latex}`;
        return row(`\\displaystyle ${quotient} = ${way.derivative.latex}${put}`, numbers[k], bars[k], { "data-factor": `${i} ${j}` });
      }),
      row(`\\displaystyle ${whole} = ${results.map(({ latex }) => latex).join(" = ")}`,
        numbers[factors.length], bars[factors.length], { class: "whole", "data-factor": `${stages.length} 0` })),
    el("p", { class: "factor-foot" }, `Values at ${variable} = ${format(point)}. Bars to the left shrink the product, bars to the right make it grow; lengths are on a logarithmic scale.`));
}

/**
 * @param {string} latex @param {number} number @param {import("../plot/factors.js").Bar} bar
 * @param {import("../view/elements.js").Attributes} attributes
 */
function row(latex, number, { from, to, kind }, attributes) {
  const formula = scrolls(el("div", { class: "factor-formula" }));
  typeset(formula, latex);
  return el("li", attributes, formula, el("span", { class: "factor-value" }, format(number, 5)),
    svg("svg", { class: `factor-bar ${kind}`, viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "ground", x: 0, y: 0, width: 100, height: 6 }),
      svg("rect", { class: "bar", x: from, y: 0, width: Math.max(0, to - from), height: 6 }),
      svg("line", { x1: 50, x2: 50, y1: 0, y2: 6 })));
}
