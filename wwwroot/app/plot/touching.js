// Where a function comes to 0 without changing its sign: a curve that is touched, not crossed. A slope across it changes its sign there, which
// is how it is found; and the value has to come down to 0 as near as doubles tell, which is how it is told from a near miss.

/** @typedef {import("./zero-line.js").Grid} Grid */
/** @typedef {import("./zero-line.js").Piece} Piece */
/** @typedef {{ from: [number, number], to: [number, number], ends: [number, number], seen: { at: number, side: 1 | -1, value: number }[] }} Edge a way along the grid on which the slope changes its sign; ends: the values there; seen: what is known on the way */

/** So much of the value beside a touched curve may be left of it on the curve. */
const rest = 1e-10;

/** In so many rounds the place is found on every edge. */
export const rounds = 8;

/** How a function may come down to 0: like an absolute value, a square, a square of a square. Of as high a power it is like a line. */
const powers = [0.5, 1, 0.25];

/**
 * The edges of the grid that the zero line of a slope crosses between two values of one sign, and the pairs of them that share a cell.
 * @param {Grid} grid the values @param {readonly number[]} slopes in some direction, at the same places
 */
export function touchedEdges({ x, y, values }, slopes) {
  const width = x.length;
  /** @type {Map<string, Edge>} */
  const edges = new Map();
  /** @type {[Edge, Edge][]} */
  const pairs = [];
  /** @param {number} i @param {number} j @param {number} di @param {number} dj */
  const edge = (i, j, di, dj) => {
    const [a, b] = [j * width + i, (j + dj) * width + i + di];
    if (!(slopes[a] < 0 !== slopes[b] < 0) || !Number.isFinite(slopes[a]) || !Number.isFinite(slopes[b])) return null;
    if (values[a] * values[b] < 0) return null;
    const key = `${a},${b}`;
    const known = edges.get(key);
    if (known) return known;
    /** @type {Edge} */
    const made = { from: /** @type {[number, number]} */ ([x[i], y[j]]), to: /** @type {[number, number]} */ ([x[i + di], y[j + dj]]), ends: /** @type {[number, number]} */ ([slopes[a], slopes[b]]), seen: [{ at: 0, side: 1, value: Math.abs(values[a]) }, { at: 1, side: -1, value: Math.abs(values[b]) }] };
    edges.set(key, made);
    return made;
  };
  for (let j = 0; j + 1 < y.length; j++)
    for (let i = 0; i + 1 < width; i++) {
      const found = [edge(i, j, 1, 0), edge(i + 1, j, 0, 1), edge(i, j + 1, 1, 0), edge(i, j, 0, 1)].filter((each) => each !== null);
      if (found.length === 2) pairs.push([found[0], found[1]]);
    }
  return { edges: [...edges.values()], pairs };
}

/**
 * Where on an edge the next look is worth most: where a line through the two lowest places known would be 0, of that power of the function that is
 * most like a line. The first looks, one for each, tell which that is.
 * @param {Edge} edge @param {number} round @returns {number}
 */
export function nextLook({ seen }, round) {
  const tried = seen.slice(2, 2 + powers.length).map(({ value }) => value);
  const power = powers[round] ?? powers[tried.indexOf(Math.min(...tried))] ?? powers[0];
  const height = (/** @type {typeof seen[number]} */ { side, value }) => side * value ** power;
  const [a, b] = round < powers.length ? seen : [...seen].sort((one, other) => one.value - other.value);
  const next = a.at - (height(a) * (a.at - b.at)) / (height(a) - height(b));
  if (next > 0 && next < 1 && !seen.some(({ at }) => at === next)) return next;
  const on = (/** @type {1 | -1} */ which) => seen.filter(({ side }) => side === which).map(({ at }) => at);
  return (Math.max(...on(1)) + Math.min(...on(-1))) / 2;
}

/** What was seen there. @param {Edge} edge @param {number} at @param {number} value @param {number} slope along the same direction as at the ends */
export function look(edge, at, value, slope) {
  edge.seen.push({ at, value: Math.abs(value), side: slope < 0 === edge.ends[0] < 0 ? 1 : -1 });
}

/** The place on an edge. @param {Edge} edge @param {number} at @returns {[number, number]} */
export const placeOn = ({ from, to }, at) => [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])];

/** The pieces of the curve: from touch to touch through each cell. @param {readonly [Edge, Edge][]} pairs @returns {Piece[]} */
export function touchedPieces(pairs) {
  /** @param {Edge} edge @returns {[number, number] | null} */
  const touch = (edge) => {
    const lowest = edge.seen.reduce((a, b) => (b.value < a.value ? b : a));
    const beside = Math.max(edge.seen[0].value, edge.seen[1].value);
    return lowest.value <= rest * beside ? placeOn(edge, lowest.at) : null;
  };
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [touch(one), touch(other)];
    return a && b && (a[0] !== b[0] || a[1] !== b[1]) ? [/** @type {Piece} */ ([...a, ...b])] : [];
  });
}
