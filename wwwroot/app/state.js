// The page's memory: one plain object, and the fragment of the address that restores it.

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
 * @property {Point} at the point of the gradient, by variable; a variable without an entry is at its usual place
 * @property {Record<string, string>} claims the derivatives that a learner typed to have them checked, by variable
 * @property {Point | null} start where the descent starts; null before the first click
 * @property {string} optimizer one of `optimizers`
 * @property {number} rate the learning rate
 * @property {number} steps the number of updates
 */

/** The update rules offered, as the service names them. */
export const optimizers = /** @type {const} */ (["sgd", "momentum", "nesterov", "adam"]);

/** @type {Readonly<State>} */
export const initial = Object.freeze({
  function: "x^2 + 3",
  data: {},
  dataset: "",
  x: null,
  y: null,
  points: /** @type {Interval} */ ([1, 3]),
  at: {},
  claims: {},
  start: null,
  optimizer: "momentum",
  rate: 0.001,
  steps: 200,
});

const version = "1";

/**
 * A point with every coordinate: (1, 0.5, 0.5, …) where none was chosen, which is seldom a special point of anything.
 * @param {readonly string[]} variables @param {Point} chosen @returns {Point}
 */
export const place = (variables, chosen) => Object.fromEntries(variables.map((name, i) => [name, chosen[name] ?? (i === 0 ? 1 : 0.5)]));

/** @param {string} text */
function readNumber(text) {
  const number = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(number)) throw new RangeError(`not a finite number: ${text}`);
  return number;
}

/** @type {Codec<Interval>} */
const pair = {
  write: (value) => value.map(String).join("~"),
  read(text) {
    const [from, to, ...rest] = text.split("~").map(readNumber);
    if (to === undefined || rest.length > 0) throw new RangeError(`not two numbers: ${text}`);
    return [from, to];
  },
};

/** @type {Codec<Interval>} */
const interval = {
  write: pair.write,
  read(text) {
    const [from, to] = pair.read(text);
    if (!(from < to)) throw new RangeError(`not an interval: ${text}`);
    return [from, to];
  },
};

/** @type {Codec<Point>} */
const point = {
  write: (value) => Object.entries(value).map(([name, number]) => `${name}~${number}`).join("!"),
  read(text) {
    /** @type {Point} */
    const read = {};
    for (const entry of text === "" ? [] : text.split("!")) {
      const [name, number, ...rest] = entry.split("~");
      if (!/^[A-Za-z\u0370-\u03ff][\w\u0370-\u03ff]*$/.test(name) || number === undefined || rest.length > 0)
        throw new RangeError(`not a coordinate: ${entry}`);
      read[name] = readNumber(number);
    }
    return read;
  },
};

/** Formulas hold every character that could separate them. @type {Codec<Record<string, string>>} */
const claims = {
  write: (value) => JSON.stringify(value),
  read(text) {
    /** @type {unknown} */
    let read;
    try {
      read = JSON.parse(text);
    } catch {
      throw new RangeError(`not JSON: ${text}`);
    }
    if (typeof read !== "object" || read === null || Array.isArray(read) || !Object.values(read).every((each) => typeof each === "string"))
      throw new RangeError(`not texts by variable: ${text}`);
    return /** @type {Record<string, string>} */ (read);
  },
};

/**
 * One reader and writer for each member; the short key is what the address shows.
 * @template T @typedef {{ write: (value: T) => string, read: (text: string) => T }} Codec
 */
/** @type {{ [K in keyof State]: [string, Codec<NonNullable<State[K]>>] }} */
const codecs = {
  function: ["f", { write: String, read: String }],
  data: ["d", point],
  dataset: ["t", { write: String, read: String }],
  x: ["x", interval],
  y: ["y", interval],
  points: ["p", pair],
  at: ["at", point],
  claims: ["c", claims],
  start: ["s", point],
  optimizer: ["o", { write: String, read: (text) => oneOf(optimizers, text) }],
  rate: ["r", { write: String, read: (text) => within(readNumber(text), 1e-12, 1e6) }],
  steps: ["n", { write: String, read: (text) => within(Math.round(readNumber(text)), 1, 20000) }],
};

/** @param {readonly string[]} known @param {string} text */
function oneOf(known, text) {
  if (!known.includes(text)) throw new RangeError(`unknown: ${text}`);
  return text;
}

/** @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Math.min(high, Math.max(low, value));

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
  return written.toString();
}

/**
 * The state a fragment restores. A member that can't be read keeps its initial value; a fragment of another version restores nothing.
 * @param {string} fragment with or without `#`
 * @returns {State}
 */
export function fromFragment(fragment) {
  const written = new URLSearchParams(fragment.replace(/^#/, ""));
  /** @type {Record<string, unknown>} */
  const state = structuredClone(initial);
  if (written.get("v") !== version) return /** @type {State} */ (/** @type {unknown} */ (state));
  for (const [member, [key, codec]] of Object.entries(codecs)) {
    const text = written.get(key);
    if (text === null) continue;
    try {
      state[member] = codec.read(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return /** @type {State} */ (/** @type {unknown} */ (state));
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
