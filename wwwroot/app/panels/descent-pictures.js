// A descent in the landscape, its values step by step in a chart, and its steps in a table.
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
 * @param {import("../view/stage.js").Stage} options.landscape the picture the way is drawn over
 * @param {HTMLElement} options.plots the column of pictures, where the chart stands
 */
export function createDescentPictures({ store, landscape, plots }) {
  /** @type {{ reading: Reading, trajectory: any } | null} */
  let shown = null;
  const host = part(plots, "series");
  const series = createStage(host, { kind: "series", label: "Value against steps", headed: false });
  const details = /** @type {HTMLDetailsElement} */ (part(plots, "steps-behind"));

  series.onPaint((frame) => {
    const pen = new PathText();
    if (shown !== null) traceSeries(pen, shown.trajectory.step, shown.trajectory.value.map(toNumber), frame);
    series.marks.replaceChildren(svg("path", { class: "way", d: String(pen) }));
  });

  landscape.onPaint((frame) => {
    const way = shown && wayIn(frame, shown.trajectory.points, shown.reading.variables, place(shown.reading.variables, store.state.at));
    landscape.marks.replaceChildren(...(way === null ? [] : [
      svg("path", { class: "way-under", d: way.path }),
      svg("path", { class: "way", d: way.path }),
      ...way.steps.map(({ x, y }) => svg("circle", { class: "way-step", cx: x, cy: y, r: 2.25 })),
      svg("circle", { class: "way-start", cx: way.start.x, cy: way.start.y, r: 5.5 }),
      svg("circle", { class: "way-end", cx: way.end.x, cy: way.end.y, r: 5.5 }),
      ...way.labels.map(({ text, x, y, anchor }) => word(text, { class: "way-label", x, y, "text-anchor": anchor })),
    ]));
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
      host.hidden = shown === null;
      details.hidden = shown === null;
      if (shown !== null) {
        const values = trajectory.value.map(toNumber);
        const last = trajectory.step.at(-1);
        const { log, y } = seriesAxis(values);
        series.show({ x: [0, Math.max(1, last)], y, log }, { x: "steps", y: shown.reading.name });
        series.describe(describeSeries(values, last, log));
        fillTable();
      }
      landscape.repaint();
    },
  };
}
