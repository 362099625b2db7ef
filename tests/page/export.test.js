import assert from "node:assert/strict";
import { test } from "node:test";
import { asPlainNumber, csvOf, fileName } from "../../wwwroot/app/math/export.js";
import { format } from "../../wwwroot/app/math/numbers.js";

test("numbers as people read them become numbers of programs", () => {
  for (const value of [0, 1, -2.5, 3.14159, 1e-9, -4.2e-31, 6e23, 123456, Infinity, -Infinity]) assert.equal(Number(asPlainNumber(format(value))), value);
});

test("words stay words", () => {
  for (const words of ["undefined", "−x^3/6", "h", "none", ""]) assert.equal(asPlainNumber(words), words);
});

test("cells with commas, quotes and line breaks are quoted", () => {
  assert.equal(csvOf([["x", "f(x, y)"], ['say "yes"', "1\n2"]]), 'x,"f(x, y)"\r\n"say ""yes""","1\n2"\r\n');
});

test("names of files are plain", () => {
  assert.equal(fileName("Curve of the function f(x): a/b"), "curve-of-the-function-f-x-a-b");
  assert.equal(fileName("…"), "calcapi");
});
