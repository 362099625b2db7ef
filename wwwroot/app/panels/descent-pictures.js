// A descent over its landscape or on its curve, its values and its slopes step by step in charts, and its steps in a table.
import { cellsOf, describeSeries } from "../math/descent-words.js";
import { toNumber } from "../math/numbers.js";
import { PathText } from "../plot/path.js";
import { seriesAxis, traceSeries } from "../plot/series.js";
import { wayIn } from "../plot/way.js";
import { place } from "../state.js";
import { part, svg } from "../view/elements.js";
import { createStage, word } from "../view/stage.js";
import { table } from "../view/table.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {import("../view/stage.js").Stage | null} options.landscape the picture the way is drawn over; null where there is none
 * @param {HTMLElement} options.plots the column of pictures, where the charts stand
 */
export function createDescentPictures({ store, landscape, plots }) {
  /** @type {{ reading: Reading, trajectory: any } | null} */
  let shown = null;
  const values = chart(part(plots, "series"), "Value against steps", "The value");
  const slopes = chart(part(plots, "gradient-series"), "Length of the gradient against steps", "The length of the gradient");
  const details = /** @type {HTMLDetailsElement} */ (part(plots, "steps-behind"));

  landscape?.onPaint((frame) => {
    const way = shown && wayIn(frame, shown.trajectory.points, shown.reading.variables, place(shown.reading.variables, store.state.at));
    landscape.marks.replaceChildren(...(way === null ? [] : drawWay(way)));
  });

  function fillTable() {
    if (!details.open || shown === null) return;
    const { heads, rows } = cellsOf(shown.trajectory, shown.reading.variables);
    part(plots, "steps-table").replaceChildren(table("Steps of the descent", heads, rows));
  }
  details.addEventListener("toggle", fillTable);

  return {
    /** @param {Reading | null} reading @param {any} trajectory of that reading; null for none to draw */
    show(reading, trajectory) {
      shown = reading === null || trajectory === null ? null : { reading, trajectory };
      details.hidden = shown === null;
      values.show(trajectory, trajectory?.value, reading?.name ?? "");
      slopes.show(trajectory, trajectory?.gradientNorm, `|∇${reading?.name ?? ""}|`);
      fillTable();
      landscape?.repaint();
    },
  };
}

/** The way of a descent with its two ends and their words. @param {NonNullable<ReturnType<typeof wayIn>>} way */
export const drawWay = (way) => [
  svg("path", { class: "way-under", d: way.path }),
  svg("path", { class: "way", d: way.path }),
  ...way.steps.map(({ x, y }) => svg("circle", { class: "way-step", cx: x, cy: y, r: 2.25 })),
  svg("circle", { class: "way-start", cx: way.start.x, cy: way.start.y, r: 5.5 }),
  svg("circle", { class: "way-end", cx: way.end.x, cy: way.end.y, r: 5.5 }),
  ...way.labels.map(({ text, x, y, anchor }) => word(text, { class: "way-label", x, y, "text-anchor": anchor })),
];

/** A column of a trajectory against its steps. @param {HTMLElement} host @param {string} label @param {string} what it is, to begin a sentence */
function chart(host, label, what) {
  const stage = createStage(host, { kind: "series", label, headed: false });
  /** @type {{ steps: number[], column: number[] }} */
  let drawn = { steps: [], column: [] };
  stage.onPaint((frame) => {
    const pen = new PathText();
    traceSeries(pen, drawn.steps, drawn.column, frame);
    stage.marks.replaceChildren(svg("path", { class: "way", d: String(pen) }));
  });
  return {
    /** @param {any} trajectory null for none @param {any[]} column @param {string} name */
    show(trajectory, column, name) {
      host.hidden = trajectory === null;
      if (trajectory === null) return;
      drawn = { steps: trajectory.step, column: column.map(toNumber) };
      const last = trajectory.step.at(-1);
      const { log, y } = seriesAxis(drawn.column);
      stage.show({ x: [0, Math.max(1, last)], y, log }, { x: "steps", y: name });
      stage.describe(describeSeries(drawn.column, last, log, what));
    },
  };
}
