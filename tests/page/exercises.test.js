import assert from "node:assert/strict";
import test from "node:test";
import * as calls from "../../wwwroot/app/api/exercise-calls.js";
import { answersOf, keptOf, score, sheetOf, withAnswer } from "../../wwwroot/app/math/exercises.js";

const single = /** @type {any} */ ({ id: "chain-rule-1-00000000", parts: [{ name: "x" }] });
const pair = /** @type {any} */ ({ id: "gradient-1-00000000", parts: [{ name: "x" }, { name: "y" }] });

test("a sheet that is kept is read back, and the usual one needs no words", () => {
  assert.deepEqual(keptOf(sheetOf({})), {});
  const sheet = { rules: ["slope", "limit"], difficulty: 3, count: 12, seed: 0 };
  assert.deepEqual(sheetOf(keptOf(sheet)), sheet);
});

for (const [kept, expected] of /** @type {[Record<string, string>, any][]} */ ([
  [{ rules: "", count: "0", difficulty: "9", seed: "-1" }, { count: 1, difficulty: 3, seed: 1 }],
  [{ rules: "<b>,slope", count: "1e3", difficulty: "x", seed: "12345678" }, { rules: ["slope"], count: 6, difficulty: 1, seed: 999_999 }],
]))
  test(`${JSON.stringify(kept)} is brought into what there is`, () => assert.deepEqual({ ...sheetOf(kept), ...expected }, sheetOf(kept)));

test("answers are kept by exercise and part, and empty ones not at all", () => {
  const answers = withAnswer(withAnswer(withAnswer({}, "1", "2x"), "2.x", "3"), "2.y", "4");
  assert.deepEqual(answersOf(answers, 1, single), { x: "2x" });
  assert.deepEqual(answersOf(answers, 2, pair), { x: "3", y: "4" });
  assert.deepEqual(answersOf(withAnswer(answers, "2.x", "  "), 2, pair), { y: "4" });
});

test("the score counts what is right", () => {
  assert.equal(score(["right", null, "wrong"]), "1 of 3 right.");
  assert.equal(score(["right", "right"]), "All 2 are right.");
  assert.equal(score([]), "0 of 0 right.");
});

test("a check without an answer asks for a hint alone", () => {
  assert.deepEqual(calls.check("slope-1-00000000", {}, 2).body, { id: "slope-1-00000000", hints: 2 });
  assert.deepEqual(calls.check("slope-1-00000000", { slope: "3" }, 0).body, { id: "slope-1-00000000", answer: { slope: "3" }, hints: 0 });
});
