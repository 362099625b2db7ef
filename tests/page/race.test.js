import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, cellSaid, cellsOf, choiceOf, choiceText, legendOf, resolutions, styleOf } from "../../wwwroot/app/math/descent-map.js";
import { failures, stageOf } from "../../wwwroot/app/math/failures.js";
import { isAt, placeSaid, verdictOf } from "../../wwwroot/app/math/flat-places.js";
import { plainPowers } from "../../wwwroot/app/math/prose.js";
import { axisOf, finishOf, headlineOf, keptEvery, lastStep, placeAt, summaryOf, titlesOf, toldOf } from "../../wwwroot/app/math/race.js";
import { changed, classics, holding, mostRunners, ruleOf, ruled, runnersOf, shapes, withOneMore } from "../../wwwroot/app/math/runners.js";
import { createClock, stepsPerSecond } from "../../wwwroot/app/math/timeline.js";
import { fieldPath, fieldPlaces } from "../../wwwroot/app/plot/field.js";
import { heightsShown, surfaceOf } from "../../wwwroot/app/plot/surface.js";
import { fromFragment, initial, toFragment } from "../../wwwroot/app/state.js";
import { pixelsOf } from "../../wwwroot/app/plot/cells.js";
import { drawBetween, drawMarker, markerPath, spotAt, wayOf } from "../../wwwroot/app/plot/ways.js";

const catalogue = [
  { name: "gradient_descent", title: "Gradient descent", sameAs: "sgd", sentence: "", parameters: [{ name: "lr", default: 0.001 }] },
  { name: "sgd", title: "SGD", sentence: "", parameters: [{ name: "lr", default: 0.001 }, { name: "momentum", default: 0 }] },
  { name: "momentum", title: "Momentum", sentence: "", parameters: [{ name: "lr", default: 0.001 }, { name: "momentum", default: 0.9 }] },
  { name: "adam", title: "Adam", sentence: "", parameters: [{ name: "lr", default: 0.002 }] },
  { name: "newton", title: "Newton", sentence: "", parameters: [] },
];
const first = { optimizer: "sgd", rate: 0.1, knobs: {} };

test("the page's memory holds runners, the first in its older members", () => {
  const all = [first, { optimizer: "adam", rate: 0.2, knobs: { eps: "1" } }];
  assert.deepEqual(runnersOf(holding(all)), all);
  assert.equal(changed(all, 1, { rate: 3 })[1].rate, 3);
});

test("one more runner is a rule that does not run yet, and every shape is another", () => {
  assert.deepEqual(withOneMore([first], catalogue)[1], { optimizer: "momentum", rate: 0.1, knobs: {} });
  assert.deepEqual(withOneMore([first, { ...first, optimizer: "momentum" }], catalogue)[2], { optimizer: "adam", rate: 0.002, knobs: {} });
  assert.deepEqual(classics([first]).map(({ optimizer }) => optimizer), ["sgd", "momentum", "adam"]);
  assert.equal(new Set(shapes.map(markerPath)).size, mostRunners);
});

test("under another rule a runner keeps what that rule has, too", () => {
  const runner = ruled({ optimizer: "sgd", rate: 0.001, knobs: { momentum: "0.5", dampening: "1" } }, catalogue[1], catalogue[3]);
  assert.deepEqual(runner, { optimizer: "adam", rate: 0.002, knobs: {} });
  assert.deepEqual(ruleOf({ ...first, optimizer: "newton" }, catalogue), { name: "newton" });
  assert.deepEqual(ruleOf({ ...first, knobs: { momentum: "0.5" } }, catalogue), { name: "sgd", lr: 0.1, momentum: 0.5 });
});

/** @param {object} [more] */
const run = (more = {}) => ({ step: [0, 1, 2, 4], points: { x: [3, 2, 1, 0] }, value: [9, 4, 1, 0], gradientNorm: [6, 4, 2, 0], stop: { reason: "steps", message: "Done at 1.5E-9." }, ...more });

test("of long runs odd steps are kept, so that a swing is seen", () => {
  assert.deepEqual([1, 1000, 1001, 5000, 10000].map(keptEvery), [1, 1, 3, 5, 11]);
  assert.equal(lastStep([run(), null, run({ step: [0, 9] })]), 9);
  assert.deepEqual([-1, 0, 1, 3.5, 4, 99].map((time) => placeAt([0, 1, 2, 4], time)), [0, 0, 1, 2, 3, 3]);
});

for (const [verdict, words] of [["converged", "Arrived"], ["rounding", "Arrived, as exactly as numbers allow"], ["diverging", "Diverging"], ["new", "All steps done"]])
  test(`a run that is ${verdict} is headed "${words}"`, () => assert.equal(headlineOf(run({ diagnosis: { verdict } })), words));

test("a run is told with one way to write numbers", () => {
  const told = toldOf(run({ diagnosis: { verdict: "slow", explanation: "About 1.67E-16 remains, 2e20 steps.", suggestedRate: 0.5 } }), ["x"]);
  assert.deepEqual(told, { headline: "On its way.", reason: "Done at 1.5×10⁻⁹.", end: "After 4 steps: (0), value 0.", explanation: "About 1.67×10⁻¹⁶ remains, 2×10²⁰ steps.", suggestedRate: 0.5 });
  assert.equal(toldOf(run({ step: [0, 1] }), ["x"]).end.startsWith("After 1 step:"), true);
  assert.equal(plainPowers("step 3 of x1e-y, f(2.5) = -1.250E+20, from -1 to 1 (-0.5)"), "step 3 of x1e-y, f(2.5) = −1.25×10²⁰, from −1 to 1 (−0.5)");
});

const ranking = [{ rank: 1, optimizer: 1, value: 0.5, step: 7, evaluations: 8 }, { rank: 2, optimizer: 0, value: "Infinity", step: 0, evaluations: 1 }];

test("the order of finish names each runner, its value and how it went", () => {
  const rows = finishOf(ranking, [run({ diagnosis: { verdict: "diverging" } }), run()], ["SGD", "Adam"]);
  assert.deepEqual(rows[0], { which: 1, cells: ["1", "Adam", "0.5", "7", "8", "All steps done"] });
  assert.deepEqual(rows[1].cells.slice(2), ["∞", "0", "1", "Diverging"]);
  assert.equal(summaryOf(ranking, ["SGD", "Adam"]), "Adam comes lowest: 0.5 at step 7.");
  assert.equal(summaryOf(ranking.map((each) => ({ ...each, rank: 1 })), ["SGD", "Adam"]), "Adam and SGD come equally low: 0.5 at step 7.");
  assert.equal(summaryOf(ranking.slice(0, 1), ["SGD", "Adam"]), "Best value: 0.5 at step 7.");
});

test("runners of one rule are told apart by their rates, or by their numbers", () => {
  const titles = titlesOf([{ title: "SGD", rate: "0.1" }, { title: "Adam", rate: "1" }, { title: "SGD", rate: "0.2" }, { title: "SGD", rate: "0.2" }]);
  assert.deepEqual(titles, ["SGD 0.1", "Adam", "SGD 0.2 (3)", "SGD 0.2 (4)"]);
});

test("the axis of a chart holds all runs, and one that flies off does not press the others flat", () => {
  assert.deepEqual([axisOf([[100, 1], [50, 1e-5]]).log, axisOf([[3, 2], [3, 2.5]]).log], [true, false]);
  const { log, y } = axisOf([[4, 1, -2], [4, 1e30, 1e60]]);
  assert.ok(!log && y[0] < -2 && y[1] > 4 && y[1] < 100);
  assert.deepEqual(axisOf([[NaN]]), { log: false, y: [0, 1] });
});

const frame = { x: (/** @type {number} */ v) => 10 * v, y: (/** @type {number} */ v) => 100 - 10 * v, left: 0, top: 0, width: 100, height: 100 };

test("a way is followed between its steps, and cut where it has flown off", () => {
  const way = wayOf([0, 1, 3], [0, 1, 2], [0, 1, 3], frame);
  assert.deepEqual(spotAt(way, 2), { x: 15, y: 80 });
  assert.deepEqual(spotAt(way, 99), { x: 20, y: 70 });
  const cut = wayOf([0, 1, 2], [0, 1e9, 0], [0, 0, 0], frame);
  assert.deepEqual([cut.count, spotAt(cut, 2)], [1, { x: 0, y: 100 }]);
  assert.equal(spotAt(wayOf([0], [NaN], [0], frame), 0), null);
});

/** A pen that remembers. */
function pen() {
  /** @type {string[]} */
  const strokes = [];
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...at) => void strokes.push(`${name}${at.map((each) => Math.round(each)).join(",")}`);
  return { strokes, beginPath() {}, moveTo: note("M"), lineTo: note("L"), stroke() {}, arc: note("A"), rect() {}, fill: note("F"), closePath: note("Z") };
}

test("increments join: two parts of a way are the whole of it", () => {
  const way = wayOf([0, 1, 2, 3], [0, 1, 2, 3], [0, 0, 0, 0], frame);
  const [whole, parts] = [pen(), pen()];
  drawBetween(whole, way, 0, 3);
  drawBetween(parts, way, 0, 1.5);
  drawBetween(parts, way, 1.5, 3);
  assert.deepEqual(whole.strokes, ["M0,100", "L10,100", "L20,100", "L30,100", "L30,100"]);
  assert.deepEqual(parts.strokes, ["M0,100", "L10,100", "L15,100", "M15,100", "L20,100", "L30,100", "L30,100"]);
});

test("a chart is not drawn where the value is not finite", () => {
  const drawn = pen();
  drawBetween(drawn, wayOf([0, 1, 2], [0, 1, 2], [0, NaN, 0], frame, true), 0, 2);
  assert.deepEqual(drawn.strokes, ["M0,100", "M20,100", "L20,100"]); // two spots, and no line between them
  for (const shape of shapes) {
    const marker = pen();
    drawMarker(marker, shape, 5, 5, 4);
    assert.equal(marker.strokes.at(-1), "F");
  }
});

/** A clock whose frames are let pass by hand. */
function clockOf() {
  /** @type {((now: number) => void)[]} */
  const waiting = [];
  /** @type {number[]} */
  const times = [];
  /** @type {boolean[]} */
  const playing = [];
  const clock = createClock({ onTime: (time) => times.push(time), onPlaying: (is) => playing.push(is), nextFrame: (tick) => (waiting.push(tick), () => waiting.splice(0)) });
  return { clock, times, playing, pass: (/** @type {number} */ now) => waiting.splice(0).forEach((tick) => tick(now)) };
}

test("a race is played to its end at its pace, and from the start again", () => {
  const { clock, times, playing, pass } = clockOf();
  clock.load(700);
  clock.restart();
  pass(0);
  pass(50);
  assert.equal(Math.round(clock.time), 5);
  pass(10_000); // a page that was out of sight
  assert.equal(Math.round(clock.time), 15);
  clock.setPace(4);
  for (let now = 10_100; playing.at(-1); now += 100) pass(now);
  assert.equal(clock.time, 700);
  clock.toggle();
  assert.deepEqual([clock.time, playing.at(-1), times.at(-1)], [0, true, 700]);
  clock.go(3);
  assert.deepEqual([clock.time, playing.at(-1)], [3, false]);
});

test("another race keeps the time: at the end it stands at the end, else where it was", () => {
  const { clock } = clockOf();
  clock.load(10);
  assert.equal(clock.time, 10);
  clock.load(30);
  assert.equal(clock.time, 30);
  clock.go(20);
  clock.load(12);
  assert.equal(clock.time, 12);
  clock.load(0);
  assert.deepEqual([clock.time, stepsPerSecond(7000, 1), stepsPerSecond(3, 2)], [0, 1000, 6]);
});

const answer = {
  axes: [{ name: "x", values: [0, 1] }, { name: "lr", values: [0.01, 1] }], end: [0, 1, -1, -1], steps: [3, 5, 9, 9], reason: [0, 0, 1, 2], reasons: ["converged", "diverged", "steps"],
  ends: [{ point: { x: 1 }, value: 0, cells: 1 }, { point: { x: -1 }, value: 0, cells: 1 }],
};

test("a map says of each place where its descent ends", () => {
  const cells = cellsOf(answer);
  assert.deepEqual([...cells.kind], [0, 1, -2, -1]);
  assert.equal(cellSaid(cells, 0, 1), "ends at (1), value 0 after 1 step");
  assert.match(cellSaid(cells, -2, 9), /flies off/);
  assert.deepEqual(legendOf(cells).map(({ style, share }) => [style, share]), [["end-1", "25 %"], ["end-2", "25 %"], ["end-away", "25 %"], ["end-way", "25 %"]]);
  assert.deepEqual([cellAt([0.01, 0.1, 1], 0.12, true), cellAt([0, 1], 0.4, false), cellAt([0, 1], 1.6, false)], [1, 0, -1]);
});

test("a map with many ends gathers those beyond its colours", () => {
  const many = cellsOf({ ...answer, end: [0, 8, 9, 10], reason: [0, 0, 0, 0], ends: Array.from({ length: 12 }, (_, i) => ({ point: { x: i }, value: i, cells: 1 })) });
  const legend = legendOf(many);
  assert.equal(legend.length, 8);
  assert.match(legend[7].words, /one of 5 other places/);
  assert.equal(styleOf(11), "end-8");
});

test("what a map is of stands in the address, and falls back to what the function has", () => {
  assert.deepEqual(choiceOf("starts", ["x", "y"]), { by: "starts", names: ["x", "y"] });
  assert.deepEqual(choiceOf("starts:z,x", ["x", "y", "z"]), { by: "starts", names: ["z", "x"] });
  assert.deepEqual(choiceOf("starts:q,x", ["x", "y"]), { by: "starts", names: ["x", "y"] });
  assert.deepEqual(choiceOf("starts", ["x"]), { by: "rates", names: ["x"] });
  assert.deepEqual(choiceOf("rates:momentum", ["x", "y"]), { by: "rates", names: ["momentum"] });
  assert.equal(choiceText(choiceOf("rates:y", ["x", "y"])), "rates:y");
});

test("a map is drawn coarse at first, and never beyond what is affordable", () => {
  for (const steps of [1, 100, 500, 10000]) {
    const sizes = resolutions(steps);
    assert.ok(sizes[0] <= 16 && sizes.every((size, i) => i === 0 || size > sizes[i - 1]) && (sizes[sizes.length - 1] === 20 || sizes[sizes.length - 1] ** 2 * steps < 2e6 || sizes[sizes.length - 1] === 80));
  }
  const { width, height, data } = pixelsOf(cellsOf(answer), (kind) => [kind + 10, 0, 0]);
  assert.deepEqual([width, height, data[0], data[8]], [2, 2, 8, 10]); // the topmost row first
});

const saddle = { point: { x: 0, y: "NaN" }, value: 0, kind: "saddle", cause: "stationary", eigenvalues: [-2, 2] };

for (const [curvatures, cause, kind, words] of /** @type {const} */ ([
  [[2, 3], "stationary", "minimum", /^A minimum: .* 2 and 3\.$/], [[-2, -1], "stationary", "", /^A maximum/], [[3, -1], "stationary", "", /^A saddle: .* −1 and 3\.$/],
  [[0, 2], "stationary", "minimum", /do not decide.*It is a minimum all the same/], [[], "stationary", "", /no second derivatives/], [[], "kink", "minimum", /^A minimum: a kink.*rises/], [[], "edge", "maximum", /^A maximum, where the function ends/],
]))
  test(`where the gradient is zero, with curvatures ${curvatures} (${cause} ${kind})`, () => assert.match(verdictOf([...curvatures], cause, kind), words));

test("a flat place is told in a line, and is found again at its very point", () => {
  assert.equal(placeSaid({ ...saddle, point: { x: 1.23456789, y: 0 } }), "saddle at (1.235, 0), value 0");
  assert.equal(isAt({ ...saddle, point: { x: 1, y: 2 } }, { x: 1, y: 2 }), true);
  assert.equal(isAt(saddle, { x: 0, y: 0 }), false);
});

test("the arrows of a field stand evenly, and point uphill from where they stand", () => {
  const places = fieldPlaces({ domain: { x: [0, 4], y: [0, 2] }, width: 208, height: 156 });
  assert.deepEqual([places.length, places[0]], [12, [0.5, 1 / 3]]);
  const answers = [{ point: { x: 1, y: 1 }, norm: 4, steepestAscent: { x: 1, y: 0 } }, { point: { x: 2, y: 1 }, norm: 0, steepestAscent: null }];
  const { shafts, heads } = fieldPath(answers, ["x", "y"], frame);
  assert.equal(shafts.split("M").length, 2);
  assert.match(shafts, /^M-8\.00,90\.00L/);
  assert.match(heads, /^M28\.00,90\.00L/);
});

test("a surface leaves out what towers above the rest, and what has no value", () => {
  const axis = [0, 1, 2, 3, 4];
  const values = axis.flatMap((v) => axis.map((u) => (u === 4 && v === 4 ? 1e9 : u === 0 && v === 0 ? NaN : u)));
  const [low, high] = heightsShown(values);
  assert.ok(low === 0 && high < 20);
  const { indices, positions, lines, heights } = surfaceOf({ x: axis, y: axis, values }, [low, high]);
  assert.equal(indices.length, 3 * (2 * 16 - 2));
  assert.ok(!indices.includes(0) && !indices.includes(24) && !lines.includes(0));
  assert.ok(positions.every((each) => Math.abs(each) <= 1) && heights.every((each) => each >= 0 && each <= 1));
  assert.deepEqual(heightsShown([NaN]), [0, 1]);
});

test("each failure is known again, and its cure is another state", () => {
  for (const failure of failures) {
    assert.equal(stageOf(failure, { ...initial, ...failure.state }), "seen");
    assert.equal(stageOf(failure, { ...initial, ...failure.state, ...failure.cured }), Object.keys(failure.cured).length > 0 ? "cured" : "seen");
    assert.equal(stageOf(failure, initial), null);
    assert.deepEqual(fromFragment(toFragment({ ...initial, ...failure.state })), { ...initial, ...failure.state });
  }
});
