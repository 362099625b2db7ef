import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently, run } from "../../wwwroot/app/api/runs.js";
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

/** The runs that the service has begun so far: no two have the same name. */
let count = 0;
const nameOf = (/** @type {number} */ which) => which.toString(16).padStart(32, "0");
const begun = () => ({ id: nameOf(++count), secret: `hush ${count}`, state: "queued", progress: 0 });

/** @param {Partial<Parameters<typeof run>[3]>} [more] */
const how = (more = {}) => ({ signal: new AbortController().signal, onProgress: () => {}, onRun: () => {}, ...more });

/** A run that goes to its end at once. @param {string} address */
const soon = (address) => (address.endsWith("runs") ? json(begun(), 202) : address.endsWith("events") ? told({ state: "running", progress: 0.5, secondsLeft: 9 }, { state: "done", progress: 1 }) : address.endsWith("result") ? json({ value: 4 }) : json({ id: address.split("/").at(-1), state: "running", progress: 0.25 }));

test("a run is begun, followed and answered, and the link to it leads back, without its secret", async (t) => {
  const asked = answering(t, soon);
  /** @type {any[]} */
  const seen = [];
  let link = "";
  const noting = how({ onProgress: (progress) => seen.push([progress.state, progress.share, progress.secondsLeft, progress.isOwn]), onRun: (next) => (link = next) });
  assert.deepEqual(await run("map", { a: 1 }, link, noting), { value: 4 });
  const first = nameOf(count);
  assert.deepEqual(seen, [["queued", 0, null, true], ["running", 0.5, 9, true], ["done", 1, null, true]]);
  assert.deepEqual(asked.slice(1), [`GET api/v1/runs/${first}/events`, `GET api/v1/runs/${first}/result`]);
  assert.match(link, new RegExp(`^${first}-[0-9a-f]{8}$`));

  asked.length = 0;
  await run("map", { a: 1 }, link, noting);
  assert.deepEqual(asked, ["", "/events", "/result"].map((part) => `GET api/v1/runs/${first}${part}`));
  // Another request is another run, and the link leads to both.
  await run("map", { a: 2 }, link, noting);
  assert.deepEqual(link.split(".").map((each) => each.split("-")[0]), [first, nameOf(count)]);
  const keys = asked.filter((each) => each.startsWith("POST"));
  assert.equal(keys.length, 1);
  for (const value of [3, 4]) await run("map", { a: value }, link, noting);
  assert.equal(link.split(".").length, 3);
  assert.doesNotMatch(link, /hush/);
});

test("a run that is not kept any more is begun anew, in its place", async (t) => {
  const asked = answering(t, (address) => (address.endsWith(nameOf(1)) ? json({ title: "There is no such run.", status: 404 }, 404) : soon(address)));
  let link = "";
  await run("map", {}, "", how({ onRun: (next) => (link = next) }));
  const old = `${nameOf(1)}-${link.split("-")[1]}`;
  asked.length = 0;
  assert.deepEqual(await run("map", {}, old, how({ onRun: (next) => (link = next) })), { value: 4 });
  assert.match(asked[1], /^POST api\/v1\/runs [0-9a-f]{32}$/);
  assert.deepEqual([link.split("-")[0], link.split(".").length], [nameOf(count), 1]);
});

test("a run of which nothing can be read any more is begun anew, once", async (t) => {
  let damaged = "";
  const asked = answering(t, (address) => (address.endsWith("result") && address.includes(damaged) ? json({ title: "What was kept can't be read.", status: 410 }, 410) : soon(address)));
  let link = "";
  damaged = "nothing yet";
  await run("map", {}, "", how({ onRun: (next) => (link = next) }));
  damaged = nameOf(count);
  asked.length = 0;
  assert.deepEqual(await run("map", {}, link, how({ onRun: (next) => (link = next) })), { value: 4 });
  assert.deepEqual([asked.filter((each) => each.startsWith("POST")).length, link.split("-")[0]], [1, nameOf(count)]);
  // One that has just been begun is not tried again and again.
  damaged = "";
  await assert.rejects(() => run("map", { a: 9 }, "", how()), { message: /can't be read/ });
});

test("runs that can't be reached yet are asked for again", async (t) => {
  let refused = 0;
  const asked = answering(t, (address) => (refused++ < 3 ? json({ title: "Busy.", status: 503 }, 503) : soon(address)));
  assert.deepEqual(await run("map", {}, "", how()), { value: 4 });
  assert.equal(new Set(asked.filter((each) => each.startsWith("POST"))).size, 1);
});

test("whoever takes the wish back cancels the run, after a reload too, and whoever only has the link does not", async (t) => {
  const asked = answering(t, (address, request) => {
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    if (!address.endsWith("events")) return soon(address);
    return new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
  });
  let link = "";
  const leave = async (/** @type {string} */ of) => {
    const end = new AbortController();
    const answer = run("map", {}, of, how({ signal: end.signal, onRun: (next) => (link = next), onProgress: () => setTimeout(() => end.abort(), 5) }));
    await assert.rejects(() => answer, { name: "AbortError" });
    return asked.at(-1);
  };
  assert.equal(await leave(""), `DELETE api/v1/runs/${nameOf(count)} hush ${count}`);
  assert.equal(await leave(link), `DELETE api/v1/runs/${nameOf(count)} hush ${count}`);
  const foreign = link.replace(/^[0-9a-f]+/, "f".repeat(32));
  assert.equal(await leave(foreign), `GET api/v1/runs/${"f".repeat(32)}/events`);
});

test("whoever takes the wish back while the run is begun cancels it once it is", async (t) => {
  const end = new AbortController();
  const asked = answering(t, (address, request) => {
    if (request.method === "DELETE") return new Response(null, { status: 204 });
    end.abort();
    return soon(address);
  });
  let isTold = false;
  await assert.rejects(() => run("map", {}, "", how({ signal: end.signal, onRun: () => (isTold = true) })), { name: "AbortError" });
  assert.equal(asked.at(-1), `DELETE api/v1/runs/${nameOf(count)} hush ${count}`);
  assert.equal(isTold, false);
});

test("secrets are kept for a reload where the browser keeps anything, and not without end", async (t) => {
  /** @type {Record<string, string>} */
  const kept = {};
  /** @type {any} */ (globalThis).localStorage = { getItem: (/** @type {string} */ key) => kept[key] ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => (kept[key] = value) };
  t.after(() => delete (/** @type {any} */ (globalThis).localStorage));
  answering(t, soon);
  for (let each = 0; each < 60; each++) await run("map", { each }, "", how());
  const after = await import(`../../wwwroot/app/api/secrets.js?${"after a reload"}`);
  assert.deepEqual([after.secretOf(nameOf(count)), after.secretOf(nameOf(count - 59))], [`hush ${count}`, undefined]);
  kept.runs = "[damaged";
  assert.equal((await import(`../../wwwroot/app/api/secrets.js?${"damaged"}`)).secretOf(nameOf(count)), undefined);
});

test("a refusal of the work is thrown, as its route throws it", async (t) => {
  answering(t, (address) => (address.endsWith("runs") ? json(begun(), 202) : address.endsWith("events") ? told({ state: "failed" }) : json({ title: "No.", status: 422, detail: "too much" }, 422)));
  await assert.rejects(() => run("map", {}, "", how()), { message: "too much" });
});

test("what is answered soon stays an answer, and what is not becomes a run", async (t) => {
  /** @type {string[]} */
  const links = [];
  const noting = how({ onRun: (link) => links.push(link) });
  answering(t, (address) => (address.includes("runs") ? soon(address) : json({ value: "soon" })));
  assert.deepEqual(await patiently("map", { route: "descent/map", body: {} }, "", noting), { value: "soon" });
  assert.deepEqual(links, []);
  assert.deepEqual(await patiently("map", { route: "descent/map", body: {} }, `${nameOf(0)}-00000000`, noting), { value: 4 });
  assert.match(links[0], new RegExp(`^${nameOf(0)}-00000000.${nameOf(count)}-[0-9a-f]{8}$`));

  answering(t, (address, request) => (address.includes("runs") ? soon(address) : new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)))));
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const late = patiently("map", { route: "descent/map", body: {} }, "", noting);
  t.mock.timers.tick(4000);
  assert.deepEqual(await late, { value: 4 });
  assert.equal(links.length, 2);
});

test("what is said of a run", () => {
  assert.equal(runSaid({ state: "queued", secondsLeft: null }), "waits for its turn");
  assert.match(runSaid({ state: "running", secondsLeft: 40.2 }), /^about 41 s left; goes on if you leave/);
  assert.match(runSaid({ state: "running", secondsLeft: 600 }), /^about 10 min left; /);
  assert.match(runSaid({ state: "running", secondsLeft: null }), /^goes on if you leave/);
});
