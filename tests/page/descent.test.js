import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, covers, near } from "../../wwwroot/app/math/descent-words.js";
import { logSlide } from "../../wwwroot/app/math/log-slide.js";
import { windowOf } from "../../wwwroot/app/math/descent-window.js";
import { changedKnobs, chosen, knobsOf, offered, rateFor, ratesAround, typed, untyped, usualRate } from "../../wwwroot/app/math/optimizers.js";

/** @param {string} name @param {unknown} rate @param {object} [more] */
const optimizer = (name, rate, more = {}) => ({ name, title: name, sentence: `${name}.`, parameters: rate === undefined ? [] : [{ name: "eps", default: 1 }, { name: "lr", default: rate }], ...more });
const [plain, sgd, delta, newton] = [optimizer("plain", 0.001, { sameAs: "sgd" }), optimizer("sgd", 0.001), optimizer("delta", 1), optimizer("newton", undefined)];
const all = [plain, sgd, delta, newton];

test("of two that make the same updates one is offered", () => assert.deepEqual(offered(all), [sgd, delta, newton]));

for (const [name, meant] of /** @type {const} */ ([["delta", delta], ["plain", sgd], ["sgd", sgd], ["unknown", sgd], ["", sgd]]))
  test(`"${name}" means ${meant.name}`, () => assert.equal(chosen(all, name), meant));

test("one that is the same as an optimizer that is not there falls back to the first", () =>
  assert.equal(chosen([delta, { ...plain, sameAs: "gone" }], "plain"), delta));

test("rates are offered around the usual one", () => {
  assert.equal(usualRate(sgd), 0.001);
  assert.equal(usualRate(newton), null);
  assert.deepEqual(ratesAround(0.001), { low: 1e-5, high: 1 });
  assert.deepEqual(ratesAround(1), { low: 0.01, high: 1000 });
});

test("a rate that nobody touched becomes the usual one of the next", () => {
  assert.equal(rateFor(0.001, sgd, delta), 1);
  assert.equal(rateFor(0.02, sgd, delta), 0.02);
  assert.equal(rateFor(0.001, sgd, newton), 0.001);
});

test("a slider on a logarithmic scale is its own inverse, to two digits", () => {
  const slide = logSlide({ low: 1e-5, high: 1 });
  assert.deepEqual([slide.at(0), slide.at(400), slide.at(1000)], [1e-5, 0.001, 1]);
  for (const value of [1e-5, 0.0002, 0.03, 1]) assert.ok(Math.abs(slide.at(slide.of(value)) / value - 1) < 0.05);
});

/** @param {number} steps @param {object} [more] */
const trajectory = (steps, more = {}) => ({
  step: Array.from({ length: steps + 1 }, (_, i) => i),
  points: { x: Array.from({ length: steps + 1 }, (_, i) => 3 - i), y: Array.from({ length: steps + 1 }, () => 1) },
  value: Array.from({ length: steps + 1 }, (_, i) => 9 - i),
  gradientNorm: Array.from({ length: steps + 1 }, () => "Infinity"),
  stop: { reason: "steps", message: "The one step was done." },
  ...more,
});

test("a long descent is thinned to a table that ends with the last step", () => {
  const { heads, rows } = cellsOf(trajectory(1000), ["x", "y"]);
  assert.deepEqual(heads, ["step", "x", "y", "value", "|gradient|"]);
  assert.ok(rows.length <= 252);
  assert.deepEqual(rows[0], ["0", "3", "1", "9", "∞"]);
  assert.equal(rows[rows.length - 1][0], "1000");
});

test("a start has a coordinate for each variable", () => {
  assert.equal(covers(["x", "y"], { x: 0, y: 0, z: 1 }), true);
  assert.equal(covers(["x", "y"], { x: 0 }), false);
});

test("a coordinate off a picture has the decimals that a pixel tells", () => {
  assert.equal(near(1.23456, 0.01), 1.23);
  assert.equal(near(123.456, 20), 123);
});

const adam = { name: "adam", title: "Adam", sentence: "Adam.", parameters: [{ name: "lr", default: 0.001 }, { name: "betas", default: [0.9, 0.999] }, { name: "eps", default: 1e-8 }, { name: "amsgrad", default: false }] };

test("every parameter but the rate has a field, with its default as it is typed", () => {
  assert.deepEqual(knobsOf(adam).map(({ name, default: usual }) => [name, typed(usual)]), [["betas", "0.9, 0.999"], ["eps", "1e-8"], ["amsgrad", "false"]]);
});

test("what is typed is read as the parameter's kind, or not at all", () => {
  assert.deepEqual([untyped(0.5, "0,25"), untyped(0.5, "a"), untyped(false, "true"), untyped([1, 2], "0.8, 0.99"), untyped([1, 2], "0.8 x"), untyped("plain", "keras")],
    [0.25, null, true, [0.8, 0.99], null, "keras"]);
});

test("a request says only what was changed and can be read", () => {
  assert.deepEqual(changedKnobs(adam, {}), {});
  assert.deepEqual(changedKnobs(adam, { betas: "0.9, 0.999", eps: "1e-6", amsgrad: "true", momentum: "0.5" }), { eps: 1e-6, amsgrad: true });
  assert.deepEqual(changedKnobs(adam, { betas: "0.5", eps: "" }), { betas: [0.5] });
});

test("the window of a descent holds its way, and a run that flies off does not widen it without end", () => {
  const within = (/** @type {[number, number]} */ [low, high], /** @type {number} */ x) => low < x && x < high;
  for (const path of [[3, 2.4, 1.9], [3, -3, 3], [-1e6, -1e6 + 1]]) for (const x of path) assert.ok(within(windowOf(path, path[path.length - 1]), x));
  const [low, high] = windowOf([3, -3.6, 4.3, -5.2, 1e80], 3);
  assert.ok(low > -20 && high < 20);
  assert.deepEqual(windowOf([], null), [-3, 3]);
});
