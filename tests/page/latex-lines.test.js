import assert from "node:assert/strict";
import { test } from "node:test";
import { breakable, linesOf } from "../../wwwroot/app/math/latex-lines.js";

for (const [latex, pieces] of /** @type {const} */ ([
  ["\\left(1 - x\\right) \\left(1 + \\left(x\\right) \\left(y\\right)\\right)", 2],
  ["y'\\left(u\\left(x\\right)\\right) u'\\left(x\\right) \\sin\\left(x\\right)", 3],
  ["\\left(x - 1\\right)^{2} \\left(x + 1\\right)", 2],
  ["\\operatorname{mse}\\left(x\\right) \\cdot \\left(x\\right)", 1],
  ["\\tanh^{2}\\left(x\\right) + \\left(y\\right)", 1],
  ["\\frac{\\left(a\\right) \\left(b\\right)}{2}", 1],
  ["\\begin{cases} \\left(x\\right) \\left(y\\right) & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", 1],
  ["x^{2}", 1],
]))
  test(`${latex} may stand in ${pieces} lines`, () => {
    const parts = breakable(latex).split(" \\allowbreak");
    assert.equal(parts.length, pieces);
    assert.equal(parts.join(""), latex);
  });

test("a definition and its helpers are lines of their own, whatever stands in them", () => {
  assert.deepEqual(linesOf("\\begin{array}{l} A\\left(B\\left(x\\right)\\right) \\\\ \\text{where } A\\left(x\\right) = \\sin\\left(x\\right) \\\\ B\\left(x\\right) = x^{2} \\end{array}"), [
    "A\\left(B\\left(x\\right)\\right)",
    "\\text{where } A\\left(x\\right) = \\sin\\left(x\\right)",
    "B\\left(x\\right) = x^{2}",
  ]);
  assert.deepEqual(linesOf("\\begin{array}{l} f \\\\ g = \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\end{array}"), ["f", "g = \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"]);
  assert.deepEqual(linesOf("x^{2}"), ["x^{2}"]);
});
