import assert from "node:assert/strict";
import { test } from "node:test";
import { relationOf } from "../../wwwroot/app/math/relations.js";
import { proofOf } from "../../wwwroot/app/math/residuals.js";
import { isNested, stageOfEach, waysOf } from "../../wwwroot/app/math/stages.js";
import { factorBars } from "../../wwwroot/app/plot/factors.js";

for (const [residual, kind, words] of /** @type {const} */ ([
  [0, "proven", "Equal by identity"],
  [-0, "proven", "Equal by identity"],
  [2e-16, "checked", "Checked: off by at most 2×10⁻¹⁶"],
  [2.1e-16, "checked", "Checked: off by at most 3×10⁻¹⁶"],
  [9.5e-12, "checked", "Checked: off by at most 1×10⁻¹¹"],
  [1e-8, "checked", "Checked: off by at most 1×10⁻⁸"],
  [1.1e-8, "doubtful", "Do not rely on this line: the sides differ by up to 2×10⁻⁸"],
  [0.5, "doubtful", "Do not rely on this line: the sides differ by up to 0.5"],
  [Infinity, "doubtful", "Do not rely on this line: the sides differ by up to ∞"],
  [NaN, "unchecked", "Not checked: no point could be used"],
]))
  test(`a residual of ${residual} is ${kind}`, () => assert.deepEqual(proofOf(residual), { kind, words }));

test("a line that is no equation holds instead of being equal", () => assert.equal(proofOf(0, false).words, "Holds by identity"));

for (const [rule, sign] of [["power-rule", "="], ["expand", "="], ["step-to-zero", "→"], ["limit-of-sine", "→"], ["shifted-value", ""], ["difference-quotient", ""], ["no-such-rule", "="]])
  test(`the sides of ${rule} are joined by "${sign}"`, () => assert.equal(relationOf(rule).sign, sign));

/** @param {string} text */
const formula = (text) => ({ text, latex: text });
/** @param {string} inner @param {string} placeholder @param {string} derivative */
const way = (inner, placeholder, derivative) => ({ inner: formula(inner), by: placeholder, placeholder, derivative: formula(derivative), atInner: formula(derivative) });
/** @param {string} name @param {string} outer @param {ReturnType<typeof way>} first @param {ReturnType<typeof way>[]} others */
const stage = (name, outer, first, ...others) => ({ name, outer: formula(outer), ...first, ...(others.length > 0 ? { others } : {}) });

const cube = [stage("u", "x^2", way("x", "x", "2*x")), stage("v", "sin(u)", way("x^2", "u", "cos(u)")), stage("y", "v^3", way("sin(x^2)", "v", "3*v^2"))];
const product = [stage("u", "x^2", way("x", "x", "2*x")), stage("v", "exp(u)", way("x^2", "u", "exp(u)")), stage("y", "x*v", way("exp(x^2)", "v", "x"), way("x", "x", "v"))];
const meeting = [stage("g", "x^2", way("x", "x", "2*x")), stage("h", "sin(x)", way("x", "x", "cos(x)")), stage("f", "g*h", way("x^2", "g", "h"), way("sin(x)", "h", "g"))];

test("a composition whose stages hold one another stands in boxes; one whose ways meet does not", () => {
  assert.equal(isNested(cube, "x"), true);
  assert.equal(isNested(product, "x"), true);
  assert.equal(isNested(meeting, "x"), false);
  assert.equal(waysOf(product[2]).length, 2);
});

/** @param {string} rule @param {string} before @param {string} after */
const step = (rule, before, after) => ({ rule, before: formula(before), after: formula(after) });

test("each line of the walk belongs to the stage and the way it speaks of", () => {
  const lines = [
    step("inner-function", "diff(x^2, x)", "2*x"), step("outer-function", "diff(exp(u), u)", "exp(u)"), step("put-inside-back", "exp(u)", "exp(x^2)"),
    step("outer-function", "diff(x*v, v)", "x"), step("inner-function", "diff(x*v, x)", "v"), step("put-inside-back", "v", "exp(x^2)"),
    step("multiply-stages", "diff(x*exp(x^2), x)", "…"), step("simplify", "…", "…"),
  ];
  assert.deepEqual(stageOfEach(product, lines).map(({ stage, way }) => [stage, way]), [[0, 0], [1, 0], [1, 0], [2, 0], [2, 1], [2, 1], [3, 0], [3, 0]]);
});

test("stages alike are told apart by their order", () => {
  const twice = [stage("u", "2*x", way("x", "x", "2")), stage("v", "sin(x)", way("2*x", "x", "cos(x)")), stage("w", "sin(x)", way("x", "x", "cos(x)"))];
  const lines = [step("inner-function", "diff(2*x, x)", "2"), step("outer-function", "diff(sin(x), x)", "cos(x)"), step("inner-function", "diff(sin(x), x)", "cos(x)")];
  assert.deepEqual(stageOfEach(twice, lines).map(({ stage }) => stage), [0, 1, 2]);
});

test("factors are bars from 1 whose lengths add up", () => {
  const { decades, bars } = factorBars([0.01, -100, 1, 1e-4]);
  assert.equal(decades, 4);
  assert.deepEqual(bars.map(({ from, to, kind }) => [from, to, kind]), [[25, 50, "shrinks"], [50, 75, "grows"], [50, 50, "grows"], [0, 50, "shrinks"]]);
});

test("what vanishes, explodes or has no value is no ordinary bar", () => {
  const { decades, bars } = factorBars([0, Infinity, NaN, 2]);
  assert.equal(decades, 1);
  assert.deepEqual(bars.map(({ from, to, kind }) => [from, to, kind]).slice(0, 3), [[0, 50, "vanishes"], [50, 100, "explodes"], [0, 0, "undefined"]]);
  assert.deepEqual(factorBars([1e300]).bars[0], { from: 50, to: 100, kind: "grows" });
  assert.equal(factorBars([1e300]).decades, 12);
});
