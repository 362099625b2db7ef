import assert from "node:assert/strict";
import { test } from "node:test";
import { bandOf, errorSaid, orderSaid } from "../../wwwroot/app/math/taylor.js";

const line = [{ x: [-5, -1, 0.5, 5], y: [-5, -1, 0.5, 5] }];

test("the band is as wide as the bound and ends where the remainder does", () => {
  const band = bandOf(line, { from: -2, to: 1, bound: 0.25 });
  assert.deepEqual(band, { x: [-2, -1, 0.5, 1], low: [-2.25, -1.25, 0.25, 0.75], high: [-1.75, -0.75, 0.75, 1.25] });
});

test("there is no band without a bound, and none outside the picture", () => {
  for (const bound of [undefined, "Infinity", "NaN"]) assert.equal(bandOf(line, { from: -2, to: 1, bound }), null);
  assert.equal(bandOf(line, { from: 6, to: 8, bound: 1 }), null);
});

test("what is left out is said with its stretch", () => {
  assert.equal(errorSaid({ from: 0, to: 2, bound: 0 }), "Between 0 and 2 the polynomial is the function itself.");
  assert.equal(errorSaid({ from: -1, to: 1, bound: 0.0011687, largestError: 0.00019568 }), "Between −1 and 1 Lagrange's remainder stays below about 0.0012. The largest error found there is 0.0002.");
  assert.equal(errorSaid({ from: 0, to: 2, reason: "The derivative has a pole." }), "Between 0 and 2 there is no bound. The derivative has a pole.");
});

test("orders are said by what they add", () => {
  assert.match(orderSaid(1), /tangent/);
  assert.equal(orderSaid(7), "8 derivatives at P agree, the value among them");
});
