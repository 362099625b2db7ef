// The discussion of a curve: its special places, and the table of signs between them.
import { format, toNumber } from "./numbers.js";

/** @typedef {{ from: number, to: number, direction: string, fromOpen: boolean, toOpen: boolean }} Stretch */
/** @typedef {{ point: Record<string, number>, value: number | string, kind: string, cause: string, certified: boolean }} Critical */
/**
 * @typedef {object} Discussion as the service answers it
 * @property {Critical[]} points
 * @property {boolean} complete
 * @property {unknown[]} undecided
 * @property {number[]} [roots]
 * @property {number[]} [inflections]
 * @property {number[]} [poles]
 * @property {Stretch[]} [monotonicity]
 * @property {Stretch[]} [convexity]
 */
/** @typedef {{ x: number, is: string[], critical?: Critical }} Place a special place and what it is: root, inflection, pole, minimum, maximum, saddle, degenerate, end */
/** @typedef {{ value: number, first: number, second: number }} Numbers the function, its derivative and its second derivative */
/** @typedef {{ head: string, place: boolean, first: string, second: string, f: string, shape: string }} Column */

/** More columns than these are no table to read. */
export const mostColumns = 41;

/** The special places of the curve, from left to right. @param {Discussion} discussion @param {[number, number]} x */
export function placesOf({ points, roots = [], inflections = [], poles = [], monotonicity = [] }, [from, to]) {
  /** @type {Place[]} */
  const places = [];
  const near = 1e-9 * Math.max(Math.abs(from), Math.abs(to), to - from);
  const add = (/** @type {number} */ x, /** @type {string} */ what, /** @type {Critical} */ critical) => {
    const known = places.find((place) => Math.abs(place.x - x) <= near);
    if (known === undefined) places.push({ x, is: [what], ...(critical ? { critical } : {}) });
    else {
      if (!known.is.includes(what)) known.is.push(what);
      if (critical) known.critical = critical;
    }
  };
  for (const each of points) add(Number(Object.values(each.point)[0]), each.kind, each);
  for (const x of roots) add(x, "root", /** @type {any} */ (undefined));
  for (const x of inflections) add(x, "inflection", /** @type {any} */ (undefined));
  for (const x of poles) add(x, "pole", /** @type {any} */ (undefined));
  for (const { from: start, to: end } of monotonicity)
    for (const x of [start, end]) if (x > from + near && x < to - near && !places.some((place) => Math.abs(place.x - x) <= near)) add(x, "end", /** @type {any} */ (undefined));
  return places.filter(({ x }) => x >= from && x <= to).sort((a, b) => a.x - b.x);
}

/**
 * The columns of the table of signs: places and the stretches between them.
 * @param {Discussion} discussion @param {[number, number]} x the part of the axis @param {Place[]} places @param {Numbers[]} numbers at the places
 * @returns {Column[]}
 */
export function columnsOf({ monotonicity = [], convexity = [] }, [from, to], places, numbers) {
  const first = (/** @type {number} */ x) => signOf(at(monotonicity, x), "increasing", "decreasing");
  const second = (/** @type {number} */ x) => signOf(at(convexity, x), "convex", "concave");
  /** @type {Column[]} */
  const columns = [];
  const stretch = (/** @type {number} */ start, /** @type {number} */ end) => {
    if (!(end > start)) return;
    const middle = (start + end) / 2;
    const shape = `${at(monotonicity, middle) ?? ""} ${at(convexity, middle) ?? ""}`.trim();
    columns.push({ head: "", place: false, first: first(middle), second: second(middle), f: "", shape });
  };
  let last = from;
  places.forEach((place, i) => {
    stretch(last, place.x);
    const { value, first: slope, second: bend } = numbers[i];
    const cause = place.critical?.cause;
    columns.push({
      head: format(place.x, 4),
      place: true,
      first: cause === "stationary" ? "0" : Number.isNaN(slope) || (cause !== undefined && cause !== "stationary") ? "none" : slope > 0 ? "+" : slope < 0 ? "−" : "0",
      second: place.is.includes("inflection") && Number.isFinite(bend) ? "0" : Number.isNaN(bend) || (cause !== undefined && cause !== "stationary") ? "none" : bend > 0 ? "+" : bend < 0 ? "−" : "0",
      f: place.is.includes("pole") ? "pole" : place.is.includes("root") ? "0" : Number.isNaN(value) ? "none" : format(value, 4),
      shape: place.is.filter((word) => word !== "end" && word !== "root" && word !== "pole").map((word) => nameOf(word)).join(", "),
    });
    last = place.x;
  });
  stretch(last, to);
  return columns;
}

/** What a kind of place is called. @param {string} kind */
export const nameOf = (kind) => ({ saddle: "terrace", degenerate: "undecided", end: "end of the domain" })[kind] ?? kind;

/** @param {Stretch[]} stretches @param {number} x */
const at = (stretches, x) => stretches.find(({ from, to }) => x >= from && x <= to)?.direction;

/** @param {string | undefined} direction @param {string} plus @param {string} minus */
const signOf = (direction, plus, minus) => (direction === undefined ? "" : direction === plus ? "+" : direction === minus ? "−" : "0");

/** The special places in words, kind by kind. @param {Place[]} places @returns {{ what: string, where: string }[]} */
export function placesSaid(places) {
  const kinds = [["root", "Roots"], ["minimum", "Minima"], ["maximum", "Maxima"], ["saddle", "Terraces"], ["degenerate", "Undecided"], ["inflection", "Inflections"], ["pole", "Poles"]];
  return kinds.map(([kind, what]) => {
    const those = places.filter(({ is }) => is.includes(kind));
    const shown = those.slice(0, 6).map(({ x, critical }) => (critical && kind !== "root" && kind !== "inflection" ? `${format(x, 4)} (value ${format(toNumber(critical.value), 4)})` : format(x, 4)));
    const rest = those.length > shown.length ? ` and ${those.length - shown.length} more` : "";
    return { what, where: those.length === 0 ? "none" : shown.join(", ") + rest };
  }).filter(({ what, where }) => where !== "none" || !["Terraces", "Undecided", "Poles"].includes(what));
}

/** Whether these are all, in a sentence. @param {Discussion} discussion @param {[number, number]} x */
export function completeSaid({ complete, undecided }, [from, to]) {
  const stretch = `between ${format(from, 4)} and ${format(to, 4)}`;
  if (complete) return `It is proven that there are no other extrema ${stretch}.`;
  const places = undecided.length;
  return places > 0 ? `Whether there are other extrema ${stretch} is not decided in ${places} ${places === 1 ? "place" : "places"}.` : `It is not proven that there are no other extrema ${stretch}.`;
}

/**
 * The heights to show: around those at which the curve turns and is zero, where these differ; else those of the whole curve.
 * @param {Place[]} places @param {[number, number]} whole @returns {[number, number]}
 */
export function heightsOf(places, whole) {
  const heights = places.flatMap(({ is, critical }) => [...(is.includes("root") ? [0] : []), ...(critical ? [toNumber(critical.value)] : [])]).filter(Number.isFinite);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const size = high - low;
  if (!(size > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high)))) return whole;
  return [Math.max(whole[0], low - size), Math.min(whole[1], high + size)];
}
