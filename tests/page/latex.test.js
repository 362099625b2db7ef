import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

/** @type {typeof import("katex").default} */
const katex = createRequire(new URL("../../src/CalcApi/package.json", import.meta.url))("katex");

// Whatever the library prints is typeset without an error and without a warning.
for (const name of ["latex", "latex.catalogue", "latex.written"]) {
  const lines = readFileSync(new URL(`../Calculus.Tests/Printing/${name}.approved.txt`, import.meta.url), "utf8").split("\n");
  const rows = lines.filter((line) => line.includes(" => "));
  test(`${name} has rows`, () => assert.ok(rows.length > 90));
  for (const row of rows) {
    const latex = row.slice(row.indexOf(" => ") + 4);
    test(`KaTeX typesets ${row.slice(0, 80)}`, () => assert.match(katex.renderToString(latex, { strict: "error", throwOnError: true }), /<math/));
  }
}
