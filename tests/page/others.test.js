import assert from "node:assert/strict";
import { test } from "node:test";
import { within } from "../../wwwroot/app/math/moves.js";
import { readable } from "../../wwwroot/app/math/numbers.js";
import { asFunctionOf, linesOf, textOf, withLine } from "../../wwwroot/app/math/others.js";

test("an added line is empty until something is typed into it", () => {
  assert.deepEqual(linesOf(""), []);
  assert.deepEqual(linesOf("\n"), [""]);
  assert.deepEqual(linesOf("x^2\n"), ["x^2"]);
  assert.deepEqual(linesOf("x^2\nsin(x)\ncos(x)\ntoo many"), ["x^2", "sin(x)", "cos(x)"]);
});

test("lines are replaced and removed in their place", () => {
  assert.equal(withLine("\n", 0, "x"), "x\n");
  assert.equal(withLine("x", 0, ""), "\n");
  assert.equal(withLine("a\nb\nc\n", 1, null), "a\nc\n");
  for (const lines of [[], [""], ["a", ""], ["", "b"]]) assert.deepEqual(linesOf(textOf(lines)), lines);
  assert.equal(withLine("a", 0, null), "");
});

test("a line becomes a function of the variable, unless it defines one", () => {
  assert.equal(asFunctionOf("3", "x"), "other(x) = 3");
  assert.equal(asFunctionOf("if(x >= 1, x == 2, 0)", "x"), "other(x) = if(x >= 1, x == 2, 0)");
  assert.equal(asFunctionOf("g(t) = t^2", "x"), "g(t) = t^2");
  assert.equal(asFunctionOf("other", "other"), "another(other) = other");
});

test("powers of ten in sentences are raised", () => {
  assert.equal(readable("the largest relative error is 1.67E-16, the rounding"), "the largest relative error is 1.67×10⁻¹⁶, the rounding");
  assert.equal(readable("h = 1e-9 and 6.1e-06"), "h = 10⁻⁹ and 6.1×10⁻⁶");
  for (const other of ["e^2", "x1e5y", "the names a1 and 2exp(x)", "0x1E5"]) assert.equal(readable(other), other);
});

test("a number is brought into an interval", () => assert.deepEqual([within(22.98, [-5, 5]), within(-7, [-5, 5]), within(1, [-5, 5])], [5, -5, 1]));
