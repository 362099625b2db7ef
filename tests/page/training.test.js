import assert from "node:assert/strict";
import { test } from "node:test";
import { createEventReader } from "../../wwwroot/app/api/stream.js";
import { layerValues, layersOf, placesOf, weightAt } from "../../wwwroot/app/math/network.js";
import { rolesInWords, rolesOf, shapesFor, signatureOf } from "../../wwwroot/app/math/own-loss.js";
import { edgesOf, stagesOf } from "../../wwwroot/app/math/one-step.js";
import { nearest, placed, readPlaced, writePlaced } from "../../wwwroot/app/math/placed.js";
import { entriesOf, framesOf, standing, timeLeft } from "../../wwwroot/app/math/training-frames.js";
import { columnsOf, guessed, requestOf, taskOf } from "../../wwwroot/app/math/training-request.js";
import { beginnings, changed, layersOf as unitsOf, settingsOf, valueOf } from "../../wwwroot/app/math/training-settings.js";

/** @type {import("../../wwwroot/app/math/training-request.js").DataSet[]} */
const datasets = [
  { name: "moons", title: "", sentence: "", features: ["x1", "x2"], target: "y", classes: 2, made: true, n: 200, noise: 0.1 },
  { name: "blobs", title: "", sentence: "", features: ["x1", "x2"], target: "y", classes: 3, made: true, n: 200, noise: 0.5 },
  { name: "advertising", title: "", sentence: "", features: ["radio"], target: "sales", classes: 0, made: false, n: 4, noise: 0 },
];
const nothing = { datasets, points: [], table: "" };
const asked = (/** @type {Record<string, string>} */ kept, /** @type {Partial<import("../../wwwroot/app/math/training-request.js").Source>} */ more = {}, definition = "") => requestOf(settingsOf(kept), /** @type {any} */ ({ ...nothing, ...more }), definition);

test("events are read however the text is cut", () => {
  const text = 'event: step\nid: 3\ndata: {"a":1}\n\nevent: heartbeat\ndata: {}\n\nevent: end\nid: 4\ndata: [1,\ndata: 2]\n\n';
  for (const size of [1, 2, 7, 1000]) {
    const read = createEventReader();
    const events = [];
    for (let at = 0; at < text.length; at += size) events.push(...read(text.slice(at, at + size)));
    assert.deepEqual(events, [{ name: "step", id: "3", data: { a: 1 } }, { name: "heartbeat", id: null, data: {} }, { name: "end", id: "4", data: [1, 2] }]);
  }
});

test("only settings that are not the usual ones are kept", () => {
  assert.deepEqual(changed({ rate: "0.5" }, { rate: "0.05", layers: "4" }), { layers: "4" });
  assert.equal(settingsOf({}).data, "moons");
  assert.deepEqual(unitsOf("8, 4 2"), [8, 4, 2]);
  assert.deepEqual([valueOf("[1, [2]]"), valueOf("-2.5"), valueOf("two"), valueOf("[]"), valueOf("{}"), valueOf("[\"a\"]")], [[1, [2]], -2.5, null, null, null, null]);
  for (const { settings } of beginnings) assert.deepEqual(changed({}, settings), settings, "a beginning says only what differs");
});

test("the model of a request is the one for what is predicted", () => {
  assert.deepEqual(asked({}).body?.model, { name: "mlp", layers: [8], activation: "tanh" });
  assert.deepEqual(asked({ model: "straight" }).body?.model, { name: "logistic" });
  assert.deepEqual(asked({ model: "straight", data: "blobs" }).body?.model, { name: "softmax" });
  assert.deepEqual(asked({ model: "straight", data: "advertising", count: "9" }).body?.dataset, { name: "advertising" });
  const own = asked({ model: "own", "start.w": "[0, 1]" }, {}, "loss(w) = mse(X @ w, y)");
  assert.deepEqual(own.body?.model, { definition: "loss(w) = mse(X @ w, y)", start: { w: [0, 1] } });
  assert.equal(asked({ model: "own", "start.w": "zero" }, {}, "mse(X @ w, y)").fault?.field, "start.w");
  assert.equal(asked({ model: "own" }, {}, " ").fault?.field, "loss");
  assert.equal(asked({ batch: "two" }).fault?.message, "The number of examples in each step is not a number.");
  assert.deepEqual([asked({ noise: "0,2" }).body?.dataset, asked({ test: "0" }).body?.test, asked({ test: "2" }).body?.test], [{ name: "moons", noise: 0.2, seed: 1 }, undefined, 2]);
});

test("points placed by hand are columns, and have to be of two classes", () => {
  const points = [{ x: 1, y: 2, kind: 0 }, { x: -1, y: 0, kind: 2 }];
  const { body, sight } = asked({ data: "points" }, { points });
  assert.deepEqual(body?.dataset, { columns: { x1: [1, -1], x2: [2, 0], class: [0, 2] } });
  assert.equal(body?.loss, "log_loss");
  assert.deepEqual(sight?.sides, { x1: [-3, 3], x2: [-3, 3] });
  assert.equal(asked({ data: "points" }, { points: points.slice(0, 1) }).fault?.field, "data");
  assert.equal(asked({ data: "heights" }, { points }).body?.loss, "mse");
  assert.deepEqual(readPlaced(writePlaced(points)), points);
  assert.deepEqual(readPlaced("1~2~0!x~1~0!1~2!~1~0!1~1~9"), [points[0]]);
  assert.deepEqual([placed(3.4), placed(-0.123)], [3, -0.12]);
  assert.equal(nearest([{ x: 0, y: 0 }, { x: 6, y: 0 }], { x: 5, y: 0 }, 8), 1);
  assert.equal(nearest([{ x: 0, y: 0 }], { x: 9, y: 0 }, 8), -1);
});

test("a table's columns are named, and its target guessed", () => {
  assert.deepEqual(columnsOf("a;b\n1,5;x\n\n2;y\n"), { names: ["a", "b"], cells: [["1,5", "2"], ["x", "y"]] });
  assert.deepEqual(columnsOf("1,2\n3,4").names, ["c1", "c2"]);
  assert.equal(guessed(["0", "1", "0", "1"]), "class");
  assert.equal(guessed(["1.5", "2", "2", "2"]), "quantity");
  assert.equal(guessed(["1", "2", "3", "4"]), "quantity");
  assert.equal(guessed(["red", "1"]), "class");
  const table = "h,p\n1,0\n2,0\n3,1\n4,1";
  assert.equal(taskOf(settingsOf({ data: "table" }), { ...nothing, table }), "two");
  assert.equal(taskOf(settingsOf({ data: "table", task: "quantity" }), { ...nothing, table }), "quantity");
  assert.equal(taskOf(settingsOf({ data: "table", target: "h" }), { ...nothing, table }), "quantity");
});

test("a column never takes the place of a parameter without a word", () => {
  assert.deepEqual(rolesOf("mean((m*x + b - y)^2)", ["m", "x", "b", "y"], ["x", "y"], () => false), { parameters: ["m", "b"], columns: ["x", "y"] });
  assert.deepEqual(rolesOf("mean((m*x + b - y)^2)", ["m", "x", "b", "y"], ["x", "b", "y"], () => false).columns, ["x", "b", "y"]);
  assert.deepEqual(rolesOf("mean((m*x + b - y)^2)", ["m", "x", "b", "y"], ["x", "b", "y"], (name) => name === "b").parameters, ["m", "b"]);
  assert.deepEqual(rolesOf("loss(w, b) = mse(X @ w + b, y)", [], ["b", "y"], () => false), { parameters: ["w", "b"], columns: [] });
  assert.equal(rolesInWords(["x", "b", "y"], (name) => name === "b"), "x and y are columns of the data; b is a parameter");
  assert.deepEqual(signatureOf("p = X @ w; loss(w) = mse(p, y)"), ["w"]);
  assert.deepEqual(shapesFor("mean((X@w + b - y)^2)", ["a", "b"], () => false), { y: [5], b: [5], X: [5, 2], w: [2] });
  assert.deepEqual(shapesFor("mean((X@w + b - y)^2)", ["a", "b"], () => true).b, undefined);
});

const weights = { W1: [[1, -2, 0], [0.5, 1, 3]], b1: [0, 1, 2], w2: [1, -1, 0.5], b2: 0.25 };

test("a network is found in its weights", () => {
  const layers = layersOf(weights);
  assert.deepEqual(layers?.map(({ inputs, units, state }) => [inputs, units, state]), [[2, 3, "H1"], [3, 1, "z"]]);
  assert.equal(weightAt(weights.W1, 1, 2), 3);
  assert.equal(weightAt(weights.w2, 1, 0), -1);
  assert.equal(layersOf({ a: 1, b: 2 }), null);
  assert.equal(layersOf({ W1: [[1, 2]], b1: [0, 0], w2: [1], b2: 0 }), null);
  const places = placesOf([2, 30, 1], { width: 400, height: 300 });
  assert.deepEqual(places.map((column) => column.length), [2, 10, 1]);
  assert.ok(places.flat().every(({ x, y }) => x > 0 && x < 400 && y > 0 && y < 300));
});

const graph = {
  output: "n9",
  nodes: [
    { id: "W1", operation: "input", inputs: [], adjoint: [[1, 2, 3], [4, 5, 6]] }, { id: "b1", operation: "input", inputs: [], adjoint: [1, 2, 3] },
    { id: "n1", operation: "matrix-product", inputs: ["X", "W1"] }, { id: "n3", operation: "add", inputs: ["n1", "n2"], value: [[0.5, 1, 2]] },
    { id: "H1", operation: "tanh", inputs: ["n3"], value: [[0.46, 0.76, 0.96]], adjoint: [[0.1, -0.1, 0.05]] },
    { id: "w2", operation: "input", inputs: [], adjoint: [7, 8, 9] }, { id: "b2", operation: "input", inputs: [], adjoint: 0.5 },
    { id: "n4", operation: "matrix-product", inputs: ["H1", "w2"] }, { id: "z", operation: "add", inputs: ["n4", "b2"], value: [0.3], adjoint: [0.1] },
    { id: "n9", operation: "multiply", inputs: ["z"], value: 0.7, adjoint: 1 },
  ],
};

test("one step is told forwards, backwards, and as a change", () => {
  const layers = /** @type {import("../../wwwroot/app/math/network.js").Layer[]} */ (layersOf(weights));
  assert.deepEqual(layerValues(graph, layers).map(({ sum, value, adjoint }) => [sum, value, adjoint]), [[[[0.5, 1, 2]], [[0.46, 0.76, 0.96]], [[0.1, -0.1, 0.05]]], [[0.3], [0.3], [0.1]]]);
  const step = { value: [0.7, 0.65], points: { W1: [weights.W1, [[9, 9, 9], [9, 9, 9]]], b1: [0, 1], w2: [0, 1], b2: [0, 1] } };
  const about = { layers, features: ["x1", "x2"], inputs: [1, 2], target: "of class 1", graph, step, rate: 0.1, activation: "tanh" };
  const stages = stagesOf(about);
  assert.deepEqual(stages.map(({ way, lit }) => [way, lit]), [["forward", 0], ["forward", 1], ["forward", 2], ["backward", 2], ["backward", 1], ["update", null]]);
  assert.match(stages[5].words, /goes from 0\.7 to 0\.65\.$/);
  assert.match(stagesOf({ ...about, step: { ...step, value: [0.7, 0.9] } })[5].words, /It grew/);
  assert.deepEqual(edgesOf(stages[3], { weights, graph, step }).w2, [7, 8, 9]);
  assert.deepEqual(edgesOf(stages[5], { weights, graph, step }).W1[0], [9, 9, 9]);
});

test("frames are taken from an event, and said", () => {
  const event = {
    steps: { step: [0, 2], points: { w: [[1, 2], [3, 4]], b: [0, 1] }, value: [1, 2], gradientNorm: [1, "Infinity"], learningRate: [0.1, 0.1] },
    metrics: { train: { loss: [0.5, 0.4], errorPercent: [50, 25] }, test: { loss: [0.6, 0.5], errorPercent: [40, 30] } },
    drawn: { predictions: [[[0.1]], [["NaN"]]], gradient: { w: [[0, 0], [1, 1]], b: [0, 1] }, change: { w: [[0, 0], [2, 2]], b: [0, 1] } },
  };
  const frames = framesOf(event);
  assert.deepEqual([frames[1].step, frames[1].weights, frames[1].change.w, frames[1].gradientNorm], [2, { w: [3, 4], b: 1 }, [2, 2], Infinity]);
  assert.ok(Number.isNaN(frames[1].predictions?.[0][0]));
  assert.equal(standing(frames[1]), "25 % wrong · new examples: 30 % wrong");
  assert.equal(standing({ ...frames[0], train: { loss: 0.5, error: null, deviation: null }, test: null }), "loss 0.5");
  assert.deepEqual(entriesOf({ W: [[1, 2]], b: 3 }).map(({ name }) => name), ["W[1, 1]", "W[1, 2]", "b"]);
  assert.deepEqual([timeLeft(0, 10, 5), timeLeft(5, 10, 0.5), timeLeft(50, 100, 4), timeLeft(1, 100, 4), timeLeft(10, 10, 5)], ["", "", "about 4 s left", "about 7 min left", ""]);
});

test("parameters of the update rule that were changed are sent, where the rule has them", () => {
  const rules = [
    { name: "adam", title: "Adam", sentence: "", parameters: [{ name: "lr", default: 0.001 }, { name: "beta1", default: 0.9 }] },
    { name: "momentum", title: "Momentum", sentence: "", parameters: [{ name: "lr", default: 0.01 }, { name: "momentum", default: 0.9 }] },
  ];
  assert.deepEqual(asked({ "knob.beta1": "0.8", "knob.momentum": "0.5" }, { rules }).body?.optimizer, { name: "adam", lr: 0.05, beta1: 0.8 });
  assert.deepEqual(asked({ "knob.beta1": "much" }, { rules }).body?.optimizer, { name: "adam", lr: 0.05 });
  assert.deepEqual(changed({ "knob.beta1": "0.8" }, { "knob.beta1": "" }), {}, "the usual value is kept nowhere");
});
