// What the service has answered about a curve: its samples, its two points, and the place under the cursor.
import * as calls from "../api/calls.js";
import { createFollower, createLatest } from "../api/latest.js";
import { measuredOf, segmentOf } from "../math/measured.js";
import { toNumber } from "../math/numbers.js";
import { measureCalls, sampleCalls } from "./derivative-calls.js";

/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {{ x: number, value?: number, slope?: number }} Cursor the numbers are missing until they are answered */

/**
 * @param {object} options
 * @param {(call: import("../api/client.js").Call, signal: AbortSignal) => Promise<any>} options.ask
 * @param {(busy: boolean) => void} [options.onSlow] told when sampling takes long, and when that is over
 * @param {(late: boolean) => void} [options.onLate] told when the numbers at the points are those of before for long, and when that is over
 * @param {() => void} options.onChange told when an answer about the curve or its points has come
 * @param {() => void} options.onCursor told when the cursor or its numbers have changed
 */
export function createDerivativeAnswers({ ask, onSlow, onLate, onChange, onCursor }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {{ f: Segment[], d: Segment[] } | null} */
  let curves = null;
  /** @type {import("../math/measured.js").Measured | null} */
  let measured = null;
  /** @type {Cursor | null} */
  let cursor = null;
  /** @type {{ curve: unknown[], points: unknown[] }} */
  const errors = { curve: [], points: [] };
  /** @type {{ curve: any[], points: any[] }} */
  const notes = { curve: [], points: [] };

  const askAll = (/** @type {import("../api/client.js").Call[]} */ asked, /** @type {AbortSignal} */ signal) => Promise.all(asked.map((call) => ask(call, signal)));
  const samples = createLatest({ onSlow });
  const points = createFollower(
    (/** @type {{ reading: Reading, points: Interval }} */ input, signal) => askAll(measureCalls(input.reading, input.points), signal),
    (answers, input) => {
      measured = measuredOf(input.points, answers);
      errors.points = [];
      notes.points = measured.notes;
      onChange();
    },
    (error) => {
      measured = null;
      errors.points = [error];
      onChange();
    },
    40,
    { onLate },
  );
  const pointer = createFollower(
    (/** @type {{ reading: Reading, x: number }} */ input, signal) => ask(calls.derivative(input.reading, input.x), signal),
    (result, { x }) => {
      if (cursor === null) return;
      cursor = { x, value: toNumber(result.functionValue), slope: toNumber(result.value) };
      onCursor();
    },
    onCursor, // the hairline stays without numbers; the panel's own requests say what is wrong
  );

  return {
    get curves() {
      return curves;
    },
    get measured() {
      return measured;
    },
    get cursor() {
      return cursor;
    },
    /** Whether the service refused to sample the curve. */
    get failed() {
      return errors.curve.length > 0;
    },
    get errors() {
      return [...errors.points, ...errors.curve];
    },
    get notes() {
      return [...notes.points, ...notes.curve];
    },
    /** Turns to another function; what is under way for the last one is called off. @param {Reading | null} next */
    about(next) {
      reading = next;
      measured = null;
      cursor = null;
      samples.cancel();
      points.stop();
      pointer.stop();
    },
    /** @param {Interval} x */
    sample(x) {
      if (reading === null) return;
      const asked = sampleCalls(reading, x);
      samples.run(
        (signal) => askAll(asked, signal),
        ([f, d]) => {
          curves = { f: f.segments.map(segmentOf), d: d.segments.map(segmentOf) };
          errors.curve = [];
          notes.curve = [...(f.notes ?? []), ...(d.notes ?? [])];
          onChange();
        },
        (error) => {
          curves = { f: [], d: [] };
          errors.curve = [error];
          onChange();
        },
      );
    },
    /** Gives up sampling. */
    cancel: () => samples.cancel(),
    /** @param {Interval} at P and Q */
    measure(at) {
      if (reading !== null) points.follow({ reading, points: at });
    },
    /** Puts the cursor at a place, or takes it away. @param {number | null} x */
    point(x) {
      if (reading === null) return;
      cursor = x === null ? null : { ...cursor, x };
      if (x === null) pointer.stop();
      else pointer.follow({ reading, x });
      onCursor();
    },
  };
}
