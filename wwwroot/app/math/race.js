// A race of descents: what is asked for, where each runner is at a time, and the order of finish.
import { format, toNumber } from "./numbers.js";
import { inLine } from "./values.js";
import { plainPowers } from "./prose.js";

/** @typedef {any} Run a trajectory as the service answers it; null where its rule was refused */

/** So many steps of a run are drawn at most. */
const mostKept = 1000;

/** Every how many steps one is kept: an odd number, so that a run that jumps to and fro is still seen to. @param {number} steps */
export function keptEvery(steps) {
  const every = Math.ceil(steps / mostKept);
  return every === 1 ? 1 : every + 1 - (every % 2);
}

/** The last step that any runner made. @param {readonly Run[]} runs */
export const lastStep = (runs) => runs.reduce((last, run) => Math.max(last, run?.step.at(-1) ?? 0), 0);

/** The place of the last kept step that is not after a time. @param {readonly number[]} steps rising from 0 @param {number} time */
export function placeAt(steps, time) {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

const headlines = /** @type {Record<string, string>} */ ({
  converged: "Arrived", rounding: "Arrived, as exactly as numbers allow", slow: "On its way", oscillating: "Jumping to and fro", diverging: "Diverging",
  unbounded: "Falling without end", kink: "At a kink", plateau: "On a plateau", saddle: "At a saddle", flat: "On level ground", noise: "Shaken by noise",
});

const endings = /** @type {Record<string, string>} */ ({
  converged: "Arrived", steps: "All steps done", diverged: "Diverging", stationary: "Standing still", budget: "Out of time", cancelled: "Cancelled",
});

/** How a run went, in a few words. @param {Run} run */
export const headlineOf = ({ diagnosis, stop }) => headlines[diagnosis?.verdict] ?? endings[stop.reason] ?? stop.reason;

/** How a run went, in sentences. @param {Run} run @param {readonly string[]} variables */
export function toldOf(run, variables) {
  const { stop, diagnosis, step, points, value } = run;
  const end = variables.map((name) => inLine(points[name].at(-1), 5)).join(", ");
  const last = step.at(-1);
  return {
    headline: `${headlineOf(run)}.`,
    reason: plainPowers(stop.message),
    end: `After ${last === 1 ? "1 step" : `${last} steps`}: (${end}), value ${format(toNumber(value.at(-1)), 5)}.`,
    explanation: plainPowers(diagnosis?.explanation ?? ""),
    suggestedRate: typeof diagnosis?.suggestedRate === "number" ? diagnosis.suggestedRate : null,
  };
}

/**
 * The order of finish. Runs whose rule was refused are not in it.
 * @param {readonly { rank: number, optimizer: number, value: number | string, step: number, evaluations: number }[]} ranking
 * @param {readonly Run[]} runs @param {readonly string[]} titles
 */
export const finishOf = (ranking, runs, titles) =>
  ranking.map(({ rank, optimizer, value, step, evaluations }) => ({
    which: optimizer,
    cells: [String(rank), titles[optimizer], format(toNumber(value), 4), String(step), String(evaluations), headlineOf(runs[optimizer])],
  }));

/** The race in a sentence. @param {readonly { rank: number, optimizer: number, value: number | string, step: number }[]} ranking @param {readonly string[]} titles @param {boolean} climbs */
export function summaryOf(ranking, titles, climbs = false) {
  if (ranking.length === 0) return "";
  const winners = ranking.filter(({ rank }) => rank === ranking[0].rank);
  const names = winners.map(({ optimizer }) => titles[optimizer]);
  const [first] = winners;
  const best = `${format(toNumber(first.value), 4)} at step ${first.step}`;
  if (ranking.length === 1) return `Best value: ${best}.`;
  return names.length === 1 ? `${names[0]} comes ${climbs ? "highest" : "lowest"}: ${best}.` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} come equally ${climbs ? "high" : "low"}: ${best}.`;
}

/** Names that tell runners apart: those of one rule by their rates, or by their numbers. @param {readonly { title: string, rate: string }[]} runners */
export function titlesOf(runners) {
  const once = (/** @type {readonly string[]} */ names, /** @type {string} */ name) => names.filter((each) => each === name).length === 1;
  const plain = runners.map(({ title }) => title);
  const rated = runners.map(({ title, rate }) => `${title} ${rate}`);
  return runners.map(({ title }, i) => (once(plain, title) ? title : once(rated, rated[i]) ? rated[i] : `${rated[i]} (${i + 1})`));
}

/**
 * The vertical axis of a chart of several columns: logarithmic where all of it is positive and it runs over more than two powers of ten. On an
 * axis that is not, a run that flies off does not press the others flat.
 * @param {readonly (readonly number[])[]} columns each from the start on
 * @returns {{ log: boolean, y: [number, number] }}
 */
export function axisOf(columns) {
  let [low, high] = [Infinity, -Infinity];
  for (const column of columns)
    for (const value of column) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (!(low <= high)) return { log: false, y: [0, 1] };
  if (low > 0 && high / low > 100) return { log: true, y: [low / 1.5, Math.min(high, low * 1e60) * 1.5] };
  const start = columns.map(([first]) => first).find(Number.isFinite) ?? high;
  const fall = Math.max(start - low, Math.abs(start) / 10, 1e-300);
  if (high - start > 20 * fall) high = start + 3 * fall;
  const room = high > low ? 0.08 * (high - low) : Math.abs(high) / 2 || 1;
  return { log: false, y: [low - room, high + room] };
}
