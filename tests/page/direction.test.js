import assert from "node:assert/strict";
import { test } from "node:test";
import { degreesOf, directionOf, pointedTo, slopeSaid, stretched, turned, walkSaid } from "../../wwwroot/app/math/directions.js";
import { degreesAt, onRim, polarLobes } from "../../wwwroot/app/plot/polar.js";
import { directionTo, pointerIn, waterfall } from "../../wwwroot/app/plot/pointer.js";
import { race, slopeAlong, terms } from "../../wwwroot/app/api/descent-calls.js";

const reading = { definition: "x^2 + y", name: "f", variables: ["x", "y"], data: { a: 2 } };

test("the calls of the chapter ask for what is shown", () => {
  assert.deepEqual(slopeAlong(reading, { x: 1, y: 2 }, { x: 2, y: 3 }).body, { function: "x^2 + y", data: { a: 2 }, point: { x: 1, y: 2 }, direction: { x: 2, y: 3 } });
  assert.deepEqual(terms([4, 1], [2, 3]).body?.data, { slopes: [4, 1], steps: [2, 3] });
  const asked = race(reading, { start: { x: 1, y: 2 }, rules: [{ name: "sgd", lr: 0.1 }], steps: 10, every: 1 }).body;
  assert.deepEqual(asked, { function: "x^2 + y", data: { a: 2 }, starts: [{ x: 1, y: 2 }], optimizers: [{ name: "sgd", lr: 0.1 }], steps: 10 });
});

test("the usual walk is two steps, three steps, one back; the others stand still", () => {
  const variables = ["x", "y", "z", "u"];
  assert.deepEqual(directionOf(variables, {}), { x: 2, y: 3, z: -1, u: 0 });
  assert.deepEqual(directionOf(["x", "y"], { x: 0, y: 0 }), { x: 2, y: 3 });
  assert.deepEqual(directionOf(["x", "y"], { y: -5 }), { x: 2, y: -5 });
});

for (const [direction, words] of /** @type {const} */ ([
  [{ x: 2, y: 3, z: -1 }, "Two steps in x, three in y and one back in z."],
  [{ x: 1, y: 0, z: 0 }, "One step in x; y and z stand still."],
  [{ x: 0, y: -1, z: 12 }, "One step back in y and 12 in z; x stands still."],
  [{ x: 0.25, y: 1, z: 1 }, "0.25 steps in x, one in y and one in z."],
]))
  test(`a walk in words: ${words}`, () => assert.equal(walkSaid(["x", "y", "z"], direction), words));

test("an arrow is turned, pointed and stretched", () => {
  assert.deepEqual(turned([1, 0], 90), [0, 1]);
  assert.deepEqual(turned([2, 3], 360), [2, 3]);
  assert.deepEqual(pointedTo([0, -2], 180), [-2, 0]);
  assert.deepEqual(stretched([1, -2], 1.5), [1.5, -3]);
  assert.deepEqual([degreesOf(1, 0), degreesOf(0, 1), degreesOf(-1, 0), degreesOf(0, -1)], [0, 90, 180, 270]);
});

for (const [slope, steepest, words] of /** @type {const} */ ([
  [5, 5, /straight uphill/], [-5, 5, /straight downhill/], [0.01, 5, /level/], [2.5, 5, /goes up, with 50 %/], [-1, 5, /goes down, with 20 %/], [0, 0, /level in every direction/], [NaN, NaN, /no slope/],
]))
  test(`a slope of ${slope} where the steepest is ${steepest}`, () => assert.match(slopeSaid(slope, steepest), words));

const cosine = Array.from({ length: 360 }, (_, i) => 3 * Math.cos((i * Math.PI) / 180));
const spots = (/** @type {string} */ path) => path.replace(/[MZ]/g, " ").trim().split(/[ L]+/).map((spot) => spot.split(",").map(Number));

test("the polar plot is a circle uphill and one downhill, with the gradient where it is turned to", () => {
  const { up, down } = polarLobes(cosine, 3, 100, 90);
  const highest = Math.min(...spots(up).map(([, y]) => y));
  assert.ok(Math.abs(highest + 100) < 0.01, "the gradient is at the top");
  for (const [x, y] of spots(up)) assert.ok(Math.abs(Math.hypot(x, y + 50) - 50) < 0.02 && y <= 0.01);
  for (const [, y] of spots(down)) assert.ok(y >= -0.01);
  assert.deepEqual(polarLobes(cosine.map(() => 0), 0, 100, 0), { up: "", down: "" });
});

test("a spot of the polar plot and its direction belong together", () => {
  for (const degrees of [0, 37, 90, 200, 359]) assert.equal(degreesAt(onRim(degrees, 80)), degrees);
});

const frame = { pixel: { x: 0.01, y: 0.01 }, width: 400, height: 300 };

test("an arrow is as long as its direction where that can be taken hold of, and else of a length that can", () => {
  assert.deepEqual(pointerIn(frame, { x: 10, y: 200 }, [1, 0]), { tip: { x: 110, y: 200 }, length: 100, true: true });
  assert.equal(pointerIn(frame, { x: 0, y: 0 }, [1e-6, 0]).length, 48);
  assert.deepEqual([pointerIn(frame, { x: 0, y: 0 }, [3e9, 4e9]).length, pointerIn(frame, { x: 0, y: 0 }, [3, 4]).true], [126, false]);
  assert.deepEqual(directionTo(frame, { x: 100, y: 100 }, { x: 150, y: 60 }), [0.5, 0.4]);
});

test("terms stand where the one before ended, and the sum runs from nothing to the end", () => {
  const { zero, bars, total } = waterfall([8, 3, -3], 8);
  assert.ok(bars[1].from === bars[0].to && bars[2].to === bars[1].to && !bars[2].rises);
  assert.deepEqual([total.from, total.to], [zero, bars[0].to]);
  assert.equal(waterfall([0, 0], 0).bars[0].from, 50);
});
