import assert from "node:assert/strict";
import { test } from "node:test";
import { createTurns } from "../../wwwroot/app/api/turns.js";

/** Work that ends when it is told to. */
function work() {
  const job = { begun: false, end: (/** @type {unknown} */ _) => {}, fail: (/** @type {Error} */ _) => {}, run };
  const ended = new Promise((resolve, reject) => Object.assign(job, { end: resolve, fail: reject }));
  function run() {
    job.begun = true;
    return ended;
  }
  return job;
}

const soon = () => new Promise((done) => setImmediate(done));

test("no more than so many are under way, and the rest come in order", async () => {
  const turns = createTurns(2);
  const jobs = Array.from({ length: 5 }, work);
  const results = jobs.map((job) => turns(job.run));
  await soon();
  assert.deepEqual(jobs.map(({ begun }) => begun), [true, true, false, false, false]);
  jobs[1].end("b");
  assert.equal(await results[1], "b");
  await soon();
  assert.deepEqual(jobs.map(({ begun }) => begun), [true, true, true, false, false]);
  for (const job of jobs) job.end("x");
  assert.deepEqual(await Promise.all(results), ["x", "b", "x", "x", "x"]);
});

test("a failure gives its turn to the next", async () => {
  const turns = createTurns(1);
  const [first, second] = [work(), work()];
  const failed = turns(first.run);
  const then = turns(second.run);
  first.fail(new Error("no"));
  await assert.rejects(failed, /no/);
  second.end(2);
  assert.equal(await then, 2);
});

test("what is called off while it waits never begins, and takes nobody's turn", async () => {
  const turns = createTurns(1);
  const [first, second, third] = [work(), work(), work()];
  const leaving = new AbortController();
  const one = turns(first.run);
  const two = turns(second.run, leaving.signal);
  const three = turns(third.run);
  leaving.abort();
  await assert.rejects(two, { name: "AbortError" });
  first.end(1);
  third.end(3);
  assert.deepEqual([await one, await three], [1, 3]);
  assert.equal(second.begun, false);
  await assert.rejects(turns(second.run, AbortSignal.abort()), { name: "AbortError" });
});
