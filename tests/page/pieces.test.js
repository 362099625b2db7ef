import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeElement, panelOf } from "./document.js";
import { ruleOf, runnersOf } from "../../wwwroot/app/math/runners.js";
import { createStore, fromFragment } from "../../wwwroot/app/state.js";

// A field asks the service what it can't read as a number; this one can't either.
globalThis.fetch = async () => new Response(JSON.stringify({ title: "It can't be read.", status: 422 }), { headers: { "content-type": "application/problem+json" } });

const { createClaimFields } = await import("../../wwwroot/app/panels/claim-fields.js");
const { offer } = await import("../../wwwroot/app/panels/doubts.js");
const { createRunnerForm } = await import("../../wwwroot/app/panels/runner-form.js");
const { createGradientReadout } = await import("../../wwwroot/app/panels/gradient-readout.js");
const { underline } = await import("../../wwwroot/app/view/marked-field.js");

/** @param {any} element @param {string} name @returns {FakeElement} */
const part = (element, name) => element.querySelector(`[data-part="${name}"]`) ?? assert.fail(`no ${name}`);

test("the mirror of a field holds the same text, with marks", () => {
  const mirror = new FakeElement("div");
  underline(/** @type {any} */ (mirror), "tanh(2x", [{ start: 4, end: 5 }], "wrong");
  assert.equal(mirror.textContent, "tanh(2x");
  const [mark] = mirror.children;
  assert.deepEqual([mark.tagName, mark.textContent, mark.className], ["mark", "(", "wrong"]);
});

const note = { message: "Two readings.", position: { start: 0, end: 4 }, readings: ["1/(2x)", "(1/2)x", "…"] };

test("a doubt shows the reading taken, and offers the other", () => {
  const host = new FakeElement("div");
  /** @type {unknown[]} */
  const taken = [];
  offer(/** @type {any} */ (host), "1/2x", [note], [[null, null, null]], (span, text) => taken.push([span, text]));
  const [said, first, other, cut] = host.children;
  assert.deepEqual([said.textContent, first.tagName, other.tagName, cut.tagName], ["Two readings.", "div", "button", "div"]);
  other.happen("click");
  assert.deepEqual(taken, [[note.position, "(1/2)x"]]);
  offer(/** @type {any} */ (host), "", [], [], () => {});
  assert.equal(host.hidden, true);
});

test("a reading that is there already, or looks like the one taken, is not offered", () => {
  const host = new FakeElement("div");
  const call = { message: "This can be read in two ways. 'x' is a value.", position: { start: 0, end: 4 }, readings: ["x*2", "x(2)"] };
  offer(/** @type {any} */ (host), "x(2)", [call], [["2 x", null]], () => {});
  assert.deepEqual(host.children.map(({ textContent }) => textContent), ["'x' is a value."]);
  offer(/** @type {any} */ (host), "x (2)", [{ ...call, position: { start: 0, end: 5 } }], [["2 x", "2 x"]], () => {});
  assert.deepEqual(host.children.map(({ textContent }) => textContent), ["'x' is a value."]);
});

const optimizers = [
  { name: "plain", title: "Plain", sameAs: "sgd", sentence: "The same.", parameters: [{ name: "lr", default: 0.001 }] },
  { name: "sgd", title: "SGD", sentence: "Steps.", parameters: [{ name: "lr", default: 0.001 }] },
  { name: "delta", title: "Delta", sentence: "Leaps.", parameters: [{ name: "lr", default: 1 }, { name: "rho", default: 0.9, range: "a number of at least 0", sentence: "How long it remembers." }, { name: "keen", default: false, sentence: "Leaps further." }] },
  { name: "newton", title: "Newton", sentence: "Solves.", parameters: [] },
];

/** @param {string} fragment */
function formOf(fragment) {
  const store = createStore(fromFragment(fragment));
  const form = createRunnerForm({ read: () => runnersOf(store.state)[0], write: (change) => store.set(change) });
  store.subscribe(() => form.draw());
  const root = /** @type {any} */ (form.element);
  return { root, store, form, rule: part(root, "rule"), asked: () => ruleOf(runnersOf(store.state)[0], optimizers) };
}

test("before the catalogue has come, the optimizer of the link is taken at its word", () => {
  const { store, rule } = formOf("v=1&o=adam&r=0.1");
  assert.deepEqual(ruleOf(runnersOf(store.state)[0], []), { name: "adam", lr: 0.1 });
  assert.equal(rule.children.length, 0);
});

test("what the catalogue has is offered, and what a link asks for is chosen", () => {
  const { form, rule } = formOf("v=1&o=delta");
  form.offer(optimizers);
  form.draw();
  assert.deepEqual(rule.children.map((option) => [option.textContent, option.getAttribute("value")]), [["SGD", "sgd"], ["Delta", "delta"], ["Newton", "newton"]]);
  assert.equal(rule.value, "delta");
});

for (const [link, name] of [["newest", "sgd"], ["plain", "sgd"], ["delta", "delta"]])
  test(`a link with ${link} runs ${name}`, () => assert.equal(formOf(`v=1&o=${link}`).asked().name, name));

test("another choice changes the state, takes the usual rate of its own, and hides a rate that it has not", () => {
  const { root, store, form, rule, asked } = formOf("v=1&o=sgd");
  form.offer(optimizers);
  rule.value = "delta";
  rule.happen("change");
  assert.deepEqual([store.state.optimizer, store.state.rate], ["delta", 1]);
  assert.deepEqual(asked(), { name: "delta", lr: 1 });
  rule.value = "newton";
  rule.happen("change");
  assert.deepEqual(asked(), { name: "newton" });
  assert.equal(part(root, "rate").parentElement?.hidden, true);
});

test("every parameter has a field, and what is typed there is asked for", () => {
  const { root, store, form, rule, asked } = formOf("v=1&o=delta&k=%7B%22rho%22%3A%220.5%22%7D");
  form.offer(optimizers);
  form.draw();
  const [rho, keen] = part(root, "knobs").querySelectorAll("input");
  assert.equal(rho.value, "0.5");
  keen.checked = true;
  keen.happen("change");
  assert.deepEqual(asked(), { name: "delta", lr: 0.001, rho: 0.5, keen: true });
  rho.value = "0.9";
  rho.happen("input");
  assert.deepEqual(store.state.knobs, { keen: "true" });
  rho.value = "a";
  rho.happen("input");
  assert.deepEqual(asked(), { name: "delta", lr: 0.001, keen: true });
  rule.value = "sgd";
  rule.happen("change");
  assert.deepEqual(store.state.knobs, {});
});

test("the sliders of rate and momentum move the state, and are told in words", () => {
  const { root, store, form } = formOf("v=1&o=heavy");
  form.offer([{ name: "heavy", title: "Heavy", sentence: "Rolls.", parameters: [{ name: "lr", default: 0.001 }, { name: "momentum", default: 0.9 }] }]);
  form.draw();
  assert.equal(part(root, "momentum").value, "90");
  part(root, "rate").value = "1000";
  part(root, "rate").happen("input");
  part(root, "momentum").value = "50";
  part(root, "momentum").happen("input");
  assert.deepEqual([store.state.rate, store.state.knobs], [1, { momentum: "0.5" }]);
  assert.deepEqual([part(root, "rate-value").textContent, part(root, "momentum").getAttribute("aria-valuetext")], ["1", "0.5"]);
});

/** @param {Record<string, string>} typed */
function claims(typed) {
  const list = new FakeElement("ul");
  /** @type {string[][]} */
  const told = [];
  const fields = createClaimFields(/** @type {any} */ (list), { textOf: (variable) => typed[variable] ?? "", onInput: (...input) => told.push(input) });
  fields.build({ definition: "", name: "f", variables: ["x", "w"], data: {}, values: { w: [1, 2] } });
  return { list, told, fields };
}

test("each variable has a field with what was typed, and what it takes", () => {
  const { list, told } = claims({ x: "2x" });
  const [x, w] = list.querySelectorAll("input");
  assert.deepEqual([x.value, x.getAttribute("placeholder")], ["2x", "a formula or a number"]);
  assert.equal(w.getAttribute("placeholder"), "a formula, or numbers such as [1, 2]");
  x.value = "3x";
  x.happen("input");
  assert.deepEqual(told, [["x", "3x"]]);
});

test("a claim is marked, and a wrong one explained", () => {
  const { list, fields } = claims({});
  fields.judge([
    { variable: "x", correct: false, claimed: 1, exact: 2, exactFormula: { latex: "2" }, remark: "Nearly.", diagnosis: { title: "A factor", explanation: "It is lost." } },
    { variable: "w", correct: true, claimed: [1, 2], exact: [1, 2] },
  ]);
  const [x, w] = list.children;
  assert.deepEqual([part(x, "mark").textContent, part(x, "mark").className, part(w, "mark").className], ["wrong", "mark wrong", "mark right"]);
  const [remark, slip, numbers, formula] = part(x, "said").children;
  assert.deepEqual([remark.textContent, slip.textContent, formula.tagName], ["Nearly.", "A factor. It is lost.", "details"]);
  assert.match(numbers.textContent, /the right value is 2/);
  assert.equal(part(w, "said").childElementCount, 0);
});

test("the entries of a wrong vector stand in a table, the worst first", () => {
  const { list, fields } = claims({});
  fields.judge([{ variable: "w", correct: false, claimed: [1, 5], exact: [1, 2], numeric: [1, 2], exactFormula: { latex: "w" }, worstEntry: [2] }]);
  const said = part(list.children[1], "said");
  assert.match(said.textContent, /The largest difference is in entry 2\./);
  assert.deepEqual(said.querySelectorAll("tbody")[0].rows[0].cells.map((cell) => cell.textContent), ["2", "5", "2", "2"]);
});

test("a claim that can't be read is refused at its field, and no other", () => {
  const { list, fields } = claims({});
  assert.equal(fields.refuse("x", "It has no end."), true);
  assert.equal(fields.refuse("gone", "It has no end."), false);
  assert.deepEqual(list.querySelectorAll("input").map((field) => field.getAttribute("aria-invalid")), ["true", null]);
  assert.equal(part(list.children[0], "said").textContent, "It has no end.");
});

test("the coordinates of a gradient can be typed, and its numbers stand beside them", async () => {
  const root = panelOf("partials", "coordinates", "value-name", "value", "norm", "kinks", "verification");
  const store = createStore(fromFragment("v=1&at=x~1!y~2"));
  const readout = createGradientReadout(root, store);
  const reading = { definition: "", name: "f", variables: ["x", "y"], data: {} };
  readout.about(reading, true);
  const formula = { latex: "x", text: "x" };
  readout.show(reading, {
    gradient: [{ variable: "x", derivative: formula }, { variable: "y", derivative: formula }],
    at: [{ value: 5, norm: 4.5, gradient: { x: 2, y: "Infinity" }, steepestAscent: null, stationary: false }],
  });
  const rows = part(root, "coordinates").rows;
  assert.deepEqual(rows.map(({ cells }) => cells.slice(2).map((/** @type {FakeElement} */ cell) => cell.textContent)), [["2", "—"], ["∞", "—"]]);
  assert.deepEqual([part(root, "value").textContent, part(root, "norm").textContent], ["5", "4.5"]);

  const field = rows[1].querySelectorAll("input")[0];
  assert.equal(field.value, "2");
  field.value = "many";
  field.happen("input");
  await new Promise((done) => setTimeout(done, 400)); // an expression is asked about once its writer pauses
  assert.deepEqual([field.getAttribute("aria-invalid"), store.state.at.y], ["true", 2]);
  field.value = "−3,5";
  field.happen("input");
  assert.deepEqual(store.state.at, { x: 1, y: -3.5 });
});
