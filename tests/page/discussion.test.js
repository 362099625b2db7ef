import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, completeSaid, heightsOf, placesOf, placesSaid } from "../../wwwroot/app/math/discussion.js";

const stretch = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ direction) => ({ from, to, direction, fromOpen: false, toOpen: false });
/** x³ − 3x, as the service discusses it. */
const cubic = {
  points: [
    { point: { x: -1 }, value: 2, kind: "maximum", cause: "stationary", certified: true },
    { point: { x: 1 }, value: -2, kind: "minimum", cause: "stationary", certified: true },
  ],
  complete: true, undecided: [], roots: [-1.7320508, 0, 1.7320508], inflections: [0], poles: [],
  monotonicity: [stretch(-5, -1, "increasing"), stretch(-1, 1, "decreasing"), stretch(1, 5, "increasing")],
  convexity: [stretch(-5, 0, "concave"), stretch(0, 5, "convex")],
};
const window = /** @type {[number, number]} */ ([-5, 5]);

test("places that coincide are one place with two names", () => {
  const places = placesOf(cubic, window);
  assert.deepEqual(places.map(({ x, is }) => [x, is]), [[-1.7320508, ["root"]], [-1, ["maximum"]], [0, ["root", "inflection"]], [1, ["minimum"]], [1.7320508, ["root"]]]);
});

test("the table of signs has a column for each place and each stretch between", () => {
  const places = placesOf(cubic, window);
  const numbers = places.map(({ x }) => ({ value: x ** 3 - 3 * x, first: 3 * x ** 2 - 3, second: 6 * x }));
  const columns = columnsOf(cubic, window, places, numbers);
  assert.equal(columns.length, 11);
  assert.equal(columns.map(({ first }) => first).join(""), "+++0−−−0+++");
  assert.equal(columns.map(({ second }) => second).join(""), "−−−−−0+++++");
  assert.deepEqual(columns.filter(({ place }) => place).map(({ f }) => f), ["0", "2", "0", "−2", "0"]);
  assert.equal(columns[0].shape, "increasing concave");
});

test("a kink and a pole have no sign", () => {
  const kink = { points: [{ point: { x: 0 }, value: 0, kind: "minimum", cause: "kink", certified: true }], complete: true, undecided: [], poles: [2], monotonicity: [stretch(-5, 0, "decreasing"), stretch(0, 2, "increasing")], convexity: [] };
  const places = placesOf(kink, window);
  const columns = columnsOf(kink, window, places, [{ value: 0, first: 0, second: 0 }, { value: NaN, first: NaN, second: NaN }]).filter(({ place }) => place);
  assert.deepEqual(columns.map(({ first, second, f }) => [first, second, f]), [["none", "none", "0"], ["none", "none", "pole"]]);
});

test("the places are said kind by kind, and whether they are all", () => {
  const said = placesSaid(placesOf(cubic, window));
  assert.deepEqual(said.map(({ what }) => what), ["Roots", "Minima", "Maxima", "Inflections"]);
  assert.equal(said[1].where, "1 (value −2)");
  assert.equal(completeSaid(cubic, window), "It is proven that there are no other extrema between −5 and 5.");
  assert.equal(completeSaid({ ...cubic, complete: false, undecided: [1, 2] }, window), "Whether there are other extrema between −5 and 5 is not decided in 2 places.");
});

test("the heights shown are those where the curve turns, within those of the curve", () => {
  assert.deepEqual(heightsOf(placesOf(cubic, window), [-120, 120]), [-6, 6]);
  assert.deepEqual(heightsOf(placesOf(cubic, window), [-3, 3]), [-3, 3]);
  assert.deepEqual(heightsOf([], [-3, 3]), [-3, 3]);
});
