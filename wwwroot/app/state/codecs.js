// How the members of the page's memory are written into an address, and read from one.
import { isChapter } from "../math/chapters.js";

/** @typedef {[number, number]} Interval */
/** @typedef {Record<string, number>} Point */
/** @template T @typedef {{ write: (value: T) => string, read: (text: string) => T }} Codec what can't be read is a `RangeError` */

/** @param {string} text */
function readNumber(text) {
  const number = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(number)) throw new RangeError(`not a finite number: ${text}`);
  return number;
}

/** Two numbers. @type {Codec<Interval>} */
export const pair = {
  write: (value) => value.map(String).join("~"),
  read(text) {
    const [from, to, ...rest] = text.split("~").map(readNumber);
    if (to === undefined || rest.length > 0) throw new RangeError(`not two numbers: ${text}`);
    return [from, to];
  },
};

/** Two numbers, the smaller first. @type {Codec<Interval>} */
export const interval = {
  write: pair.write,
  read(text) {
    const [from, to] = pair.read(text);
    if (!(from < to)) throw new RangeError(`not an interval: ${text}`);
    return [from, to];
  },
};

/** Numbers by name. @type {Codec<Point>} */
export const point = {
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

/** Texts by name: formulas hold every character that could separate them. @type {Codec<Record<string, string>>} */
export const texts = {
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

/** Any text. @type {Codec<string>} */
export const text = { write: String, read: String };

/** A name as the service gives names. @type {Codec<string>} */
export const name = {
  write: String,
  read(text) {
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(text)) throw new RangeError(`not a name: ${text}`);
    return text;
  },
};

/** A chapter of the page. @type {Codec<import("../math/chapters.js").Chapter>} */
export const chapter = {
  write: String,
  read(text) {
    if (!isChapter(text)) throw new RangeError(`not a chapter: ${text}`);
    return /** @type {import("../math/chapters.js").Chapter} */ (text);
  },
};

/** A number, brought into a range. @param {number} low @param {number} high @returns {Codec<number>} */
export const numberWithin = (low, high) => ({ write: String, read: (text) => Math.min(high, Math.max(low, readNumber(text))) });

/** A whole number, brought into a range. @param {number} low @param {number} high @returns {Codec<number>} */
export const wholeWithin = (low, high) => ({ write: String, read: (text) => Math.min(high, Math.max(low, Math.round(readNumber(text)))) });

/** Rules that race: of each its name, its rate, and its changed parameters where there are any. @type {Codec<{ optimizer: string, rate: number, knobs: Record<string, string> }[]>} */
export const runners = {
  write: (value) => JSON.stringify(value.map(({ optimizer, rate, knobs }) => (Object.keys(knobs).length > 0 ? [optimizer, rate, knobs] : [optimizer, rate]))),
  read(text) {
    /** @type {unknown} */
    let read;
    try {
      read = JSON.parse(text);
    } catch {
      throw new RangeError(`not JSON: ${text}`);
    }
    if (!Array.isArray(read) || read.length > 9) throw new RangeError(`not a list of runners: ${text}`);
    return read.map((entry) => {
      if (!Array.isArray(entry) || typeof entry[0] !== "string" || typeof entry[1] !== "number") throw new RangeError(`not a runner: ${text}`);
      return { optimizer: name.read(entry[0]), rate: rates.read(String(entry[1])), knobs: texts.read(JSON.stringify(entry[2] ?? {})) };
    });
  },
};

const rates = numberWithin(1e-12, 1e6);

/** What a map of descents is of. @type {Codec<string>} */
export const mapped = {
  write: String,
  read(text) {
    if (!/^(?:starts|rates)(?::[\w\u0370-\u03ff]+(?:,[\w\u0370-\u03ff]+)?)?$/.test(text)) throw new RangeError(`not a map: ${text}`);
    return text;
  },
};

/** Yes or no. @type {Codec<boolean>} */
export const flag = {
  write: (value) => (value ? "1" : "0"),
  read(text) {
    if (text !== "0" && text !== "1") throw new RangeError(`neither yes nor no: ${text}`);
    return text === "1";
  },
};

/** One of some words. @param {readonly { word: string }[]} all @returns {Codec<string>} */
export const oneOf = (all) => ({
  write: String,
  read(text) {
    if (!all.some(({ word }) => word === text)) throw new RangeError(`none of the words: ${text}`);
    return text;
  },
});

/** The runs that a link leads to, each with the fingerprint of its request; empty for none. @type {Codec<string>} */
export const runs = {
  write: (value) => value,
  read(text) {
    if (!/^([0-9a-f]{32}-[0-9a-f]{8}(\.(?!$)|$)){0,3}$/.test(text)) throw new RangeError(`no runs: ${text}`);
    return text;
  },
};
