// The page's memory: one plain object, and the fragment of the address that restores it.
import { chapter, flag, interval, mapped, name, numberWithin, oneOf, pair, point, runners, runs, text, texts, wholeWithin } from "./state/codecs.js";

import { conventional } from "./math/names.js";
import { codeKinds, codeLanguages } from "./math/code-files.js";

/** @template T @typedef {import("./state/codecs.js").Codec<T>} Codec */

/**
 * @typedef {[number, number]} Interval
 * @typedef {Record<string, number>} Point
 * @typedef {object} State
 * @property {string} function the definition as typed
 * @property {Point} data values of names that are constants of the function
 * @property {string} dataset a table or lines of `name = value` as pasted
 * @property {Interval | null} x the part of the first variable's axis that is shown; null is the usual part
 * @property {Interval | null} y the part of the vertical axis that is shown; null is fitted to the curve
 * @property {Interval} points the first coordinates of the two points on a curve, P and Q
 * @property {string} others other curves in the same plot, a line for each
 * @property {boolean} second whether the second derivative is shown
 * @property {string} codeLanguage the language in which the function is written as code
 * @property {string} codeOf what of it: its value, its gradient, its second derivatives
 * @property {number} taylorOrder the order of the Taylor polynomial at P
 * @property {number} taylorRadius how far from P its error is looked at
 * @property {Point} at the point of the gradient, by variable; a variable without an entry is at its usual place
 * @property {Point} dir the direction that a slope is taken along, by variable; a variable without an entry has its usual step
 * @property {Record<string, string>} claims the derivatives that a learner typed to have them checked, by variable
 * @property {Point | null} start where the descent starts; null before the first click
 * @property {string} optimizer the name of an update rule; whether there is one of that name only the catalogue knows
 * @property {number} rate the learning rate
 * @property {number} steps the number of updates
 * @property {Record<string, string>} knobs the optimizer's other parameters that were changed, as typed
 * @property {Record<string, string>} training the settings of a training that are not the usual ones, as typed
 * @property {string} tour the guided tour and its step, such as `slope~2`; empty for none
 * @property {Record<string, string>} sheet the settings of a sheet of exercises that are not the usual ones
 * @property {Record<string, string>} answers what was answered on it, by the number of the exercise and its part
 * @property {string} table the table that was pasted to train with
 * @property {string} placed the points that were placed by hand to train with
 * @property {import("./math/chapters.js").Chapter | null} chapter the chapter that was chosen; null is the best for the function
 * @property {import("./math/runners.js").Runner[]} runners the rules that race against that one
 * @property {boolean} field whether the arrow field is drawn over a landscape
 * @property {string} run where the training is found that goes on without the page; empty for none
 * @property {string} mapRun where the map is found that does
 * @property {string} map what the map of descents is of: `starts:x,y`, or `rates:x`
 */

/** @type {Readonly<State>} */
export const initial = Object.freeze({
  function: "x^2 + 3",
  data: {},
  dataset: "",
  x: null,
  y: null,
  points: /** @type {Interval} */ ([1, 3]),
  others: "",
  second: false,
  codeLanguage: "numpy",
  codeOf: "gradient",
  taylorOrder: 3,
  taylorRadius: 1,
  at: {},
  dir: {},
  claims: {},
  start: null,
  optimizer: "momentum",
  rate: 0.001,
  steps: 200,
  knobs: {},
  training: {},
  sheet: {},
  answers: {},
  table: "",
  placed: "",
  tour: "",
  chapter: null,
  runners: /** @type {import("./math/runners.js").Runner[]} */ ([]),
  map: "starts",
  run: "",
  mapRun: "",
  field: false,
});

const version = "1";

/**
 * A point with every coordinate: (1, 0.5, 0.5, …) where none was chosen, which is seldom a special point of anything. The 1 belongs to what lies across.
 * @param {readonly string[]} variables @param {Point} chosen @returns {Point}
 */
export function place(variables, chosen) {
  const [first] = conventional(variables);
  return Object.fromEntries(variables.map((name) => [name, chosen[name] ?? (name === first ? 1 : 0.5)]));
}

/**
 * Where numbers are asked for: values that were given, P for a curve, else the point of the gradient.
 * @param {Pick<import("./api/calls.js").Reading, "variables" | "values">} reading @param {Pick<State, "points" | "at">} state
 * @returns {import("./api/calls.js").AnyPoint}
 */
export function pointOf({ variables, values = {} }, { points, at }) {
  if (variables.length === 1 && !(variables[0] in values)) return { [variables[0]]: points[0] };
  return { ...place(variables, at), ...values };
}

/** One reader and writer for each member; the short key is what the address shows. @type {{ [K in keyof State]: [string, Codec<NonNullable<State[K]>>] }} */
const codecs = {
  function: ["f", text],
  data: ["d", point],
  dataset: ["t", text],
  x: ["x", interval],
  y: ["y", interval],
  points: ["p", pair],
  others: ["tc", text],
  second: ["ts", flag],
  codeLanguage: ["tl", oneOf(codeLanguages)],
  codeOf: ["tw", oneOf(codeKinds)],
  taylorOrder: ["to", wholeWithin(0, 20)],
  taylorRadius: ["tr", numberWithin(1e-3, 1e4)],
  at: ["at", point],
  dir: ["dir", point],
  claims: ["c", texts],
  start: ["s", point],
  optimizer: ["o", name],
  rate: ["r", numberWithin(1e-12, 1e6)],
  steps: ["n", wholeWithin(1, 20000)],
  knobs: ["k", texts],
  training: ["nn", texts],
  sheet: ["xs", texts],
  answers: ["xa", texts],
  table: ["nd", text],
  placed: ["np", text],
  tour: ["nt", text],
  chapter: ["ch", chapter],
  runners: ["rs", runners],
  map: ["m", mapped],
  run: ["ru", runs],
  mapRun: ["mr", runs],
  field: ["gf", flag],
};

/**
 * The fragment, without `#`, that restores a state. Members at their initial value are left out.
 * @param {State} state
 */
export function toFragment(state) {
  const written = new URLSearchParams({ v: version });
  for (const member of /** @type {(keyof State)[]} */ (Object.keys(codecs))) {
    const [key, codec] = codecs[member];
    const value = state[member];
    if (value === null) continue; // every member that may be null is null initially
    const text = /** @type {Codec<any>} */ (codec).write(value);
    const usual = initial[member];
    if (usual === null || text !== /** @type {Codec<any>} */ (codec).write(usual)) written.set(key, text);
  }
  if (state.chapter === null && usedIn(state) !== null) written.set("ch", ""); // links of old name no chapter, and mean one
  return written.toString();
}

/**
 * The state a fragment restores. A member that can't be read keeps its initial value; a fragment of another version restores nothing.
 * @param {string} fragment with or without `#`
 * @returns {State}
 */
export const fromFragment = (fragment) => readFragment(fragment).state;

/**
 * The same, and what there was to read.
 * @param {string} fragment with or without `#`
 * @returns {{ state: State, version: "this" | "none" | "other", unread: (keyof State)[] }} unread: the members that can't be read
 */
export function readFragment(fragment) {
  const written = new URLSearchParams(fragment.replace(/^#/, ""));
  /** @type {any} */
  const state = structuredClone(initial);
  /** @type {(keyof State)[]} */
  const unread = [];
  const made = written.get("v");
  if (made !== version) return { state, version: made === null ? "none" : "other", unread };
  for (const [member, [key, codec]] of /** @type {[keyof State, [string, Codec<any>]][]} */ (Object.entries(codecs))) {
    const text = written.get(key);
    if (text === null || (member === "chapter" && text === "")) continue;
    try {
      state[member] = codec.read(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unread.push(member);
    }
  }
  if (!written.has("ch")) state.chapter = usedIn(state);
  return { state, version: "this", unread };
}

/** Where a state without a chapter is seen: its descent, its derivatives to be checked. @param {Pick<State, "start" | "claims">} state */
function usedIn({ start, claims }) {
  if (start !== null) return "descent";
  const claimed = Object.keys(claims).length;
  return claimed === 0 ? null : claimed === 1 ? "derivative" : "gradient";
}

/**
 * Holds the state and tells its listeners what changed.
 * @param {State} start
 */
export function createStore(start) {
  let state = start;
  /** @type {Set<(state: State, changed: Set<keyof State>) => void>} */
  const listeners = new Set();
  return {
    get state() {
      return state;
    },
    /** @param {Partial<State>} change */
    set(change) {
      const changed = /** @type {(keyof State)[]} */ (Object.keys(change)).filter(
        (member) => JSON.stringify(change[member]) !== JSON.stringify(state[member]),
      );
      if (changed.length === 0) return;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, new Set(changed));
    },
    /** @param {(state: State, changed: Set<keyof State>) => void} listener */
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
