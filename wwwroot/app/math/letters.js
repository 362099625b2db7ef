// Letters of a formula without a signature: which are meant to vary, and which may be numbers that a slider sets.

/** Letters that people draw along an axis. */
const drawn = ["x", "y", "z", "t"];

/** More letters than these are no handful of sliders. */
export const mostLetters = 6;

/**
 * The letters that could be numbers: those beside x, y, z and t, where one of these is there to vary.
 * @param {readonly string[]} variables
 */
export function freeLetters(variables) {
  const others = variables.filter((name) => !drawn.includes(name));
  return others.length < variables.length && others.length <= mostLetters ? others : [];
}

/** What stands for a number of its own. */
const constants = ["e"];

/**
 * Letters of a definition with a signature that are neither in it nor given: without values nothing can be computed. Those of helpers have their own signatures.
 * @param {{ name: string | null, helpers?: readonly unknown[], tree?: readonly { kind: string, text: string }[] }} answer what was read @param {readonly string[]} variables @param {object} data
 */
export function lettersWithoutValue({ name, helpers = [], tree = [] }, variables, data) {
  if (name === null || helpers.length > 0) return [];
  const letters = new Set(tree.filter(({ kind, text }) => kind === "name" && /^\p{L}(_?\d+)?$/u.test(text)).map(({ text }) => text));
  const missing = [...letters].filter((each) => !variables.includes(each) && !(each in data) && !constants.includes(each));
  return missing.length <= mostLetters ? missing : [];
}

/** Names in a sentence. @param {readonly string[]} names */
export const listed = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`);

/** How far a slider reaches on both sides of 0: a short number beyond the value, at least 5. @param {number} value */
export function reachOf(value) {
  const size = Math.abs(value);
  if (!(size > 5)) return 5;
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5, 10].find((digit) => digit * power >= size) ?? 10) * power;
}
