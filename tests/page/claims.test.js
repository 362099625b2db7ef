import assert from "node:assert/strict";
import test from "node:test";
import { entriesOf, readClaim } from "../../wwwroot/app/math/claims.js";

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
