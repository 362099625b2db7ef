// Lines as formulas.
import { formatLatex } from "./numbers.js";

/** The line of a slope through a point, y = m(x − a) + b, without what says nothing: a factor 1, a term 0. @param {{ x: number, value: number, slope: number }} place @param {string} variable its LaTeX */
export function lineLatex({ x, value, slope }, variable) {
  if (slope === 0) return `y = ${formatLatex(value)}`;
  const factor = slope === 1 ? "" : slope === -1 ? "-" : `${formatLatex(slope)} \\, `;
  const run = x === 0 ? variable : `\\left(${variable} ${signed(-x)}\\right)`;
  return `y = ${factor}${run}${value === 0 ? "" : ` ${signed(value)}`}`;
}

/** @param {number} number */
const signed = (number) => (number < 0 ? `- ${formatLatex(-number)}` : `+ ${formatLatex(number)}`);
