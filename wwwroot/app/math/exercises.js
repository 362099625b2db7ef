// A sheet of exercises as it is kept in the page's memory, and what was answered.

/** @typedef {{ rules: string[], difficulty: number, count: number, seed: number }} Sheet */
/** @typedef {{ name: string, text: string, latex: string }} Part */
/** @typedef {{ id: string, rule: string, title: string, text: string, pieces: { text: string, latex?: string }[], asked: string, parts: Part[], answers?: { text: string, latex: string }[] }} Exercise */

/** @type {Readonly<Sheet>} */
const usual = Object.freeze({ rules: ["power-rule", "product-rule", "chain-rule"], difficulty: 1, count: 6, seed: 1 });

/** The most exercises that a sheet of the page has. */
export const mostExercises = 30;

/** The words for the difficulties, the easiest first. */
export const difficulties = ["Easy", "Medium", "Hard"];

/** @param {string | undefined} text @param {number} low @param {number} high @param {number} otherwise */
const whole = (text, low, high, otherwise) => (/^\d+$/.test(text ?? "") ? Math.min(high, Math.max(low, Number(text))) : otherwise);

/** The sheet that is kept; what is missing or has no meaning is as usual. @param {Record<string, string>} kept @returns {Sheet} */
export function sheetOf(kept) {
  const rules = (kept.rules ?? "").split(",").filter((rule) => /^[a-z][a-z-]*$/.test(rule));
  return {
    rules: rules.length > 0 ? rules : [...usual.rules],
    difficulty: whole(kept.difficulty, 1, difficulties.length, usual.difficulty),
    count: whole(kept.count, 1, mostExercises, usual.count),
    seed: whole(kept.seed, 0, 999_999, usual.seed),
  };
}

/** What is kept of a sheet: what is not as usual. @param {Sheet} sheet @returns {Record<string, string>} */
export function keptOf({ rules, difficulty, count, seed }) {
  return {
    ...(rules.join() === usual.rules.join() ? {} : { rules: rules.join() }),
    ...(difficulty === usual.difficulty ? {} : { difficulty: String(difficulty) }),
    ...(count === usual.count ? {} : { count: String(count) }),
    ...(seed === usual.seed ? {} : { seed: String(seed) }),
  };
}

/** The name under which an answer is kept: the number of its exercise, and of several parts the part. @param {number} number from 1 @param {Exercise} exercise @param {Part} part */
export const answerKey = (number, { parts }, { name }) => (parts.length === 1 ? String(number) : `${number}.${name}`);

/** The answers of one exercise, by its parts; parts without one are left out. @param {Record<string, string>} answers @param {number} number @param {Exercise} exercise @returns {Record<string, string>} */
export const answersOf = (answers, number, exercise) =>
  Object.fromEntries(exercise.parts.map((part) => [part.name, answers[answerKey(number, exercise, part)] ?? ""]).filter(([, text]) => text.trim() !== ""));

/** @param {Record<string, string>} answers @param {string} key @param {string} text @returns {Record<string, string>} */
export function withAnswer(answers, key, text) {
  const { [key]: _, ...others } = answers;
  return text.trim() === "" ? others : { ...others, [key]: text };
}

/** The outcome so far. @param {readonly (string | null)[]} verdicts of each exercise; null where it is not marked yet */
export function score(verdicts) {
  const right = verdicts.filter((verdict) => verdict === "right").length;
  if (verdicts.length > 0 && right === verdicts.length) return `All ${right} are right.`;
  return `${right} of ${verdicts.length} right.`;
}
