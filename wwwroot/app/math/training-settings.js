// What a training is made with, as it is typed: a text for each setting, kept where it is not the usual one.

/** @typedef {Record<string, string>} Settings */

/** @type {Readonly<Settings>} */
export const usual = Object.freeze({
  data: "moons",
  model: "network",
  layers: "8",
  activation: "tanh",
  loss: "",
  optimizer: "adam",
  rate: "0.05",
  steps: "300",
  batch: "",
  count: "",
  noise: "",
  seed: "1",
  test: "0.25",
  standardize: "",
  target: "",
  task: "",
  example: "0",
});

/** All settings. @param {Settings} kept @returns {Settings} */
export const settingsOf = (kept) => ({ ...usual, ...kept });

/** The parameters of the update rule that were changed, as typed. @param {Settings} kept @returns {Record<string, string>} */
export const knobs = (kept) => Object.fromEntries(Object.entries(kept).filter(([name]) => name.startsWith("knob.")).map(([name, text]) => [name.slice(5), text]));

/** What is kept after a change. @param {Settings} kept @param {Settings} change @returns {Settings} */
export const changed = (kept, change) => Object.fromEntries(Object.entries({ ...kept, ...change }).filter(([name, value]) => value !== (usual[name] ?? "")));

/** The settings that only choose what is looked at: they train nothing anew. */
export const onlyLooks = new Set(["example"]);

/**
 * Ways to begin, one click each.
 * @type {readonly { title: string, about: string, settings: Settings }[]}
 */
export const beginnings = [
  { title: "Two moons", about: "No straight line parts them. Watch the boundary bend.", settings: {} },
  { title: "Exclusive or", about: "Neither feature alone tells anything; four hidden units are enough.", settings: { data: "xor", layers: "4", rate: "0.1" } },
  { title: "Circles", about: "One class surrounds the other: the boundary has to close.", settings: { data: "circles", layers: "6" } },
  { title: "Spirals", about: "The hardest of them: two layers, and patience.", settings: { data: "spirals", layers: "16, 16", rate: "0.02", steps: "1500", noise: "0" } },
  { title: "Three blobs", about: "Several classes, told apart by straight boundaries.", settings: { data: "blobs", model: "straight", rate: "0.1", steps: "150" } },
  { title: "A line", about: "Two weights: slope and intercept. Plain descent finds them.", settings: { data: "line", model: "straight", optimizer: "gradient_descent", rate: "0.1", steps: "120" } },
  {
    title: "A formula of your own", about: "A parabola with three parameters, fitted by a loss that you write.",
    settings: { data: "parabola", model: "own", loss: "mean((a*x^2 + b*x + c - y)^2)", optimizer: "gradient_descent", rate: "0.3", steps: "200" },
  },
  { title: "Too large a rate", about: "The steps overshoot, and the loss grows instead of falling.", settings: { data: "line", model: "straight", optimizer: "gradient_descent", rate: "1.1", steps: "40" } },
];

/** Units of the hidden layers as typed. @param {string} text @returns {number[]} */
export const layersOf = (text) => text.split(/[\s,;]+/).filter((each) => each !== "").map(Number);

/** A value for a parameter as typed: a number, or a list in brackets. @param {string} text @returns {unknown} null where it is neither */
export function valueOf(text) {
  try {
    const value = JSON.parse(text);
    const isValue = (/** @type {unknown} */ each) => typeof each === "number" || (Array.isArray(each) && each.length > 0 && each.every(isValue));
    return isValue(value) ? value : null;
  } catch {
    return null;
  }
}
