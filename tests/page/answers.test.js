import assert from "node:assert/strict";
import { test } from "node:test";
import { createDerivativeAnswers } from "../../wwwroot/app/panels/derivative-answers.js";
import { explainCalls, measureCalls, sampleCalls } from "../../wwwroot/app/panels/derivative-calls.js";
import { createGradientAnswers } from "../../wwwroot/app/panels/gradient-answers.js";

const curve = { definition: "x^2", name: "f", variables: ["x"], data: {} };
const plane = { definition: "x*y", name: "f", variables: ["x", "y"], data: {} };

/** Lets every settled promise be heard, and followers have their rest. */
const settle = () => new Promise((done) => setTimeout(done, 60));

/** A service that answers at once, and remembers what it was asked. @param {(call: any) => any} answer */
function service(answer) {
  /** @type {any[]} */
  const asked = [];
  return { asked, ask: async (/** @type {any} */ call) => (asked.push(call), answer(call)) };
}

/** @param {any} call */
const ofCurve = ({ route, body }) => {
  if (route === "sample") return { segments: [{ x: [0, 1], y: [0, body.of === "value" ? 1 : "NaN"] }], notes: [{ code: body.of }] };
  if (route === "slope") return { run: 2, rise: 8, slope: 4, notes: [] };
  return { derivative: { latex: "2 x" }, functionValue: body.point ** 2, value: 2 * body.point, notes: [{ code: "here" }] };
};

/** @param {(call: any) => any} answer */
function derivativeAnswers(answer) {
  const { asked, ask } = service(answer);
  const told = { change: 0, cursor: 0 };
  return { asked, told, answers: createDerivativeAnswers({ ask, onChange: () => told.change++, onCursor: () => told.cursor++ }) };
}

test("the calls behind a curve: samples, the slopes at both points, and the secant where they are two", () => {
  assert.deepEqual(sampleCalls(curve, [-1, 1]).map(({ body }) => body?.of), ["value", "gradient"]);
  assert.deepEqual(measureCalls(curve, [1, 3]).map(({ route }) => route), ["derivative", "derivative", "slope"]);
  assert.deepEqual(measureCalls(curve, [1, 1]).map(({ route }) => route), ["derivative"]);
  assert.deepEqual(explainCalls(curve, [2, 3]).map(({ route, body }) => [route, body?.steps ?? body?.point]), [["derivative", true], ["derivative/limit", 2]]);
});

test("a curve is sampled and its points are measured", async () => {
  const { answers, told } = derivativeAnswers(ofCurve);
  answers.about(curve);
  answers.sample([-1, 1]);
  answers.measure([1, 3]);
  await settle();
  assert.deepEqual(answers.curves?.f, [{ x: [0, 1], y: [0, 1] }]);
  assert.ok(Number.isNaN(answers.curves?.d[0].y[1]));
  assert.deepEqual(answers.measured?.q, { x: 3, value: 9, slope: 6 });
  assert.deepEqual(answers.notes.map(({ code }) => code), ["here", "here", "value", "gradient"]);
  assert.deepEqual(answers.errors, []);
  assert.equal(told.change, 2);
});

test("nothing is asked before there is a function", async () => {
  const { answers, asked } = derivativeAnswers(ofCurve);
  answers.sample([-1, 1]);
  answers.measure([1, 3]);
  answers.point(1);
  await settle();
  assert.deepEqual(asked, []);
});

test("a refusal takes away what it is about, and the next answer brings it back", async () => {
  const refusal = new Error("refused");
  let refuses = true;
  const { answers } = derivativeAnswers((call) => {
    if (refuses) throw refusal;
    return ofCurve(call);
  });
  answers.about(curve);
  answers.sample([-1, 1]);
  answers.measure([1, 3]);
  await settle();
  assert.deepEqual([answers.curves, answers.measured, answers.failed], [{ f: [], d: [] }, null, true]);
  assert.deepEqual(answers.errors, [refusal, refusal]);
  refuses = false;
  answers.sample([-1, 1]);
  answers.measure([1, 3]);
  await settle();
  assert.deepEqual([answers.errors, answers.failed], [[], false]);
});

test("the cursor stands at once, its numbers come after, and none once it has left", async () => {
  const { answers, told } = derivativeAnswers(ofCurve);
  answers.about(curve);
  answers.point(3);
  assert.deepEqual(answers.cursor, { x: 3 });
  await settle();
  assert.deepEqual(answers.cursor, { x: 3, value: 9, slope: 6 });
  answers.point(4);
  answers.point(null);
  await settle();
  assert.equal(answers.cursor, null);
  assert.equal(told.cursor, 4);
});

test("another function forgets the points of the last one, also those on their way", async () => {
  const { answers } = derivativeAnswers(ofCurve);
  answers.about(curve);
  answers.measure([1, 3]);
  answers.about({ ...curve, definition: "x^3" });
  await settle();
  assert.deepEqual([answers.measured, answers.cursor], [null, null]);
});

/** @param {any} call */
const ofPlane = ({ body }) => ({ at: [{ gradient: body.point }], gradient: [], notes: [{ code: "here" }] });

test("the gradient remembers where it was asked for", async () => {
  const { ask } = service(ofPlane);
  let changes = 0;
  const answers = createGradientAnswers({ ask, onChange: () => changes++ });
  answers.about(plane);
  answers.measure({ x: 1, y: 2 });
  await settle();
  assert.deepEqual(answers.gradient.asked, { x: 1, y: 2 });
  assert.deepEqual(answers.notes, [{ code: "here" }]);
  assert.equal(changes, 1);
});

test("another function forgets the gradient, and a refusal is kept as one", async () => {
  const answers = createGradientAnswers({ ask: () => Promise.reject(new Error("refused")), onChange: () => {} });
  answers.about(plane);
  answers.measure({ x: 1, y: 2 });
  await settle();
  assert.deepEqual([answers.gradient, answers.errors.length], [null, 1]);
  answers.about(null);
  assert.deepEqual([answers.gradient, answers.errors.length, answers.notes], [null, 0, []]);
});
