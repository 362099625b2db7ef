import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as shown from "../../wwwroot/app/math/shown.js";

/** @param {string[]} variables @param {Record<string, any>} [data] @param {Record<string, any>} [values] */
const reading = (variables, data = {}, values = undefined) => ({ definition: "", name: "f", variables, data, ...(values ? { values } : {}) });

const rules = {
  constant: shown.isConstant, curve: shown.isCurve, composition: shown.isComposition, several: shown.isOfSeveral, numbers: shown.isOfNumbers,
  model: shown.isModel, variables: shown.hasVariables, checkable: shown.isCheckable, arrays: shown.hasArrays,
};

for (const [what, read, expected] of /** @type {const} */ ([
  ["a constant", reading([]), "constant"],
  ["a constant of data", reading([], { v: [1, 2] }), "constant arrays"],
  ["a function of one number", reading(["x"]), "curve composition numbers variables checkable"],
  ["a function of one number with a number as data", reading(["x"], { a: 2 }), "curve composition numbers variables checkable"],
  ["a function of one number and of data", reading(["m"], { y: [1, 2] }), "curve numbers model variables checkable arrays"],
  ["a function of two numbers", reading(["x", "y"]), "several numbers variables checkable"],
  ["a loss of two numbers over data", reading(["m", "b"], { X: [[1], [2]] }), "several numbers model variables checkable arrays"],
  ["a function of three numbers", reading(["x", "y", "z"]), "several numbers variables checkable"],
  ["a function of nine numbers", reading([..."abcdefghi"]), "several numbers variables"],
  ["a function of a vector", reading(["w"], {}, { w: [1, 2] }), "model variables checkable arrays"],
  ["a function of a vector and a number", reading(["w", "b"], { X: [[1, 2]] }, { w: [1, 2] }), "model variables checkable arrays"],
]))
  test(`${what} is shown as: ${expected}`, () => {
    const holding = Object.entries(rules).filter(([, rule]) => rule(/** @type {any} */ (read))).map(([name]) => name);
    assert.equal(holding.join(" "), expected);
  });

test("every panel in the markup stands in the list of panels, but for the one where the function is typed", () => {
  const read = (/** @type {string} */ file) => readFileSync(new URL(`../../wwwroot/${file}`, import.meta.url), "utf8");
  const inMarkup = [...read("index.html").matchAll(/data-panel="([\w-]+)"/g)].map(([, name]) => name).filter((name) => name !== "parse");
  const inList = [...read("app/main.js").matchAll(/\bname: "([\w-]+)", chapters:/g)].map(([, name]) => name);
  assert.ok(inList.length > 5);
  assert.deepEqual(inMarkup.filter((name) => !inList.includes(name)), []); // others build their own markup
});
