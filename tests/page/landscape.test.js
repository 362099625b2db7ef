import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, describe, ends, landOf, nudged, vacancy, gridOf } from "../../wwwroot/app/math/landscape.js";
import { sameView } from "../../wwwroot/app/math/windows.js";
import { refined } from "../../wwwroot/app/math/refine.js";
import { ascentIn, pointIn } from "../../wwwroot/app/plot/ascent.js";
import { createFrame } from "../../wwwroot/app/plot/frame.js";

/** Ten pixels to a unit, the origin in the middle. */
const frame = createFrame({ width: 100, height: 100, margins: { top: 0, right: 0, bottom: 0, left: 0 }, x: [-5, 5], y: [-5, 5] });
const axis = Array.from({ length: 17 }, (_, i) => i);
const land = landOf({ axes: { u: axis, v: axis }, values: axis.flatMap((v) => axis.map((u) => u + 100 * v)) }, ["u", "v"]);
const answer = { asked: { u: 1, v: 2 }, at: [{ gradient: { u: 3, v: "Infinity" }, norm: 5, steepestAscent: { u: 0.6, v: 0.8 } }] };

test("an answer becomes a grid with levels", () => {
  assert.deepEqual(land.grid.x, axis);
  assert.equal(land.grid.values[17], 100);
  assert.ok(land.levels.length > 5 && land.levels.every((level) => level > 0 && level < 1616));
});

test("a landscape as a table: nine columns and nine lines, the topmost first", () => {
  const { heads, rows } = cellsOf(land, ["u", "v"]);
  assert.deepEqual(heads, ["v \\ u", "0", "2", "4", "6", "8", "10", "12", "14", "16"]);
  assert.equal(rows.length, 9);
  assert.deepEqual(rows[0].slice(0, 3), ["16", "1600", "1602"]);
  assert.deepEqual(rows[8].slice(0, 3), ["0", "0", "2"]);
});

test("the ends of a landscape leave out what is not finite", () =>
  assert.deepEqual(ends([3, -Infinity, 7, NaN]), { low: "low 3", high: "7 high" }));

test("a landscape is described, with its gradient once it is known", () => {
  const view = { x: /** @type {[number, number]} */ ([0, 1]), y: /** @type {[number, number]} */ ([-2, 2]) };
  const plain = "Lines of equal value for u from 0 to 1 and v from −2 to 2; darker is higher.";
  assert.equal(describe(["u", "v"], view, null), plain);
  assert.equal(describe(["u", "v"], view, answer), `${plain} At u 1, v 2 the gradient is (3, ∞).`);
});

test("an empty landscape says why", () => {
  assert.equal(vacancy(null, false), null);
  assert.equal(vacancy(land, false), null);
  assert.equal(vacancy({ ...land, grid: { ...land.grid, values: [NaN] } }, false), "Nothing to draw: the function has no value here.");
  assert.equal(vacancy(null, true), "The landscape can't be drawn.");
});

test("two views are one where both axes are", () => {
  assert.equal(sameView({ x: [0, 1], y: [2, 3] }, { x: [0, 1], y: [2, 3] }), true);
  assert.equal(sameView({ x: [0, 1], y: [2, 3] }, { x: [0, 1], y: [2, 4] }), false);
});

test("a key moves the point by five pixels", () => assert.deepEqual(nudged([1, 2], { x: 1, y: -10 }, 0.01), [1.05, 1.5]));

test("the point stands in its picture, and is told", () => {
  const { place, value } = pointIn(frame, ["u", "v"], { u: 1, v: -2 });
  assert.deepEqual(place, { x: 60, y: 70, shown: true });
  assert.deepEqual(value, { now: 1, min: -5, max: 5, text: "u 1, v −2" });
  assert.equal(pointIn(frame, ["u", "v"], { u: 1, v: 9 }).place.shown, false);
});

test("the arrow starts where the gradient was asked for, and there is none without an ascent", () => {
  assert.match(ascentIn(frame, ["u", "v"], answer)?.shaft ?? "", /^M60\.00,30\.00L/);
  assert.equal(ascentIn(frame, ["u", "v"], null), null);
  assert.equal(ascentIn(frame, ["u", "v"], { ...answer, at: [{ gradient: { u: 0, v: 0 }, norm: 0, steepestAscent: null }] }), null);
});

test("a grid that was answered the other way round is turned", () => {
  const axes = { x: [0, 1, 2], z: [5, 6] };
  // z across: 10x + z at (z, x), row by row for each x
  const turned = gridOf({ variables: ["z", "x"], axes, values: [5, 6, 15, 16, 25, 26] }, ["x", "z"]);
  assert.deepEqual(turned, { x: [0, 1, 2], y: [5, 6], values: [5, 15, 25, 6, 16, 26] });
  assert.deepEqual(gridOf({ variables: ["x", "z"], axes, values: [5, 15, 25, 6, 16, "NaN"] }, ["x", "z"]).values, [5, 15, 25, 6, 16, NaN]);
});

test("between the samples of a narrow valley its floor stays in one piece", () => {
  const even = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
  const rosenbrock = (/** @type {number} */ x, /** @type {number} */ y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const sampled = { x: even, y: even.map((v) => v + 1), values: even.flatMap((v) => even.map((u) => rosenbrock(u, v + 1))) };
  const fine = refined(sampled);
  assert.deepEqual([fine.x.length, fine.y.length, fine.x[1], fine.y[121]], [123, 123, -2, 3]); // one beyond each end
  fine.values.forEach((value, i) => {
    const [column, row] = [i % 123, Math.floor(i / 123)];
    const exact = rosenbrock(fine.x[column], fine.y[row]);
    if (Math.min(column, row) > 0 && Math.max(column, row) < 122) assert.ok(Math.abs(value - exact) < 0.35, `${value} for ${exact}`);
  });
  const plain = { x: even, y: even, values: even.flatMap((v) => even.map((u) => u + v)) };
  assert.equal(refined(plain), plain);
});
