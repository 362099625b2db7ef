// Names of the function language as formulas.

const greekNames = new Set(
  ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta varphi varrho varsigma varpi").split(" "),
);

/** Greek letters and what draws them; capitals that look Latin are upright Latin letters. @type {ReadonlyMap<string, string>} */
const greekLetters = new Map([
  ..."αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho ςvarsigma σsigma τtau υupsilon φvarphi χchi ψpsi ωomega ϑvartheta ϕphi ϖvarpi ϱvarrho ϵepsilon ϐbeta µmu ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega ϴTheta"
    .split(" ").map((each) => /** @type {[string, string]} */ ([each[0], `\\${each.slice(1)}`])),
  ...[..."ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΧX".matchAll(/(.)(.)/gu)].map(([, letter, latin]) => /** @type {[string, string]} */ ([letter, `\\mathrm{${latin}}`])),
  ["ο", "o"],
]);

const letterLatex = (/** @type {string} */ c) => (/[A-Za-z0-9]/.test(c) ? c : c === "_" ? "\\_" : (greekLetters.get(c) ?? c));
const upright = (/** @type {string} */ word) => `\\mathrm{${[...word].map(letterLatex).map((letter) => (/^\\.*[A-Za-z]$/.test(letter) ? `${letter} ` : letter)).join("")}}`;
const wordLatex = (/** @type {string} */ word) => (greekNames.has(word) ? `\\${word}` : word.length === 1 ? letterLatex(word) : /^\d+$/.test(word) ? word : upright(word));

/** A name of the function language in LaTeX, as the service writes it: one letter in italics, a Greek word as its letter, digits and what follows an underscore as an index. @param {string} name */
export function nameLatex(name) {
  const [first, ...rest] = name.split("_");
  const [, stem = "", digits = ""] = /^(.*?)(\d*)$/.exec(first) ?? [];
  if (stem === "" || /\d/.test(stem) || rest.includes("")) return upright(name);
  const indices = [...(digits === "" ? [] : [digits]), ...rest.map(wordLatex)];
  return indices.length === 0 ? wordLatex(stem) : `${wordLatex(stem)}_{${indices.join(",")}}`;
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

/** Names without a signature in the order in which people draw them: x before y before z, wherever they occur; the others as they come. @param {readonly string[]} names */
export function conventional(names) {
  const rank = (/** @type {string} */ name) => {
    const [, letter, digits] = /^([xyz])_?(\d*)$/.exec(name) ?? [];
    return letter === undefined ? Infinity : "xyz".indexOf(letter) * 1e6 + Number(digits);
  };
  return [...names].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/**
 * A function as pictures have it: the first of its variables lies across, the second points up. Everywhere else they stand as the service has them.
 * @template {{ variables: string[], axes?: string[] }} R @param {R} reading @returns {R}
 */
export const drawn = (reading) => ({ ...reading, variables: reading.axes ?? reading.variables });
