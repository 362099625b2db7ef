import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bestOf, chapters, factsOf, isChapter, opening, instead } from "../../wwwroot/app/math/chapters.js";

/** @param {string[]} variables @param {Record<string, any>} [values] */
const reading = (variables, values = undefined) => ({ variables, ...(values ? { values } : {}) });

test("the chapters stand in the order of learning", () =>
  assert.deepEqual(chapters.map(({ name }) => name), ["slope", "derivative", "chain-rule", "gradient", "direction", "descent", "training", "exercises"]));

for (const [what, read, open, best] of /** @type {const} */ ([
  ["one variable", reading(["x"]), ["slope", "derivative", "descent"], "slope"],
  ["two variables", reading(["x", "y"]), ["chain-rule", "gradient", "descent"], "gradient"],
  ["a vector", reading(["w"], { w: [1, 2] }), ["chain-rule", "gradient"], "gradient"],
  ["something that only descends", reading(["x", "y"]), ["descent"], "descent"],
  ["a constant", reading([]), [], "slope"],
]))
  test(`${what} begins with ${best}`, () => assert.equal(bestOf(/** @type {any} */ (read), new Set(open)), best));

for (const [variables, open, words] of /** @type {const} */ ([
  [["x"], ["slope", "derivative"], "One variable opens Slope, Derivative."],
  [["x", "y"], ["descent", "gradient"], "Two variables open Gradient, Descent."],
  [[..."abcdefgh"], ["gradient"], "8 variables open Gradient."],
  [[], [], "No variable: nothing changes, so no chapter has anything to show."],
]))
  test(`what ${variables.length} variables open is said: ${words}`, () => assert.equal(opening({ variables: [...variables] }, new Set(open)), words));

test("a chapter is known by its word", () => {
  assert.equal(factsOf("chain-rule").title, "Chain rule");
  assert.ok(isChapter("descent"));
  assert.ok(!isChapter("Descent"));
});

test("the markup names the chapters before any script runs", () => {
  const html = readFileSync(new URL("../../wwwroot/index.html", import.meta.url), "utf8");
  const [, list] = html.match(/<ul data-part="chapters">(.*?)<\/ul>/) ?? [];
  assert.deepEqual([...list.matchAll(/<a>([^<]+)<\/a>/g)].map(([, title]) => title), chapters.map(({ title }) => title));
});

test("an equation of one variable is offered as a function, one of many says that it is no curve", () => {
  const one = { variables: ["x"], difference: "(x-1)^2- 0" };
  assert.match(opening(one, new Set()), /roots of its left side minus its right/);
  assert.equal(instead(one, "slope"), "(x-1)^2");
  assert.equal(instead(one, "gradient"), "x^2 + x*y + y^2");
  assert.equal(instead({ variables: ["x"], difference: "x^2- (2)" }, "derivative"), "x^2- (2)");
  assert.match(opening({ variables: ["x", "y", "z"], difference: "x+y- (z)" }, new Set()), /^Three variables in an equation/);
  assert.match(opening({ variables: [], difference: "1- (1)" }, new Set()), /^No variable/);
});
