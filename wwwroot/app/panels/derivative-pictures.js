// The curve with its two points, and the curve of its derivative below, with one cursor through both.
import { moved, stride, within } from "../math/moves.js";
import { rounded } from "../math/numbers.js";
import { fitted } from "../math/windows.js";
import { descriptions, vacancies } from "../math/curve-words.js";
import { nameLatex } from "../math/names.js";
import { curvePoints } from "../plot/curve-points.js";
import { part } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createStage } from "../view/stage.js";
import { typeset } from "../view/typeset.js";
import { usualX } from "./curve-plot.js";
import { drawCurve, drawCursor, drawSlope } from "./curve-drawing.js";

/** @typedef {import("../state.js").Interval} Interval */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => Interval} options.window the part of the horizontal axis that is shown
 * @param {ReturnType<typeof import("./derivative-answers.js").createDerivativeAnswers>} options.answers
 * @param {Pick<ReturnType<typeof import("./other-curves.js").mountOtherCurves>, "paths" | "said">} options.others curves beside the function's
 */
export function createDerivativePictures(root, { store, window, answers, others }) {
  const above = createStage(part(root, "function-plot"), {
    kind: "function",
    label: "Curve of the function",
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null, points: broughtBack(store.state.points) }),
  });
  const below = createStage(part(root, "derivative-plot"), { kind: "derivative", label: "Curve of the derivative" });

  const handles = /** @type {const} */ ([0, 1]).map((which) => {
    /** @param {(frame: import("../plot/frame.js").Frame) => number} place */
    const move = (place) => {
      const { frame } = above;
      if (frame) store.set({ points: moved(store.state.points, which, within(rounded(place(frame), frame.pixel.x), frame.domain.x)) });
    };
    return createHandle(above.handles, {
      label: which === 0 ? "Point P" : "Point Q",
      letter: which === 0 ? "P" : "Q",
      onMove: ({ x }) => move((frame) => frame.xAt(x)),
      onNudge: ({ x, y }) => move((frame) => store.state.points[which] + (x || y) * stride(frame.pixel.x)),
    });
  });

  above.onPaint((frame) => {
    const { curves, measured, cursor } = answers;
    const f = curves?.f ?? [];
    drawCurve(above, f, "function", frame);
    above.marks.prepend(...others.paths(frame));
    drawSlope(above, measured, frame);
    drawCursor(above, frame, cursor, f, "function", true);
    curvePoints(frame, store.state.points, measured, f).forEach(({ place, value }, which) => {
      handles[which].put(place);
      handles[which].tell(value);
    });
  });
  below.onPaint((frame) => {
    const { curves, measured, cursor } = answers;
    const d = curves?.d ?? [];
    drawCurve(below, d, "derivative", frame);
    drawCursor(below, frame, cursor ?? (measured && { x: measured.points[0], slope: measured.p.slope }), d, "derivative", true);
  });

  for (const stage of [above, below]) {
    stage.picture.addEventListener("pointermove", (event) => {
      const { frame } = stage;
      if (event.pointerType === "touch" || frame === null) return;
      if (event.buttons !== 0) return answers.cursor === null ? undefined : answers.point(null); // what is dragged has its own numbers
      const x = frame.xAt(event.clientX - stage.picture.getBoundingClientRect().left);
      const inside = x >= frame.domain.x[0] && x <= frame.domain.x[1];
      answers.point(inside ? rounded(x, frame.pixel.x) : null);
    });
    stage.picture.addEventListener("pointerleave", () => answers.point(null));
  }

  /** The points, in the usual part of the axis: where one is not, both are put into its middle. @param {Interval} points @returns {Interval} */
  function broughtBack([p, q]) {
    const [from, to] = usualX;
    if ([p, q].every((x) => x >= from && x <= to)) return [p, q];
    const run = Math.max(-1, Math.min(1, q - p));
    return p >= from && p <= to ? [p, within(p + run, usualX)] : [1, within(1 + run, usualX)];
  }

  return {
    /** @param {import("../api/calls.js").Reading} reading */
    show({ name, variables: [variable] }) {
      const x = window();
      const { curves, measured, failed } = answers;
      const { f, d } = curves ?? { f: [], d: [] };
      above.show({ x, y: store.state.y ?? fitted(f, x) }, { x: variable, y: "" });
      below.show({ x, y: fitted(d, x) }, { x: variable, y: "" });
      typeset(above.name, `${nameLatex(name)}(${nameLatex(variable)})`);
      typeset(below.name, `${nameLatex(name)}'(${nameLatex(variable)})`);
      const words = descriptions(variable, x, { f, d }, measured);
      const empty = vacancies(curves, failed, x);
      for (const [stage, which] of /** @type {const} */ ([[above, "above"], [below, "below"]])) {
        stage.describe(words[which] + (which === "above" ? others.said : ""));
        stage.vacant(empty[which]);
      }
    },
    repaint() {
      above.repaint();
      below.repaint();
    },
  };
}
