import assert from "node:assert/strict";
import { test } from "node:test";
import { parametersOf, readDataset } from "../../wwwroot/app/math/dataset.js";
import { begun, given } from "../../wwwroot/app/math/given.js";
import { afterTyping, belong, inPlace, isAnother } from "../../wwwroot/app/math/typing.js";
import { initial } from "../../wwwroot/app/state.js";

for (const [before, after, another] of /** @type {const} */ ([
  ["x^2 + 3", "x^2 + 34", false],
  ["x^2 + 3", "x", true],
  ["x^2 + 3", "", true],
  ["x^2", "x^3", false],
  ["h = relu(W_h*x); cost(W_h) = h^2", "x^2", true],
  ["sin(x)/x", "sin(2x)/x", false],
  ["", "x", false],
]))
  test(`"${after}" after "${before}" is ${another ? "another function" : "the same, edited"}`, () => assert.equal(isAnother(before, after), another));

test("another function has none of the old one's constants, data and window; an edit keeps them", () => {
  const state = { ...initial, function: "cost(m, b) = mse(m*x + b, y) + c", data: { c: 2 }, dataset: "x,y\n1,2", x: /** @type {[number, number]} */ ([0, 90]), y: /** @type {[number, number]} */ ([0, 1]), points: /** @type {[number, number]} */ ([40, 50]), claims: { m: "1" }, at: { m: 0.5 }, dir: { m: 1, b: 0 } };
  const next = { ...state, ...afterTyping(state, "x^2", true) };
  assert.deepEqual([next.data, next.dataset, next.x, next.y, next.points, next.claims, next.at, next.dir], [{}, "", null, null, [1, 3], {}, {}, {}]);
  const edited = { ...state, ...afterTyping(state, `${state.function}*c`, true) };
  assert.deepEqual([edited.data, edited.dataset, edited.x, edited.y], [{ c: 2 }, "x,y\n1,2", [0, 90], null]);
  assert.deepEqual(afterTyping(state, state.function.replace("+ c", ""), true).data, {});
  assert.equal({ ...state, ...afterTyping(state, "x^2", false) }.dataset, "x,y\n1,2");
});

for (const [dataset, definition, yes] of /** @type {const} */ ([
  ["x,y\n1,2\n3,4", "mse(m*x + b, y)", true],
  ["x,y\n1,2\n3,4", "x^2", false],
  ["x\n1\n3", "mean(x.^2)", true],
  ["a,c,y\n1,2,0\n3,4,1", "loss(w) = log_loss(sigmoid(X @ w), y)", true],
  ["w = [1, 2]", "norm(w)", true],
  ["w = [1, 2]", "x^2", false],
  ["x,y\n1", "mse(x, y)", false],
  ["", "x", false],
]))
  test(`the data ${JSON.stringify(dataset)} ${yes ? "belong" : "do not belong"} to ${definition}`, () => assert.equal(belong(dataset, definition), yes));

test("a definition declares the parameters of its last function", () => {
  assert.deepEqual([...parametersOf("p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y)")], ["w", "b"]);
  assert.deepEqual([...parametersOf("x^2")], []);
  assert.deepEqual([...parametersOf("f(x) = x;")], ["x"]);
});

test("a number pasted for a parameter is where it begins, and stays a parameter", () => {
  const state = { ...initial, function: "loss(w, b) = mse(w*x + b, y) + c", dataset: "x,y\n1,2\n3,4\nb = 0.5\nc = 3" };
  assert.deepEqual(given(state).data, { c: 3 });
  assert.deepEqual(begun(state), { b: 0.5 });
});

test("a column never takes the place of a parameter, and the words say so", () => {
  const { values, words } = readDataset("a,b,y\n1,2,3\n4,5,6", "loss(w, b) = mse(X @ w + b, y)");
  assert.deepEqual(values, { y: [3, 6], X: [[1, 2], [4, 5]] });
  assert.match(words, /b is a parameter of the function, so the column of that name gives no value to it/);
});

for (const [text, read, reading, then] of /** @type {const} */ ([
  ["f(x) = ax^2 + bx + c", "ax", "a*x", "f(x) = a*x^2 + bx + c"],
  ["f(x) = ax^2 + bx + c", "bx", "b*x", "f(x) = ax^2 + b*x + c"],
  ["xy + x", "xy", "x*y", "x*y + x"],
  ["2/xy", "xy", "x*y", "2/(x*y)"],
  ["3 - 1/2x", "1/2x", "1/(2*x)", "3 - (1/(2*x))"],
  ["sin2x", "sin2x", "sin(2*x)", "sin(2*x)"],
  ["exp(sin2x)", "sin2x", "sin(2*x)", "exp(sin(2*x))"],
  ["2sin2x", "sin2x", "sin(2*x)", "2(sin(2*x))"],
]))
  test(`${reading} in ${text} is ${then}`, () => {
    const start = text.indexOf(read);
    const end = start + read.length;
    assert.equal(text.slice(0, start) + inPlace(text, { start, end }, reading) + text.slice(end), then);
  });
