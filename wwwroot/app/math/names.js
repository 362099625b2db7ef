// Names of the function language as formulas.
import { formatLatex } from "./numbers.js";

const greek = new Set(
  ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega").split(" "),
);

/** A name of the function language in LaTeX: one letter in italics, a Greek word as its letter, trailing digits below. @param {string} name */
export function nameLatex(name) {
  const [, stem, digits] = /^(.*?)_?(\d*)$/.exec(name) ?? ["", name, ""];
  const letter = greek.has(stem) ? `\\${stem}` : stem.length === 1 && stem !== "_" ? stem : `\\mathrm{${stem.replaceAll("_", "\\_")}}`;
  return digits === "" ? letter : `${letter}_{${digits}}`;
}

/**
 * A definition as it is shown: its head, its formula as written and, below it, what that became, and the numbers that were given for its constants.
 * @param {string} name @param {readonly string[]} variables @param {string} written in LaTeX @param {string} latex of the formula that it became
 * @param {Record<string, unknown>} data
 */
export function definitionLatex(name, variables, written, latex, data) {
  const head = variables.length > 0 ? `${nameLatex(name)}(${variables.map(nameLatex).join(", ")})` : nameLatex(name);
  const given = givenLatex(data);
  if (written === latex) return `${head} = ${latex}${given}`;
  return `\\begin{aligned} ${head} &= ${written} \\\\ &= ${latex}${given} \\end{aligned}`;
}

/** An equation as it is shown. @param {{ left: { latex: string }, right: { latex: string } }} equation @param {Record<string, unknown>} data */
export const equationLatex = ({ left, right }, data) => `${left.latex} = ${right.latex}${givenLatex(data)}`;

/** The numbers that were given for constants. @param {Record<string, unknown>} data */
function givenLatex(data) {
  const constants = Object.entries(data).flatMap(([constant, value]) => (typeof value === "number" ? `${nameLatex(constant)} = ${formatLatex(value)}` : []));
  return constants.length > 0 ? `,\\quad ${constants.join(",\\; ")}` : "";
}
