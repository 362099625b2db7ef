// The tangent of a curve that an equation describes, from the equation's partial derivatives at a point.
import { format, formatLatex } from "./numbers.js";

/** @typedef {"sloped" | "level" | "vertical" | "none"} Kind none: both partial derivatives are 0 or one has no value */

/** @param {[number, number]} normal the partial derivatives of left minus right @returns {Kind} */
export function tangentKind([a, b]) {
  if (!Number.isFinite(a) || !Number.isFinite(b) || (a === 0 && b === 0)) return "none";
  const size = Math.hypot(a, b);
  if (Math.abs(b) < 1e-12 * size) return "vertical";
  return Math.abs(a) < 1e-12 * size ? "level" : "sloped";
}

/** The tangent as an equation. @param {{ x: number, y: number }} at @param {number} slope @param {Kind} kind @param {[string, string]} names in LaTeX */
export function tangentLatex(at, slope, kind, [x, y]) {
  if (kind === "none") return "\\text{none}";
  if (kind === "vertical") return `${x} = ${formatLatex(at.x)}`;
  if (kind === "level") return `${y} = ${formatLatex(at.y)}`;
  const intercept = at.y - slope * at.x;
  const factor = slope === 1 ? "" : slope === -1 ? "-" : `${formatLatex(slope)} \\, `;
  return `${y} = ${factor}${x}${intercept === 0 ? "" : intercept < 0 ? ` - ${formatLatex(-intercept)}` : ` + ${formatLatex(intercept)}`}`;
}

/** What there is to say of the tangent. @param {Kind} kind @param {[string, string]} names @param {number} slope */
export function tangentSaid(kind, [x, y], slope) {
  if (kind === "vertical") return `The tangent is vertical: ${y} has no slope with respect to ${x} here, but ${x} has the slope 0 with respect to ${y}.`;
  if (kind === "level") return "The tangent is level: the slope is 0.";
  if (kind === "none") return "There is no single tangent here: both partial derivatives of the equation are 0 or one has no value.";
  return `The slope is ${format(slope)}.`;
}
