// The derivative from first principles: its lines, and the slopes at P as h shrinks.
import { derivativeLimit } from "../api/calls.js";
import { ApiProblem } from "../api/client.js";
import { format, toNumber } from "../math/numbers.js";
import { el } from "../view/elements.js";
import { table } from "../view/table.js";
import { createWalk } from "../view/walk.js";
import { createUnfolded } from "./unfolded.js";

/**
 * @typedef {object} Row the slopes over one step
 * @property {number} h
 * @property {number | string} slope to the point a step ahead
 * @property {number | string} [leftSlope] from the point a step behind
 * @property {number | string} error of the slope ahead
 */

/**
 * @param {HTMLDetailsElement} details
 * @param {object} options
 * @param {() => import("../api/calls.js").Reading | null} options.reading
 * @param {() => number} options.point where the slopes are taken
 * @param {() => void} options.onRules asked for the rule-by-rule steps instead
 */
export function mountDerivativeLimit(details, { reading, point, onRules }) {
  const walk = createWalk({ label: "The derivative from first principles", from: "first" });
  const slopes = el("div", { class: "slopes-as-h-shrinks" });
  const instead = el("button", { type: "button", hidden: true, onclick: onRules }, "Show it rule by rule instead");
  const { follow } = createUnfolded(details, {
    what: "Letting h go to 0…",
    call() {
      const read = reading();
      return read && derivativeLimit(read, point());
    },
    body: el("div", { class: "beside" }, walk.element, slopes),
    onAnswer(answer, { body: asked }) {
      instead.hidden = true;
      walk.show(answer.steps);
      const rows = (answer.table ?? []).map((/** @type {Row} */ { h, slope, leftSlope, error }) =>
        [format(h), format(toNumber(leftSlope), 9), format(toNumber(slope), 9), format(toNumber(error), 2)]);
      slopes.replaceChildren(...(rows.length > 0 ? [el("h3", {}, `The slope at ${format(Number(asked?.point))} as h shrinks`), table("Slopes to the left and to the right as h shrinks, with the error of the right one", ["h", "left", "right", "error"], rows)] : []));
    },
    onRefusal(error) {
      const missing = error instanceof ApiProblem && error.problem.status === 404; // a service that has no such route
      details.hidden = missing;
      instead.hidden = missing;
    },
  });
  details.append(instead);
  return { follow };
}
