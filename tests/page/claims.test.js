import assert from "node:assert/strict";
import test from "node:test";
import { entriesOf, readClaim, textOf, typedFor, withClaim } from "../../wwwroot/app/math/claims.js";
import { markOf, numbersSaid, refusedVariable, slipsSaid } from "../../wwwroot/app/math/verdicts.js";

test("numbers, vectors and matrices are values", () => {
  assert.equal(readClaim(" 2.50 "), 2.5);
  assert.deepEqual(readClaim("[1, −2]"), [1, -2]);
  assert.deepEqual(readClaim("[[1, 2], [3, 4]]"), [[1, 2], [3, 4]]);
});

for (const text of ["2*X' @ (X @ w - y)", "[x, 1]", "[1, 2]*x", "[]", "[[1, 2], 3]", "[\"a\"]"])
  test(`${text} is left to the service as a formula`, () => assert.equal(readClaim(text), text));

test("entries are named by row and column, the worst first", () => {
  const entries = entriesOf({ claimed: [[1, 2], [9, 4]], exact: [[1, 2.5], [3, 4]], numeric: [[1, 2.5], [3, 4]] }, 2);
  assert.deepEqual(entries.map(({ place }) => place), ["2, 1", "1, 2"]);
  assert.deepEqual(entries[0], { place: "2, 1", claimed: 9, exact: 3, numeric: 3 });
});

test("without measured slopes the column is empty; other shapes are not compared", () => {
  assert.deepEqual(entriesOf({ claimed: [1], exact: [2] }, 5), [{ place: "1", claimed: 1, exact: 2, numeric: null }]);
  assert.deepEqual(entriesOf({ claimed: [[1, 2, 3]], exact: [[1], [2], [3]] }, 5), []);
});

test("what is not finite counts as the worst", () => {
  assert.equal(entriesOf({ claimed: [1, "NaN"], exact: [7, 2] }, 1)[0].place, "2");
});

test("what was typed is kept by variable; an empty field claims nothing", () => {
  assert.equal(textOf({ x: "2x" }, "x"), "2x");
  assert.equal(textOf({}, "constructor"), "");
  assert.deepEqual(withClaim({ x: "1", y: "2" }, "x", "3"), { y: "2", x: "3" });
  assert.deepEqual(withClaim({ x: "1", y: "2" }, "x", ""), { y: "2" });
});

test("only what was typed for a variable of the function is claimed", () =>
  assert.deepEqual(typedFor({ x: "2", y: " ", z: "x", gone: "1" }, ["x", "y", "z"]), { x: 2, z: "x" }));

for (const [component, word, kind] of /** @type {const} */ ([
  [undefined, "", ""],
  [{ correct: true }, "right", "right"],
  [{ correct: false }, "wrong", "wrong"],
  [{ correct: null }, "can't be judged", ""],
]))
  test(`a claim is marked "${word}"`, () => assert.deepEqual(markOf(component), { word, kind }));

const slip = (/** @type {string} */ title) => ({ slip: title, title, explanation: "Why.", evidence: "" });

test("one slip is named, and several are introduced as what is likely and what else could be", () => {
  assert.deepEqual(slipsSaid({ diagnosis: slip("A sign") }).map(({ head }) => head), ["A sign. "]);
  assert.deepEqual(slipsSaid({ diagnosis: slip("A sign"), alsoPossible: [slip("A factor")] }).map(({ head }) => head), ["Likely: A sign. ", "Or: A factor. "]);
  assert.deepEqual(slipsSaid({}), []);
});

for (const [component, words] of /** @type {const} */ ([
  [{ claimed: 1, exact: 2 }, "You gave 1; the right value is 2."],
  [{ claimed: 1, exact: 2, diagnosis: slip("A sign") }, "You gave 1; the right value is 2. A formula would settle which slip it is."],
  [{ claimed: [1, 2], exact: [3, 4], diagnosis: slip("A sign") }, "You gave [1, 2]; the right value is [3, 4]."],
  [{ claimed: 1, exact: 2, claimedFormula: {} }, "At the point your formula gives 1; the right value is 2."],
  [{ claimed: 1, exact: 2, claimedFormula: {}, differsAt: { x: 2, w: [1, 2] } }, "At the point your formula gives 1; the right value is 2. The two also differ at x = 2, w = [1, 2]."],
]))
  test(`a wrong claim in numbers: ${words}`, () => assert.equal(numbersSaid(component), words));

test("a refusal of a claim names its variable; any other names none", () => {
  assert.equal(refusedVariable({ "claimed.w": ["It can't be read."] }), "w");
  assert.equal(refusedVariable({ function: ["It can't be read."] }), null);
  assert.equal(refusedVariable(undefined), null);
});
