// What the service has answered about the gradient of a function at a point.
import * as calls from "../api/calls.js";
import { createFollower } from "../api/latest.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Point} Point */

/**
 * @param {object} options
 * @param {(call: import("../api/client.js").Call, signal: AbortSignal) => Promise<any>} options.ask
 * @param {(late: boolean) => void} [options.onLate] told when the answer is that of another point for long, and when that is over
 * @param {() => void} options.onChange told when an answer has come
 */
export function createGradientAnswers({ ask, onLate, onChange }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {any} */
  let gradient = null;
  /** @type {unknown[]} */
  let errors = [];
  const point = createFollower(
    (/** @type {{ reading: Reading, at: Point }} */ input, signal) => ask(calls.gradient(input.reading, input.at), signal),
    (result, input) => {
      gradient = { ...result, asked: input.at };
      errors = [];
      onChange();
    },
    (error) => {
      gradient = null;
      errors = [error];
      onChange();
    },
    20, // what is dragged is watched closely
    { onLate },
  );

  return {
    /** The answer, with the point that was asked about. */
    get gradient() {
      return gradient;
    },
    get errors() {
      return errors;
    },
    get notes() {
      return gradient?.notes ?? [];
    },
    /** Turns to another function; what is under way for the last one is called off. @param {Reading | null} next */
    about(next) {
      reading = next;
      gradient = null;
      errors = [];
      point.stop();
    },
    /** @param {Point} at */
    measure(at) {
      if (reading !== null) point.follow({ reading, at });
    },
  };
}
