// The chapters of the page, in order, and which of them a function opens.

/** @typedef {"slope" | "derivative" | "chain-rule" | "gradient" | "direction" | "descent" | "training" | "exercises"} Chapter */
/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @typedef {object} ChapterFacts
 * @property {Chapter} name the word in the address and in the markup
 * @property {string} title
 * @property {string} needs what kind of function it needs, after "needs"
 * @property {string} example a function that it can show
 */

/** @type {readonly ChapterFacts[]} */
export const chapters = [
  { name: "slope", title: "Slope", needs: "a function of one variable", example: "x^2 + 3" },
  { name: "derivative", title: "Derivative", needs: "a function of one variable", example: "x^3 - 3x" },
  { name: "chain-rule", title: "Chain rule", needs: "a function with a variable", example: "sin(x^2)" },
  { name: "gradient", title: "Gradient", needs: "a function of two or more variables", example: "x^2 + x*y + y^2" },
  { name: "direction", title: "Direction", needs: "a function of two or more variables", example: "x^2 + x*y + y^2" },
  { name: "descent", title: "Descent", needs: "a function with a variable", example: "(1 - x)^2 + 100(y - x^2)^2" },
  { name: "training", title: "Training", needs: "a model with data", example: "" },
  { name: "exercises", title: "Exercises", needs: "no function", example: "" },
];

/** @param {string} name */
export const isChapter = (name) => chapters.some((each) => each.name === name);

/** @param {Chapter} name @returns {ChapterFacts} */
export const factsOf = (name) => /** @type {ChapterFacts} */ (chapters.find((each) => each.name === name));

/**
 * What a chapter that is closed offers instead: what the equation says as a function, else its example.
 * @param {Pick<Reading, "variables" | "difference">} reading @param {Chapter} name
 */
export function instead({ variables, difference }, name) {
  return difference !== undefined && variables.length === 1 && factsOf(name).needs.includes("one variable") ? difference.replace(/\s*-\s*0$/, "") : factsOf(name).example;
}

/**
 * The chapter to begin with, of those that are open.
 * @param {Pick<Reading, "variables" | "values">} reading @param {ReadonlySet<Chapter>} open
 * @returns {Chapter}
 */
export function bestOf({ variables, values = {} }, open) {
  const several = variables.length > 1 || Object.keys(values).length > 0;
  /** @type {Chapter} */
  const usual = several ? "gradient" : "slope";
  return open.has(usual) ? usual : (chapters.find(({ name }) => open.has(name))?.name ?? usual);
}

const counts = ["No variable", "One variable", "Two variables", "Three variables", "Four variables", "Five variables", "Six variables"];

/** What a function opens, in a sentence. @param {Pick<Reading, "variables" | "difference">} reading @param {ReadonlySet<Chapter>} open */
export function opening({ variables, difference }, open) {
  const titles = chapters.filter(({ name }) => open.has(name)).map(({ title }) => title);
  const count = counts[variables.length] ?? `${variables.length} variables`;
  if (difference !== undefined && variables.length === 1) return "An equation of one variable is solved by numbers: the roots of its left side minus its right.";
  if (titles.length === 0) return variables.length === 0 ? "No variable: nothing changes, so no chapter has anything to show." : `${count} in an equation: that is no curve in a plane.`;
  if (difference !== undefined) return `An equation opens ${titles.join(", ")}.`;
  return `${count} open${variables.length > 1 ? "" : "s"} ${titles.join(", ")}.`;
}
