// What stands between the two sides of a line: mostly they are equal, but a limit is gone to, and some lines only make the next thing.

/** Rules under which the first side goes to the second as the step goes to 0. */
const limits = new Set([
  "step-to-zero", "limits-of-the-parts", "standard-limits", "definition-of-derivative", "limit-by-branch", "known-limit",
  "limit-of-sine", "limit-of-cosine", "limit-of-hyperbolic-sine", "limit-of-hyperbolic-cosine", "limit-of-exponential", "limit-of-logarithm",
]);

/** Rules that make something new of the first side, which the second does not equal. */
const makings = new Set(["shifted-value", "difference-quotient"]);

/** @typedef {{ sign: "=" | "→" | "", words: string }} Relation the sign, and how it is read out */

/** @param {string} rule the rule's name @returns {Relation} */
export function relationOf(rule) {
  if (limits.has(rule)) return { sign: "→", words: "goes to" };
  return makings.has(rule) ? { sign: "", words: "then" } : { sign: "=", words: "equals" };
}
