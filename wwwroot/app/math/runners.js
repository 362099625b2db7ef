// The runners of a race: an update rule each, with its rate and its other parameters. The first one stands in the page's older members.
import { changedKnobs, chosen, offered, rateFor, usualRate } from "./optimizers.js";

/** @typedef {import("./optimizers.js").Optimizer} Optimizer */
/** @typedef {{ optimizer: string, rate: number, knobs: Record<string, string> }} Runner */
/** @typedef {Runner & { runners: Runner[] }} Held what the page's memory holds of a race */

/** As many as can be told apart by colour and shape. */
export const mostRunners = 10;

/** The shapes that go with the colours, so that nobody needs to see the colours. */
export const shapes = /** @type {const} */ (["disc", "square", "triangle", "diamond", "cross", "ring", "plus", "star", "down", "bar"]);

/** @param {Held} held @returns {Runner[]} */
export const runnersOf = ({ optimizer, rate, knobs, runners }) => [{ optimizer, rate, knobs }, ...runners];

/** What the memory holds once these run. @param {readonly Runner[]} all at least one @returns {Held} */
export const holding = ([first, ...runners]) => ({ ...first, runners });

/** @param {readonly Runner[]} all @param {number} which @param {Partial<Runner>} change */
export const changed = (all, which, change) => all.map((runner, i) => (i === which ? { ...runner, ...change } : runner));

/** One more runner: the first rule that does not run yet, of those that people compare first. @param {readonly Runner[]} all @param {readonly Optimizer[]} catalogue */
export function withOneMore(all, catalogue) {
  const known = offered(catalogue);
  const names = ["sgd", "momentum", "adam", "nesterov", "rmsprop", "adagrad", ...known.map(({ name }) => name)];
  const running = new Set(all.map(({ optimizer }) => chosen(catalogue, optimizer).name));
  const next = names.find((name) => !running.has(name) && known.some((each) => each.name === name)) ?? known[0].name;
  return [...all, freshRunner(next, all[0], catalogue)];
}

/** A runner as a race begins with it: at the pace of the first one where both mean the same by a rate, else at its usual one.
 * @param {string} name @param {Runner} first @param {readonly Optimizer[]} catalogue @returns {Runner} */
function freshRunner(name, first, catalogue) {
  const optimizer = chosen(catalogue, name);
  const plain = ["sgd", "momentum", "nesterov"];
  const rate = plain.includes(name) && plain.includes(chosen(catalogue, first.optimizer).name) ? first.rate : (usualRate(optimizer) ?? first.rate);
  return { optimizer: name, rate, knobs: {} };
}

/** Plain descent, momentum and Adam side by side, at rates of one size. @param {readonly Runner[]} all @returns {Runner[]} */
export function classics([first]) {
  const { rate } = first;
  return [{ optimizer: "sgd", rate, knobs: {} }, { optimizer: "momentum", rate, knobs: {} }, { optimizer: "adam", rate: Number(Math.min(1, rate * 10).toPrecision(3)), knobs: {} }];
}

/** A runner under another rule. @param {Runner} runner @param {Optimizer} before @param {Optimizer} next @returns {Runner} */
export function ruled(runner, before, next) {
  const names = next.parameters.map(({ name }) => name);
  return { optimizer: next.name, rate: rateFor(runner.rate, before, next), knobs: Object.fromEntries(Object.entries(runner.knobs).filter(([name]) => names.includes(name))) };
}

/** What a request says of a runner. @param {Runner} runner @param {readonly Optimizer[]} catalogue empty while it is not known @returns {{ name: string, [parameter: string]: unknown }} */
export function ruleOf({ optimizer: name, rate: lr, knobs }, catalogue) {
  if (catalogue.length === 0) return { name, lr };
  const optimizer = chosen(catalogue, name);
  return { name: optimizer.name, ...(usualRate(optimizer) === null ? {} : { lr }), ...changedKnobs(optimizer, knobs) };
}
