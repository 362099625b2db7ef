import assert from "node:assert/strict";
import { test } from "node:test";
import { descriptions, vacancies } from "../../wwwroot/app/math/curve-words.js";
import { measuredOf, segmentOf } from "../../wwwroot/app/math/measured.js";
import { moved, stride, windowAround } from "../../wwwroot/app/math/moves.js";
import { curvePoints } from "../../wwwroot/app/plot/curve-points.js";
import { createFrame } from "../../wwwroot/app/plot/frame.js";

/** Ten pixels to a unit, the origin in the middle. */
const frame = createFrame({ width: 100, height: 100, margins: { top: 0, right: 0, bottom: 0, left: 0 }, x: [-5, 5], y: [-5, 5] });
const derivative = { text: "2*x", latex: "2 x" };
const [atP, atQ] = [{ derivative, functionValue: 1, value: 2, notes: [{ code: "a" }] }, { derivative, functionValue: 4, value: 4, notes: [{ code: "b" }] }];
const secant = { run: 1, rise: 3, slope: 3, notes: [{ code: "c" }] };

test("two points and their secant are numbers, with the notes of all three answers", () => {
  const { p, q, secant: through, smooth, notes } = measuredOf([1, 2], [atP, atQ, secant]);
  assert.deepEqual([p, q], [{ x: 1, value: 1, slope: 2 }, { x: 2, value: 4, slope: 4 }]);
  assert.deepEqual(through, { run: 1, rise: 3, slope: 3 });
  assert.equal(smooth, true);
  assert.deepEqual(notes.map(({ code }) => code), ["a", "b", "c"]);
});

test("where P is Q there is one answer and no secant", () => {
  const { p, q, secant: through } = measuredOf([1, 1], [atP]);
  assert.deepEqual(p, q);
  assert.equal(through, null);
});

test("where there is no derivative at P, nothing is smooth", () =>
  assert.equal(measuredOf([0, 0], [{ ...atP, notes: [{ code: "not-differentiable" }] }]).smooth, false));

test("the words for what JSON lacks become numbers", () =>
  assert.deepEqual(segmentOf({ x: [0, 1], y: ["Infinity", "NaN"], endOpen: true }), { x: [0, 1], y: [Infinity, NaN], endOpen: true }));

test("each point moves by itself, and P takes Q along where both are one", () => {
  assert.deepEqual(moved([1, 3], 0, 2), [2, 3]);
  assert.deepEqual(moved([1, 3], 1, 2), [1, 2]);
  assert.deepEqual(moved([1, 1], 0, 2), [2, 2]);
  assert.deepEqual(moved([1, 1], 1, 2), [1, 2]);
});

for (const [pixel, step] of [[0.01, 0.05], [0.02, 0.1], [0.1, 0.5], [0.25, 1], [0.3, 2], [2, 10]])
  test(`a key moves by ${step} where a pixel is worth ${pixel}`, () => assert.equal(Number(stride(pixel).toPrecision(12)), step));

const measured = measuredOf([1, 2], [atP, atQ, secant]);

test("points stand on the curve, as high as was measured", () => {
  const [p, q] = curvePoints(frame, [1, 2], measured, []);
  assert.deepEqual([p.place.x, p.place.y, p.place.off], [60, 40, false]);
  assert.equal(p.value.text, "x 1, value 1");
  assert.deepEqual([q.place.x, Math.round(q.place.y), q.place.letter], [70, 10, "Q"]);
  assert.deepEqual([p.value.min, p.value.max], [-5, 5]);
});

test("a point that has moved on keeps to what is drawn, and to the axis where nothing is", () => {
  const [drawn] = curvePoints(frame, [3, 2], measured, [{ x: [2, 4], y: [0, 2] }]);
  assert.deepEqual([drawn.place.y, drawn.place.off], [40, false]);
  const [off] = curvePoints(frame, [3, 2], measured, []);
  assert.deepEqual([off.place.y, off.place.off, off.value.text], [50, true, "x 3, not defined"]);
});

test("a point beyond the picture is not shown, and one above it stands at its border", () => {
  assert.equal(curvePoints(frame, [7, 2], null, [])[0].place.shown, false);
  assert.equal(curvePoints(frame, [1, 2], measuredOf([1, 2], [{ ...atP, functionValue: 100 }, atQ, secant]), [])[0].place.y, 0);
});

test("where P is Q one of them is shown, with both names", () => {
  const [p, q] = curvePoints(frame, [1, 1], measuredOf([1, 1], [atP]), []);
  assert.deepEqual([p.place.letter, p.place.shown, q.place.shown], ["P = Q", true, false]);
});

test("letters lean to where the secant leaves room", () => {
  assert.deepEqual(curvePoints(frame, [1, 1.5], measuredOf([1, 1.5], [atP, { ...atQ, functionValue: 1 }, secant]), []).map(({ place }) => place.lean), [-1, -1]);
  const falling = curvePoints(frame, [1, 2], measuredOf([1, 2], [atP, { ...atQ, functionValue: -2 }, { ...secant, slope: -3 }]), []);
  assert.deepEqual(falling.map(({ place }) => [place.below, place.lean]), [[false, 1], [true, -1]]);
});

const f = [{ x: [0, 1], y: [0, 1] }];

for (const [what, curves, failed, above, below] of /** @type {const} */ ([
  ["before the first answer", null, false, null, null],
  ["of a curve", { f, d: f }, false, null, null],
  ["of a curve without a derivative", { f, d: [] }, false, null, "Nothing to draw: there is no derivative here."],
  ["of no curve", { f: [], d: [] }, false, "Nothing to draw: between −1 and 2 the function has no value.", null],
  ["of a refusal", { f: [], d: [] }, true, "The curve can't be drawn.", null],
]))
  test(`what stands in place of the pictures ${what}`, () => assert.deepEqual(vacancies(/** @type {any} */ (curves), failed, [-1, 2]), { above, below }));

test("the pictures are described, with the points once they are known", () => {
  assert.deepEqual(descriptions("t", [-1, 2], { f: [...f, ...f], d: f }, measured), {
    above: "The curve of the function for t from −1 to 2, in 2 pieces. P is at 1, value 1; Q at 2, value 4.",
    below: "The curve of the derivative for t from −1 to 2, in one piece.",
  });
  assert.equal(descriptions("t", [0, 1], { f, d: f }, null).above, "The curve of the function for t from 0 to 1, in one piece.");
});

for (const [points, window] of [
  [[50, 52], [46, 56]],
  [[50, 50], [45, 55]],
  [[-20, 20], [-40, 40]],
  [[0.123456, 1e6], [-500000, 1500000]],
])
  test(`the picture around ${points[0]} and ${points[1]} goes from ${window[0]} to ${window[1]}`, () => {
    const [low, high] = windowAround(/** @type {[number, number]} */ (points));
    assert.deepEqual([low, high].map((x) => Math.round(x)), window);
  });
