import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken, patiently, run } from "../../wwwroot/app/api/runs.js";
import { runSaid } from "../../wwwroot/app/math/training-frames.js";

const json = (/** @type {any} */ body, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": status < 400 ? "application/json" : "application/problem+json", "retry-after": "0" } });
const told = (/** @type {any[]} */ ...events) => new Response(events.map((data, i) => `event: ${i === events.length - 1 ? "end" : "progress"}\nid: ${i + 1}\ndata: ${JSON.stringify(data)}\n\n`).join(""), { headers: { "content-type": "text/event-stream" } });

/** @param {import("node:test").TestContext} t @param {(address: string, request: any) => Response | Promise<Response>} answer */
function answering(t, answer) {
  /** @type {string[]} */
  const asked = [];
  const before = globalThis.fetch;
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ address, /** @type {any} */ request) => {
    asked.push(`${request.method} ${address} ${request.headers["idempotency-key"] ?? request.headers["run-secret"] ?? ""}`.trim());
    return answer(address, request);
  });
  t.after(() => (globalThis.fetch = before));
  return asked;
}

const begun = { id: "one", secret: "hush", state: "queued", progress: 0 };

test("a run is begun, followed and answered, and the same request has the same key", async (t) => {
  const asked = answering(t, (address) => (address.endsWith("runs") ? json(begun, 202) : address.endsWith("events") ? told({ state: "running", progress: 0.5, secondsLeft: 9 }, { state: "done", progress: 1 }) : json({ value: 4 })));
  /** @type {any[]} */
  const seen = [];
  const how = { signal: new AbortController().signal, onProgress: (/** @type {any} */ progress) => seen.push([progress.state, progress.share, progress.secondsLeft]) };
  assert.deepEqual(await run("map", { a: 1 }, "token", how), { value: 4 });
  assert.deepEqual(seen, [["queued", 0, null], ["running", 0.5, 9], ["done", 1, null]]);
  await run("map", { a: 1 }, "token", how);
  await run("map", { a: 2 }, "token", how);
  const keys = asked.filter((each) => each.startsWith("POST"));
  assert.deepEqual([keys[0] === keys[1], keys[0] === keys[2]], [true, false]);
  assert.match(keys[0], /^POST api\/v1\/runs token-[0-9a-f]+$/);
  assert.deepEqual(asked.slice(1, 3), ["GET api/v1/runs/one/events", "GET api/v1/runs/one/result"]);
});

test("runs that can't be reached yet are asked for again", async (t) => {
  let refused = 0;
  answering(t, (address) => (refused++ < 3 ? json({ title: "Busy.", status: 503 }, 503) : address.endsWith("runs") ? json(begun, 202) : address.endsWith("events") ? told({ state: "done", progress: 1 }) : json({ value: 4 })));
  assert.deepEqual(await run("map", {}, "token", { signal: new AbortController().signal, onProgress: () => {} }), { value: 4 });
});

test("whoever takes the wish back cancels the run", async (t) => {
  const end = new AbortController();
  const asked = answering(t, (address, request) => {
    if (address.endsWith("runs")) return json(begun, 202);
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    return new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
  });
  const answer = run("map", {}, "token", { signal: end.signal, onProgress: () => {} });
  setTimeout(() => end.abort(), 20);
  await assert.rejects(() => answer, { name: "AbortError" });
  assert.equal(asked.at(-1), "DELETE api/v1/runs/one hush");
});

test("a refusal of the work is thrown, as its route throws it", async (t) => {
  answering(t, (address) => (address.endsWith("runs") ? json(begun, 202) : address.endsWith("events") ? told({ state: "failed" }) : json({ title: "No.", status: 422, detail: "too much" }, 422)));
  await assert.rejects(() => run("map", {}, "token", { signal: new AbortController().signal, onProgress: () => {} }), { message: "too much" });
});

test("what is answered soon stays an answer, and what is not becomes a run", async (t) => {
  const how = { signal: new AbortController().signal, onProgress: () => {}, onRun: (/** @type {string} */ token) => tokens.push(token) };
  /** @type {string[]} */
  const tokens = [];
  const answers = (/** @type {string} */ address) => (address.endsWith("runs") ? json(begun, 202) : address.endsWith("events") ? told({ state: "done", progress: 1 }) : json({ value: address.includes("runs") ? "run" : "soon" }));
  answering(t, answers);
  assert.deepEqual(await patiently("map", { route: "descent/map", body: {} }, "", how), { value: "soon" });
  assert.deepEqual(tokens, []);
  assert.deepEqual(await patiently("map", { route: "descent/map", body: {} }, newToken(), how), { value: "run" });

  answering(t, (address, request) => (address.includes("runs") ? answers(address) : new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)))));
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const late = patiently("map", { route: "descent/map", body: {} }, "", how);
  t.mock.timers.tick(4000);
  assert.deepEqual(await late, { value: "run" });
  assert.match(tokens[0], /^[0-9a-f]{24}$/);
});

test("what is said of a run", () => {
  assert.equal(runSaid({ state: "queued", secondsLeft: null }), "waits for its turn");
  assert.match(runSaid({ state: "running", secondsLeft: 40.2 }), /^about 41 s left; goes on if you leave/);
  assert.match(runSaid({ state: "running", secondsLeft: 600 }), /^about 10 min left; /);
  assert.match(runSaid({ state: "running", secondsLeft: null }), /^goes on if you leave/);
});
