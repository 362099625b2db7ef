// Names of the function language as formulas.

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

/** What stands before the sign of equality. @param {string} name @param {readonly string[]} variables */
export const headLatex = (name, variables) => (variables.length > 0 ? `${nameLatex(name)}(${variables.map(nameLatex).join(", ")})` : nameLatex(name));

/**
 * Whether it tells something to show also what a definition became: it does where functions were put into one another.
 * @param {string} definition @param {string} written in LaTeX @param {string} latex of what it became
 */
export const became = (definition, written, latex) => written !== latex && /[;\n]\s*\S/.test(definition) && latex.length < 400;

/** An equation as it is shown. @param {{ left: { latex: string }, right: { latex: string } }} equation */
export const equationLatex = ({ left, right }) => `${left.latex} = ${right.latex}`;
