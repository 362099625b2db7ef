// The curve of an equation, also where its sides only touch: what the samples leave open, the service's slopes decide.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { gradients } from "../api/descent-calls.js";
import { gridOf } from "../math/landscape.js";
import { format, toNumber } from "../math/numbers.js";
import { look, nextLook, placeOn, rounds, touchedEdges, touchedPieces } from "../plot/touching.js";
import { touch, zeroLine } from "../plot/zero-line.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** Two directions: a curve is missed where it runs along the one, and is found by the other. */
const directions = /** @type {const} */ ([[1, 0.381966], [-0.435, 1]]);

/** On so many edges at most the place is looked for. */
const most = 900;

/** @typedef {import("../plot/zero-line.js").Piece} Piece */
/** @typedef {{ x: [number, number], y: [number, number] }} View */

/**
 * Where the two sides of an equation are equal, and what is said of places where they only touch.
 * @param {Reading} about the difference of the sides as a function @param {View} view @param {AbortSignal} signal
 * @returns {Promise<{ pieces: Piece[], words: string }>}
 */
export async function equalSides(about, view, signal) {
  const grid = gridOf(await ask(calls.grid(about, view), signal), about.variables);
  const crossed = zeroLine(grid);
  const near = touch(grid);
  if (near === null) return { pieces: crossed, words: "" };
  const touched = await touchedCurve(about, view, grid, signal).catch((error) => {
    if (!(error instanceof ApiProblem)) throw error;
    return []; // without slopes it stays open
  });
  const cell = Math.max(grid.x[1] - grid.x[0], grid.y[1] - grid.y[0]);
  const isDrawn = touched.some(([x, y]) => Math.hypot(x - near.x, y - near.y) < 3 * cell);
  const words = isDrawn
    ? "Where the two sides touch without changing places the curve is drawn as well."
    : `Near (${format(near.x, 2)}, ${format(near.y, 2)}) the two sides come very close without changing places, but they touch along no curve.`;
  return { pieces: [...crossed, ...touched], words };
}

/** @param {Reading} about @param {View} view @param {import("../plot/zero-line.js").Grid} grid its samples @param {AbortSignal} signal @returns {Promise<Piece[]>} */
async function touchedCurve(about, view, grid, signal) {
  const [x, y] = about.variables;
  const { gradient } = await ask(calls.gradient(about, { [x]: grid.x[0], [y]: grid.y[0] }), signal);
  const text = (/** @type {string} */ name) => gradient.find((/** @type {any} */ each) => each.variable === name).derivative.text;
  const found = await Promise.all(directions.map(async ([across, up]) => {
    const slope = { ...about, definition: `slope(${x}, ${y}) = ${across}*(${text(x)}) + ${up}*(${text(y)})` };
    const { edges, pairs } = touchedEdges(grid, gridOf(await ask(calls.grid(slope, view), signal), about.variables).values);
    if (edges.length === 0 || edges.length > most) return [];
    for (let round = 0; round < rounds; round++) {
      const places = edges.map((edge) => nextLook(edge, round));
      const { at } = await ask(gradients(about, edges.map((edge, i) => pointAt(placeOn(edge, places[i])))), signal);
      edges.forEach((edge, i) => look(edge, places[i], toNumber(at[i].value), across * toNumber(at[i].gradient[x]) + up * toNumber(at[i].gradient[y])));
    }
    return touchedPieces(pairs);
  }));
  return found.flat();

  /** @param {[number, number]} place */
  function pointAt([across, up]) {
    return { [x]: across, [y]: up };
  }
}
