// The race in charts: values and lengths of gradients against steps, for any number of variables.
import { axisOf, lastStep } from "../math/race.js";
import { toNumber } from "../math/numbers.js";
import { wayOf } from "../plot/ways.js";
import { createStage } from "../view/stage.js";
import { createWays } from "../view/ways.js";

/** @typedef {import("../math/race.js").Run} Run */

/** @param {HTMLElement} host @param {{ name: string, column: "value" | "gradientNorm" }} options */
export function createRaceChart(host, { name, column }) {
  const stage = createStage(host, { kind: "series", label: `${name} against steps` });
  /** @type {readonly (readonly number[] | null)[]} */
  let columns = [];
  /** @type {readonly Run[]} */
  let runs = [];
  const ways = createWays(stage, {
    cursor: true,
    waysIn: (frame) => runs.map((run, i) => run && wayOf(run.step, run.step, /** @type {readonly number[]} */ (columns[i]), frame, true)),
  });
  stage.name.textContent = name;
  return {
    /** @param {readonly Run[]} next @param {string} words */
    show(next, words) {
      runs = next;
      columns = next.map((run) => run && run[column].map(toNumber));
      const { log, y } = axisOf(columns.filter((each) => each !== null));
      stage.show({ x: [0, Math.max(1, lastStep(next))], y, log }, { x: "steps", y: "" });
      stage.describe(`${words}${log ? " The vertical axis is logarithmic." : ""}`);
    },
    time: ways.show,
  };
}
