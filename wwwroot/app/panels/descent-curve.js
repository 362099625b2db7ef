// A descent of a function of one variable, on its curve.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { windowOf } from "../math/descent-window.js";
import { segmentOf } from "../math/measured.js";
import { format, rounded, toNumber } from "../math/numbers.js";
import { fitted } from "../math/windows.js";
import { traceCurve } from "../plot/curve.js";
import { PathText } from "../plot/path.js";
import { wayIn } from "../plot/way.js";
import { svg } from "../view/elements.js";
import { createStage } from "../view/stage.js";
import { drawWay } from "./descent-pictures.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} host
 * @param {(x: number) => void} onStart asked to start a descent there
 */
export function createDescentCurve(host, onStart) {
  /** @type {{ reading: Reading, trajectory: any } | null} */
  let shown = null;
  /** @type {import("../math/windows.js").Segment[]} */
  let segments = [];
  const stage = createStage(host, { kind: "course", label: "The descent on the curve of the function", headed: false });
  const latest = createLatest();

  stage.onPaint((frame) => {
    const pen = new PathText();
    traceCurve(pen, segments, frame);
    stage.under.replaceChildren(svg("path", { class: "curve function", d: String(pen) }));
    if (shown === null || shown.trajectory === null) return stage.marks.replaceChildren();
    const [name] = shown.reading.variables;
    const columns = { [name]: shown.trajectory.points[name], value: shown.trajectory.value };
    const way = wayIn(frame, columns, [name, "value"], { [name]: NaN, value: NaN });
    stage.marks.replaceChildren(...(way === null ? [] : drawWay(way)));
  });
  stage.picture.addEventListener("click", (event) => {
    const { frame } = stage;
    if (frame === null || event.target !== stage.ground) return;
    onStart(rounded(frame.xAt(event.clientX - stage.picture.getBoundingClientRect().left), frame.pixel.x));
  });

  return {
    /** @param {Reading | null} reading of one variable, or null for none to draw @param {any} trajectory null where none was walked */
    show(reading, trajectory) {
      host.hidden = reading === null;
      shown = reading === null ? null : { reading, trajectory };
      latest.cancel();
      if (reading === null) return;
      const [name] = reading.variables;
      const x = windowOf(trajectory?.points[name].map(toNumber) ?? [], trajectory && toNumber(trajectory.best.point[name]));
      latest.run(
        (signal) => ask(calls.curve(reading, x, "value"), signal),
        (answer) => {
          segments = answer.segments.map(segmentOf);
          stage.show({ x, y: fitted(segments, x) }, { x: name, y: reading.name });
          stage.describe(trajectory === null ? "The curve. Click it to start a descent there." :
            `From ${name} = ${format(toNumber(trajectory.points[name][0]), 4)} to ${format(toNumber(trajectory.points[name].at(-1)), 4)} in ${trajectory.step.at(-1)} steps.`);
        },
        (error) => {
          if (!(error instanceof ApiProblem)) throw error;
          segments = []; // the derivative's own picture says why there is no curve
          stage.repaint();
        },
      );
    },
  };
}
