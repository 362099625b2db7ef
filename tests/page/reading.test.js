import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem } from "../../wwwroot/app/api/client.js";
import { given, settled } from "../../wwwroot/app/math/given.js";
import { directionOf } from "../../wwwroot/app/math/directions.js";
import { markedPieces } from "../../wwwroot/app/math/marks.js";
import { became, conventional, drawn, headLatex, nameLatex } from "../../wwwroot/app/math/names.js";
import { understand } from "../../wwwroot/app/panels/understanding.js";
import { place } from "../../wwwroot/app/state.js";

test("numbers that were pasted are data, vectors are sent as shapes, and other names are left out", () => {
  const state = { function: "sum(w*x) + b", data: { b: 1 }, dataset: "w = [1, 2]\nx = 3\nunused = 4" };
  assert.deepEqual(given(state), { data: { b: 1, x: 3 }, shapes: { w: [2] }, values: { w: [1, 2] } });
});

test("a dataset that can't be read gives nothing: its own field says why", () =>
  assert.deepEqual(given({ function: "x", data: { x: 1 }, dataset: "x = [" }), { data: { x: 1 }, shapes: {}, values: {} }));

const read = { definition: "", name: "f", data: { c: 2 }, shapes: { w: [2], X: [2, 1] }, values: { w: [1, 2], X: [[1], [2]] } };

test("values of the variables of a signature make the point, all others are data", () => {
  const reading = settled({ ...read, variables: ["w"] }, { name: "f" });
  assert.deepEqual([reading.variables, reading.values, reading.shapes], [["w"], { w: [1, 2] }, { w: [2] }]);
  assert.deepEqual(reading.data, { c: 2, X: [[1], [2]] });
});

test("without a signature what was pasted is data", () => {
  const reading = settled({ ...read, variables: ["w", "X", "b"] }, { name: null });
  assert.deepEqual([reading.variables, reading.values], [["b"], {}]);
  assert.deepEqual(reading.data, { c: 2, w: [1, 2], X: [[1], [2]] });
});

/** Marked pieces in brackets. @param {string} text @param {{ start: number, end: number }[]} spans */
const marked = (text, spans) => markedPieces(text, spans).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");

for (const [text, spans, expected] of /** @type {const} */ ([
  ["tanh(2x", [{ start: 4, end: 5 }], "tanh[(]2x"],
  ["a + b", [{ start: 4, end: 5 }, { start: 0, end: 1 }], "[a] + [b]"],
  ["a + b", [{ start: 0, end: 3 }, { start: 2, end: 5 }], "[a +][ b]"],
  ["a +", [{ start: 3, end: 3 }], "a +[\u00a0]"],
  ["a", [{ start: 7, end: 9 }], "a[\u00a0]"],
  ["a", [], "a"],
]))
  test(`marks in ${text}: ${expected}`, () => assert.equal(marked(text, [...spans]), expected));

for (const [name, latex] of [["x", "x"], ["x1", "x_{1}"], ["w_12", "w_{12}"], ["alpha", "\\alpha"], ["W_h", "W_{h}"], ["w1_out", "w_{1,\\mathrm{out}}"], ["beta2", "\\beta_{2}"], ["_x", "\\mathrm{\\_x}"], ["x2y", "\\mathrm{x2y}"], ["λ", "\\lambda"], ["loss", "\\mathrm{loss}"]])
  test(`the name ${name} is ${latex}`, () => assert.equal(nameLatex(name), latex));

test("a definition has its head", () => {
  assert.equal(headLatex("f", ["x", "y1"]), "f(x, y_{1})");
  assert.equal(headLatex("c", []), "c");
});

test("what a definition became is shown where functions were put into one another", () => {
  assert.ok(became("A(x) = x^2; f(x) = A(4x)", "A(4 x)", "16 x^2"));
  assert.ok(!became("(1 - x)^2 + y", "(1-x)^2+y", "y+(1-x)^2"));
  assert.ok(!became("a = 2; f(x) = x", "x", "x"));
});

const note = { code: "ambiguous", message: "", position: { start: 0, end: 3 }, readings: ["1/(2x)", "(1/2)x"] };

test("each reading of what is in doubt is read by itself, and one that can't be stays a text", async () => {
  const ask = async (/** @type {any} */ { body }) => {
    if (body.function === "1/2x") return { function: { latex: "whole" }, notes: [note, { code: "natural-log", message: "" }] };
    if (body.function === "1/(2x)") return { function: { latex: "first" } };
    throw new ApiProblem({ title: "no", status: 422 });
  };
  const { answer, doubts, alternatives } = await understand(ask, "1/2x", {}, {}, new AbortController().signal);
  assert.equal(answer.function.latex, "whole");
  assert.deepEqual(doubts, [note]);
  assert.deepEqual(alternatives, [["first", null]]);
});

test("what is no refusal is thrown on", async () => {
  const ask = async (/** @type {any} */ { body }) => {
    if (body.function === "1/2x") return { function: { latex: "whole" }, notes: [note] };
    throw new TypeError("a mistake");
  };
  await assert.rejects(understand(ask, "1/2x", {}, {}, new AbortController().signal), TypeError);
});

test("names without a signature stand as the service has them, and are drawn in the order in which people draw them", () => {
  assert.deepEqual(conventional(["z", "x"]), ["x", "z"]);
  assert.deepEqual(conventional(["w", "y", "b", "x2", "x1"]), ["x1", "x2", "y", "w", "b"]);
  assert.deepEqual(conventional(["w", "b"]), ["w", "b"]);
  const read = { definition: "2z^3x^2", data: {}, name: "f", variables: ["z", "x"] };
  const free = settled(read, { name: null });
  assert.deepEqual([free.variables, drawn(free).variables], [["z", "x"], ["x", "z"]]);
  const declared = settled(read, { name: "f" });
  assert.deepEqual([declared.variables, drawn(declared).variables], [["z", "x"], ["z", "x"]]);
  // Wherever a point or a step is not chosen, it is the same one in both orders.
  assert.deepEqual(place(["m", "x"], {}), { m: 0.5, x: 1 });
  assert.deepEqual(directionOf(["m", "x"], {}), { m: 3, x: 2 });
});
