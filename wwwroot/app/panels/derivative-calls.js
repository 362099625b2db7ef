// The calls behind the panel of slope and derivative.
import * as calls from "../api/calls.js";

/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../api/calls.js").Reading} Reading */

/** The curve and the curve of its derivative. @param {Reading} reading @param {Interval} x */
export const sampleCalls = (reading, x) => [calls.curve(reading, x, "value"), calls.curve(reading, x, "gradient")];

/** What `measuredOf` is made of. @param {Reading} reading @param {Interval} points */
export const measureCalls = (reading, [p, q]) => [calls.derivative(reading, p), ...(p === q ? [] : [calls.derivative(reading, q), calls.slope(reading, [p, q])])];

/** @param {Reading} reading @param {Interval} points */
export const explainCalls = (reading, [p]) => [calls.derivativeSteps(reading), calls.derivativeLimit(reading, p)];
