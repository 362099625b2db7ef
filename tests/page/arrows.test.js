import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../../wwwroot/app", import.meta.url));
const lib = resolve(app, "../lib");

/** A part of the page → the parts it may import, beside itself. */
const arrows = {
  math: [],
  state: ["math"],
  api: [],
  plot: ["math", "lib"],
  view: ["plot", "math", "api", "lib"],
  panels: ["tours", "view", "plot", "math", "api", "state", "link"],
  link: ["state"],
  main: ["panels", "math", "api", "state"],
  tours: [],
  theme: [],
};

const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
const text = (/** @type {string} */ file) => readFileSync(join(app, file), "utf8");

/** The part a file belongs to: its folder, or its own name. @param {string} file */
const partOf = (file) => file.split(/[\\/]/)[0].replace(/\.js$/, "");

/** Code without comments, so that types named in comments are no imports. @param {string} file */
const code = (file) => text(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** @param {string} file */
function importsOf(file) {
  const found = [...code(file).matchAll(/(?:^\s*import\b[^"';]*|\bfrom\s*|\bimport\s*\(\s*)["']([^"']+)["']/gm)].map(([, path]) => path);
  return found.map((path) => {
    assert.match(path, /^\.\.?\//, `${file} imports ${path}, which no browser finds`);
    const target = resolve(app, dirname(file), path);
    return target.startsWith(lib) ? "lib" : partOf(relative(app, target));
  });
}

test("every part of the page is named in the table of arrows", () => {
  assert.deepEqual([...new Set(files.map(partOf))].sort(), Object.keys(arrows).sort());
});

for (const file of files)
  test(`${file} imports only along the arrows`, () => {
    const part = partOf(file);
    const allowed = [part, ...arrows[/** @type {keyof typeof arrows} */ (part)]];
    for (const target of importsOf(file)) assert.ok(allowed.includes(target), `${part} may not import ${target}`);
  });

for (const file of files.filter((each) => ["math", "plot", "state"].includes(partOf(each))))
  test(`${file} knows no document`, () => {
    assert.doesNotMatch(code(file), /\b(?:document|window|fetch|localStorage|location|navigator)\b/);
  });

for (const file of files.filter((each) => each !== join("api", "client.js")))
  test(`${file} leaves fetching to the client`, () => {
    // The request dialog writes the word into code that people copy.
    if (file !== join("api", "spelling.js")) assert.doesNotMatch(code(file), /\b(?:fetch|XMLHttpRequest|EventSource|WebSocket)\s*\(/);
  });

for (const file of files)
  test(`${file} can be seen whole`, () => assert.ok(text(file).split("\n").length <= 300));

test("the page has no script or style of its own in its markup", () => {
  const html = readFileSync(resolve(app, "../index.html"), "utf8");
  assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/);
  for (const [, attributes, body] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    assert.match(attributes, /\bsrc=/);
    assert.equal(body.trim(), "");
  }
});
