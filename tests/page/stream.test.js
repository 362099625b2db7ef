import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../../wwwroot/app/api/client.js";
import { follow } from "../../wwwroot/app/api/stream.js";

const event = (/** @type {string} */ name, /** @type {number} */ id) => `event: ${name}\nid: ${id}\ndata: ${id}\n\n`;

/** Answers questions one after the other. @param {import("node:test").TestContext} t @param {(() => Response)[]} answers */
function answering(t, answers) {
  /** @type {RequestInit[]} */
  const asked = [];
  const before = globalThis.fetch;
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ _, /** @type {RequestInit} */ request) => {
    asked.push(request);
    return answers[asked.length - 1]();
  });
  t.after(() => (globalThis.fetch = before));
  return asked;
}

/** A stream of texts, which breaks off where it is told to. @param {string[]} texts @param {boolean} [breaks] */
const streaming = (texts, breaks = false) => () => new Response(new ReadableStream({
  start(controller) {
    for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
    if (breaks) setTimeout(() => controller.error(new TypeError("network error")));
    else controller.close();
  },
}));

const call = { route: "train/stream", body: { steps: 3 } };

test("a stream that breaks off goes on behind the last event that came", async (t) => {
  const asked = answering(t, [streaming([event("step", 1), event("step", 2)], true), streaming([event("step", 3)]), streaming([event("end", 3)])]);
  /** @type {any[]} */
  const seen = [];
  await follow(call, ({ name, data }) => seen.push([name, data]), new AbortController().signal);
  assert.deepEqual(seen, [["step", 1], ["step", 2], ["step", 3], ["end", 3]]);
  assert.deepEqual(asked.map(({ headers }) => /** @type {any} */ (headers)["last-event-id"]), [undefined, "2", "3"]);
});

test("a refusal is thrown, before the stream and within it", async (t) => {
  const problem = { title: "No.", status: 422, detail: "steps: too many" };
  const json = { status: 422, headers: { "content-type": "application/problem+json" } };
  answering(t, [() => new Response(JSON.stringify(problem), json), streaming([`event: error\ndata: ${JSON.stringify(problem)}\n\n`])]);
  const signal = new AbortController().signal;
  await assert.rejects(() => follow(call, () => {}, signal), { message: "steps: too many" });
  await assert.rejects(() => follow(call, () => {}, signal), { message: "steps: too many" });
});

const busy = (/** @type {string} */ seconds) => () => new Response("{}", { status: 503, headers: { "retry-after": seconds, "content-type": "application/problem+json" } });

test("a busy service is asked again after the time that it names, and once more where it is still busy", async (t) => {
  const asked = answering(t, [busy("0"), busy("0"), busy("0"), streaming([event("end", 1)])]);
  await follow(call, () => {}, new AbortController().signal);
  assert.equal(asked.length, 4);
  const question = answering(t, [busy("0"), busy("0"), () => Response.json({ value: 4 })]);
  assert.deepEqual(await ask(call), { value: 4 });
  assert.equal(question.length, 3);
});

test("a service that stays busy, or for longer than a person looks on, is said to be", async (t) => {
  const asked = answering(t, Array.from({ length: 30 }, () => busy("0")));
  await assert.rejects(() => ask(call), { message: "The service answered 503." });
  assert.equal(asked.length, 12);
  const long = answering(t, [busy("21")]);
  await assert.rejects(() => ask(call), { message: "The service answered 503." });
  assert.equal(long.length, 1);
});

test("a service that can't be reached is asked again until it is back", async (t) => {
  const asked = answering(t, [() => { throw new TypeError("fetch failed"); }, streaming([event("end", 1)])]);
  /** @type {boolean[]} */
  const told = [];
  await follow(call, () => {}, new AbortController().signal, (gone) => told.push(gone));
  assert.deepEqual([asked.length, told], [2, [true, false]]);
});

test("a stream that breaks off again and again without a word is given up", async (t) => {
  const asked = answering(t, [streaming([]), streaming([]), streaming([])]);
  await assert.rejects(() => follow(call, () => {}, new AbortController().signal), { message: "The connection to the service broke off." });
  assert.equal(asked.length, 3);
});

test("nothing comes after it was ended", async (t) => {
  answering(t, [streaming([event("step", 1), event("step", 2), event("end", 3)])]);
  const end = new AbortController();
  /** @type {any[]} */
  const seen = [];
  await assert.rejects(() => follow(call, ({ data }) => {
    seen.push(data);
    end.abort();
  }, end.signal), { name: "AbortError" });
  assert.deepEqual(seen, [1]);
});
