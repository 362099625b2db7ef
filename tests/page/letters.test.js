import assert from "node:assert/strict";
import { test } from "node:test";
import { freeLetters, lettersWithoutValue, listed, reachOf } from "../../wwwroot/app/math/letters.js";

test("letters beside x can be numbers, where there is something left to vary", () => {
  assert.deepEqual(freeLetters(["a", "x", "b"]), ["a", "b"]);
  assert.deepEqual(freeLetters(["x", "y", "a"]), ["a"]);
  assert.deepEqual(freeLetters(["x", "y"]), []);
  assert.deepEqual(freeLetters(["w", "b"]), []);
  assert.deepEqual(freeLetters(["x", ..."abcdefg"]), []);
});

test("letters that a signature leaves out want values", () => {
  const named = (/** @type {string} */ text) => ({ kind: "name", text });
  const tree = ["a", "x", "b", "x", "c_1", "pi", "e", "rate"].map(named);
  assert.deepEqual(lettersWithoutValue({ name: "f", tree }, ["x"], { b: 2 }), ["a", "c_1"]);
  assert.deepEqual(lettersWithoutValue({ name: null, tree }, ["x"], {}), []);
  assert.deepEqual(lettersWithoutValue({ name: "f", tree, helpers: ["g"] }, ["x"], {}), []);
  assert.deepEqual(lettersWithoutValue({ name: "f", tree: [..."abcdghk"].map(named) }, ["x"], {}), []);
});

test("names are listed as in a sentence", () => assert.deepEqual([listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])], ["a", "a and b", "a, b and c"]));

test("a slider reaches beyond its value", () => assert.deepEqual([0, 5, 5.1, -37, 120, 999].map(reachOf), [5, 5, 10, 50, 200, 1000]));
