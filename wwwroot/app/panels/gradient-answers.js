// What the service has answered about a function of several variables: its landscape, where there is one, and its gradient at a point.
import * as calls from "../api/calls.js";
import { createFollower, createLatest } from "../api/latest.js";
import { landOf } from "../math/landscape.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {import("../math/landscape.js").View} View */

/**
 * @param {object} options
 * @param {(call: import("../api/client.js").Call, signal: AbortSignal) => Promise<any>} options.ask
 * @param {(busy: boolean) => void} [options.onSlow] told when sampling takes long, and when that is over
 * @param {() => void} options.onChange told when an answer has come
 */
export function createGradientAnswers({ ask, onSlow, onChange }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {import("../math/landscape.js").Land | null} */
  let land = null;
  /** @type {any} */
  let gradient = null;
  /** @type {{ land: unknown[], at: unknown[] }} */
  const errors = { land: [], at: [] };
  /** @type {any[]} */
  let notes = [];

  const samples = createLatest({ onSlow });
  const point = createFollower(
    (/** @type {{ reading: Reading, at: Point }} */ input, signal) => ask(calls.gradient(input.reading, input.at), signal),
    (result, input) => {
      gradient = { ...result, asked: input.at };
      errors.at = [];
      notes = result.notes ?? [];
      onChange();
    },
    (error) => {
      gradient = null;
      errors.at = [error];
      onChange();
    },
  );

  return {
    get land() {
      return land;
    },
    /** The answer, with the point that was asked about. */
    get gradient() {
      return gradient;
    },
    /** Whether the service refused to sample the landscape. */
    get failed() {
      return errors.land.length > 0;
    },
    get errors() {
      return [...errors.at, ...errors.land];
    },
    get notes() {
      return notes;
    },
    /**
     * Turns to another function; what is under way for the last one is called off. A landscape is kept while its variables are the same.
     * @param {Reading | null} next
     * @returns {boolean} whether the variables are others
     */
    about(next) {
      const others = next !== null && next.variables.join() !== reading?.variables.join();
      reading = next;
      gradient = null;
      samples.cancel();
      point.stop();
      if (others) land = null;
      return others;
    },
    /** @param {View} view */
    sample(view) {
      if (reading === null || reading.variables.length !== 2) return;
      const { variables } = reading;
      const call = calls.grid(reading, view);
      samples.run(
        (signal) => ask(call, signal),
        (result) => {
          land = landOf(result, variables);
          errors.land = [];
          onChange();
        },
        (error) => {
          land = null;
          errors.land = [error];
          onChange();
        },
      );
    },
    /** Gives up sampling. */
    cancel: () => samples.cancel(),
    /** @param {Point} at */
    measure(at) {
      if (reading !== null) point.follow({ reading, at });
    },
  };
}
