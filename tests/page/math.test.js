import assert from "node:assert/strict";
import { test } from "node:test";
import { contourLevels } from "../../wwwroot/app/math/levels.js";
import { lineLatex } from "../../wwwroot/app/math/lines.js";
import { format, formatLatex, readNumber, rounded, tickLabels, toNumber } from "../../wwwroot/app/math/numbers.js";
import { placeOf, sizeAt, slideSteps } from "../../wwwroot/app/math/slide.js";
import { drawable, equalUnits, fitted, heightAt, span } from "../../wwwroot/app/math/windows.js";

for (const [value, digits, text] of /** @type {const} */ ([
  [0, 6, "0"], [-0, 6, "0"], [4, 6, "4"], [-0.301169, 6, "−0.301169"], [1 / 3, 6, "0.333333"], [6.000100000012054, 6, "6.0001"],
  [1234567, 6, "1.23457×10⁶"], [123456, 6, "123456"], [3540, 3, "3540"], [0.00012345, 3, "0.000123"], [1e-12, 6, "1×10⁻¹²"],
  [-2.5e300, 3, "−2.5×10³⁰⁰"], [999999.7, 6, "1000000"], [100, 1, "100"], [NaN, 6, "undefined"], [Infinity, 6, "∞"], [-Infinity, 6, "−∞"],
]))
  test(`${value} reads ${text}`, () => assert.equal(format(value, digits), text));

for (const [value, latex] of /** @type {const} */ ([[-1.5, "-1.5"], [1e-7, "1 \\cdot 10^{-7}"], [NaN, "\\text{undefined}"], [-Infinity, "-\\infty"]]))
  test(`${value} is typeset ${latex}`, () => assert.equal(formatLatex(value), latex));

for (const [text, value] of /** @type {const} */ ([["1.5", 1.5], ["−2", -2], ["2,5", 2.5], [" 1e3 ", 1000], ["", null], ["abc", null], ["1,000,000", null], ["Infinity", null]]))
  test(`the field reads "${text}" as ${value}`, () => assert.equal(readNumber(text), value));

test("the service's words for what is not finite are numbers again", () => {
  assert.deepEqual([1, "Infinity", "-Infinity", "NaN", null].map(toNumber), [1, Infinity, -Infinity, NaN, NaN]);
});

for (const [ticks, labels] of /** @type {[number[], string[]][]} */ ([
  [[-0.2, -0.1, 0, 0.1], ["−0.2", "−0.1", "0.0", "0.1"]],
  [[-1000, 0, 1000], ["−1000", "0", "1000"]],
  [[0, 100000, 200000], ["0", "1×10⁵", "2×10⁵"]],
  [[0, 2e-5, 4e-5], ["0", "2×10⁻⁵", "4×10⁻⁵"]],
  [[], []],
]))
  test(`ticks ${ticks.join(" ")} line up`, () => assert.deepEqual(tickLabels(ticks), labels));

test("a drag is rounded to what a pixel can tell", () => {
  assert.equal(rounded(1.23456, 0.0123), 1.23);
  assert.equal(rounded(1234.56, 20), 1235);
  assert.equal(rounded(-1e-9, 0.01), 0);
});

/** @param {(x: number) => number} f @param {number} [from] @param {number} [to] */
function sampled(f, from = -5, to = 5) {
  const x = Array.from({ length: 401 }, (_, i) => from + ((to - from) * i) / 400);
  return { x, y: x.map(f) };
}

test("a tame curve is shown whole", () => {
  const [low, high] = fitted([sampled((x) => x * x + 3)], [-5, 5]);
  assert.ok(low <= 0 && high >= 28 && high < 35);
});

test("a pole doesn't flatten the rest of the curve", () => {
  const [low, high] = fitted([sampled((x) => 1 / x, -5, -1e-6), sampled((x) => 1 / x, 1e-6, 5)], [-5, 5]);
  assert.ok(high > 1 && high < 10 && low < -1 && low > -10);
});

test("a constant curve and no curve have room around them", () => {
  const [low, high] = fitted([sampled(() => 4)], [-5, 5]);
  assert.ok(low < 4 && high > 4);
  assert.deepEqual(fitted([], [-5, 5]), [-1, 1]);
  assert.ok(span(fitted([sampled(() => 0)], [-5, 5])) > 0);
});

test("heights lie on the line drawn, and nowhere between segments", () => {
  const curve = [{ x: [0, 1], y: [0, 2] }, { x: [3, 3], y: [7, 7] }];
  assert.equal(heightAt(curve, 0.25), 0.5);
  assert.equal(heightAt(curve, 2), null);
  assert.equal(heightAt(curve, 3), 7);
});

test("one unit is equally long on both axes, and both intervals are shown", () => {
  const { x, y } = equalUnits([-2, 2], [-1, 5], 2);
  assert.deepEqual([x, y], [[-6, 6], [-1, 5]]);
});

test("a window that doubles can't resolve is not drawable", () => {
  assert.ok(drawable([-5, 5]));
  assert.ok(!drawable([1, 1 + 1e-13]));
  assert.ok(!drawable([-1e300, 1e300]));
  assert.ok(!drawable([NaN, 1]));
});

test("the slider goes to zero exactly, finer the nearer it comes", () => {
  assert.equal(sizeAt(0, 5), 0);
  assert.equal(sizeAt(slideSteps, 5), 5);
  assert.ok(sizeAt(100, 5) < 0.01);
  for (const place of [10, 137, 500, 999]) assert.ok(Math.abs(placeOf(sizeAt(place, 5), 5) - place) <= 1);
  assert.equal(placeOf(-2, 5), placeOf(2, 5));
});

/** @param {(x: number, y: number) => number} f */
const grid = (f) => Array.from({ length: 61 * 61 }, (_, i) => f(-2 + (i % 61) / 15, -1 + Math.floor(i / 61) / 15));

test("levels of a bowl are evenly spaced", () => {
  const levels = contourLevels(grid((x, y) => x * x + y * y), 10);
  const gaps = levels.slice(1).map((level, i) => level - levels[i]);
  assert.ok(levels.length >= 9);
  assert.ok(Math.max(...gaps) < 1.3 * Math.min(...gaps));
});

test("levels of Rosenbrock's function reach into its valley", () => {
  const values = grid((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2);
  const levels = contourLevels(values, 14);
  const lowest = Math.max(...values) / 100;
  assert.ok(levels.filter((level) => level < lowest).length >= 2, levels.join(" "));
  assert.deepEqual(levels, [...levels].sort((a, b) => a - b));
});

test("a flat, an empty and an undefined landscape have no levels", () => {
  assert.deepEqual(contourLevels(grid(() => 3), 10), []);
  assert.deepEqual(contourLevels([], 10), []);
  assert.deepEqual(contourLevels([NaN, Infinity], 10), []);
});

for (const [x, value, slope, latex] of /** @type {const} */ ([
  [1, 4, 2, "y = 2 \\, \\left(x - 1\\right) + 4"], [1, 1, 1, "y = \\left(x - 1\\right) + 1"], [-2, 2, -1, "y = -\\left(x + 2\\right) + 2"],
  [0, 0, 3.5, "y = 3.5 \\, x"], [0, -1, 1, "y = x - 1"], [3, 5, 0, "y = 5"], [2, 0, -4, "y = -4 \\, \\left(x - 2\\right)"],
]))
  test(`the line of slope ${slope} through (${x}, ${value})`, () => assert.equal(lineLatex({ x, value, slope }, "x"), latex));
