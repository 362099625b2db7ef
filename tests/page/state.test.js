import assert from "node:assert/strict";
import { test } from "node:test";
import { chapters } from "../../wwwroot/app/math/chapters.js";
import { linkOf, stateOfLink } from "../../wwwroot/app/link.js";
import { createStore, fromFragment, initial, place, pointOf, toFragment } from "../../wwwroot/app/state.js";

/** A stream of numbers that is the same on every run (Park and Miller's generator). @param {number} seed */
function stream(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** @param {() => number} next @returns {import("../../wwwroot/app/state.js").State} */
function anyState(next) {
  const number = () => (next() - 0.5) * 10 ** Math.floor(next() * 12 - 6);
  const interval = () => /** @type {[number, number]} */ ([number(), number()].sort((a, b) => a - b));
  const maybe = (/** @type {() => any} */ make) => (next() < 0.4 ? null : make());
  const point = () => Object.fromEntries(["x", "w1", "λ", "long_name"].slice(0, Math.floor(next() * 5)).map((name) => [name, number()]));
  const one = "0123456789abcdef0123456789abcdef-01234567";
  const texts = ["x^2 + 3", "", "f(x) = a&b=c#d?e%20+", "A(x) = sin(x);\nf(x) = A(x^2)", "α·β ≤ √π", "x'\"\\ ~!&"];
  return {
    function: texts[Math.floor(next() * texts.length)],
    data: point(),
    dataset: ["", "a,b\n1,2\n3,4", "w = [0.1, -0.2]\nx;y\n1;2"][Math.floor(next() * 3)],
    x: maybe(interval),
    y: maybe(interval),
    points: [number(), number()],
    others: ["", "\n", "x^3", "sin(x)\n\ncos(x)"][Math.floor(next() * 4)],
    second: next() < 0.5,
    codeLanguage: ["numpy", "c", "latex"][Math.floor(next() * 3)],
    codeOf: ["value", "gradient", "hessian"][Math.floor(next() * 3)],
    taylorOrder: Math.floor(next() * 21),
    taylorRadius: 10 ** (next() * 6 - 2.9),
    at: point(),
    dir: point(),
    claims: Object.fromEntries(["x", "w1", "λ"].slice(0, Math.floor(next() * 4)).map((name) => [name, texts[Math.floor(next() * texts.length)] || "0"])),
    start: maybe(point),
    optimizer: ["sgd", "momentum", "nesterov", "adam", "one_more2"][Math.floor(next() * 5)],
    rate: 10 ** (next() * 6 - 6),
    steps: 1 + Math.floor(next() * 5000),
    knobs: Object.fromEntries(["momentum", "betas", "nesterov"].slice(0, Math.floor(next() * 4)).map((name) => [name, ["0.5", "0.9, 0.99", "true"][Math.floor(next() * 3)]])),
    runners: Array.from({ length: Math.floor(next() * 10) }, () => ({ optimizer: ["sgd", "adam", "rmsprop"][Math.floor(next() * 3)], rate: 10 ** (next() * 6 - 6), knobs: /** @type {Record<string, string>} */ (next() < 0.5 ? {} : { betas: "0.5, 0.9" }) })),
    map: ["starts", "rates", "starts:x,y", "rates:momentum", "starts:λ,w1"][Math.floor(next() * 5)],
    run: ["", one][Math.floor(next() * 2)],
    mapRun: ["", one, `${one}.${one}`, `${one}.${one}.${one}`][Math.floor(next() * 4)],
    training: Object.fromEntries(["data", "layers", "start.w"].slice(0, Math.floor(next() * 4)).map((name) => [name, ["spirals", "8, 8", "[0, 0]"][Math.floor(next() * 3)]])),
    sheet: Object.fromEntries(["rules", "seed"].slice(0, Math.floor(next() * 3)).map((name) => [name, ["slope,limit", "7"][Math.floor(next() * 2)]])),
    answers: Object.fromEntries(["1", "2.x"].slice(0, Math.floor(next() * 3)).map((name) => [name, texts[Math.floor(next() * texts.length)] || "0"])),
    tour: ["", "slope~2"][Math.floor(next() * 2)],
    table: ["", "a,b\n1,2"][Math.floor(next() * 2)],
    placed: ["", "0.5~-1~0!1~2~1"][Math.floor(next() * 2)],
    field: next() < 0.5,
    chapter: maybe(() => chapters[Math.floor(next() * chapters.length)].name),
  };
}

test("a link restores every state exactly", () => {
  const next = stream(20240607);
  for (let i = 0; i < 2000; i++) {
    const state = anyState(next);
    assert.deepEqual(fromFragment(toFragment(state)), state);
    assert.deepEqual(fromFragment(`#${toFragment(state)}`), state);
  }
});

for (const [fragment, chapter] of [
  ["v=1&f=x^2", null],
  ["v=1&f=x*y&s=x~1!y~2", "descent"],
  ["v=1&f=x&c={\"x\":\"1\"}", "derivative"],
  ["v=1&f=x*y&c={\"x\":\"y\",\"y\":\"x\"}", "gradient"],
  ["v=1&f=x*y&s=x~1!y~2&ch=direction", "direction"],
  ["v=1&f=x*y&ch=nowhere", null],
])
  test(`a link of old opens where its work is seen: ${fragment}`, () => assert.equal(fromFragment(String(fragment)).chapter, chapter));

test("the initial state needs only the version", () => assert.equal(toFragment(initial), "v=1"));

for (const [fragment, why] of [
  ["", "no fragment"],
  ["v=2&f=x", "another version"],
  ["f=x", "no version"],
  ["v=1&x=2~1&p=a~b&r=fast&o=New~ton&s=x&at=1~2&n=", "members that can't be read"],
  ["v=1&c=2x", "claims that are no JSON"],
  ["v=1&c=[1]", "claims that are a list"],
  ['v=1&c={"x":2}', "a claim that is no text"],
  ["v=1&x=1~Infinity&p=NaN~1", "numbers that are not finite"],
  ["v=1&__proto__=1&constructor=2", "unknown members"],
  ["v=1&at=__proto__~1", "a name that is none"],
])
  test(`${why} leaves the initial state`, () => assert.deepEqual(fromFragment(fragment), initial));

test("one member that can't be read spoils no other", () => {
  assert.deepEqual(fromFragment("v=1&f=sin(x)&p=1~x"), { ...initial, function: "sin(x)" });
});

test("an optimizer that the page has never heard of is kept until the catalogue is known", () => {
  assert.equal(fromFragment("v=1&o=newton").optimizer, "newton");
});

test("rates and steps from a link stay within what the page offers", () => {
  assert.equal(fromFragment("v=1&n=999999999").steps, 20000);
  assert.equal(fromFragment("v=1&n=-3").steps, 1);
  assert.equal(fromFragment("v=1&r=-1").rate, 1e-12);
});

test("the initial state is not changed through a state read from a link", () => {
  fromFragment("").points[0] = 17;
  assert.equal(initial.points[0], 1);
});

test("listeners are told what changed, and only then", () => {
  const store = createStore(fromFragment(""));
  /** @type {string[][]} */
  const told = [];
  store.subscribe((_, changed) => told.push([...changed]));
  store.set({ rate: initial.rate, points: [1, 3] });
  store.set({ rate: 0.5, steps: initial.steps });
  assert.deepEqual(told, [["rate"]]);
  assert.equal(store.state.rate, 0.5);
});

test("a point has every coordinate", () => {
  assert.deepEqual(place(["x", "y", "z"], { y: -2 }), { x: 1, y: -2, z: 0.5 });
});

for (const [variables, values, point, why] of /** @type {const} */ ([
  [["x"], {}, { x: 3 }, "one number is at P"],
  [["x", "y"], {}, { x: 1, y: -2 }, "several are at the point of the gradient, or at their usual place"],
  [["w"], { w: [1, 2] }, { w: [1, 2] }, "a vector is where it was given"],
  [["w", "y"], { w: [1, 2] }, { w: [1, 2], y: -2 }, "and numbers beside it where they were chosen"],
]))
  test(`numbers are asked for at a point: ${why}`, () =>
    assert.deepEqual(pointOf({ variables: [...variables], values: /** @type {any} */ (values) }, { points: [3, 4], at: { y: -2 } }), point));

test("a table to train with travels packed, and what was left out is told", async () => {
  const table = `x,y\n${Array.from({ length: 60 }, (_, i) => `${i},${i * i}`).join("\n")}`;
  const noise = Array.from({ length: 6000 }, (_, i) => Math.sin(i * i).toString()).join("\n");
  const { fragment, whole } = await linkOf({ ...initial, table, dataset: `w = [${table.length}]` });
  assert.ok(whole && fragment.includes("nz=") && !fragment.includes("nd="));
  const back = await stateOfLink(fragment);
  assert.deepEqual([back.state.table, back.state.dataset, back.said], [table, `w = [${table.length}]`, ""]);

  const short = await linkOf({ ...initial, table: noise, codeLanguage: "jax" });
  assert.equal(short.whole, false);
  assert.ok(short.fragment.length < 200);
  const without = await stateOfLink(short.fragment);
  assert.deepEqual([without.state.table, without.state.codeLanguage], ["", "jax"]);
  assert.equal(without.said, "The data were too long to be part of this link. Paste them again.");
  assert.equal((await stateOfLink("v=1&f=x&tl=jax")).said, "", "the language of the code is no data left out");
  assert.equal((await stateOfLink("v=1&f=x&tl=1")).said, without.said, "as links of old say it");
});
