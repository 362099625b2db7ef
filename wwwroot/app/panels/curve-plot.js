// A picture of the function's curve that other panels draw into, over the same part of the plane as the main one.
import { curve } from "../api/calls.js";
import { askOnce } from "../api/memory.js";
import { segmentOf } from "../math/measured.js";
import { moved, stride } from "../math/moves.js";
import { format, rounded } from "../math/numbers.js";
import { heightAt } from "../math/windows.js";
import { traceCurve } from "../plot/curve.js";
import { PathText } from "../plot/path.js";
import { svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createStage } from "../view/stage.js";

/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {import("../plot/frame.js").Frame} Frame */

export const usualX = /** @type {Interval} */ ([-5, 5]);

/** The part of the first axis that is shown. @param {import("../state.js").Store} store */
export const windowOf = (store) => store.state.x ?? usualX;

/** Samples of a formula in the function's variable over a window. @param {Reading} reading @param {string} text @param {Interval} x @param {AbortSignal} signal @returns {Promise<Segment[]>} */
export async function sampled(reading, text, x, signal) {
  const answer = await askOnce(sampleOf(reading, text, x), signal);
  return answer.segments.map(segmentOf);
}

/** The call behind it: the formula as a function of the variable, even where the variable no longer occurs. @param {Reading} reading @param {string} text @param {Interval} x */
export const sampleOf = ({ data, variables: [variable] }, text, x) => {
  const occurring = Object.fromEntries(Object.entries(data).filter(([name]) => new RegExp(`(?<![\\w])${name}(?![\\w])`).test(text)));
  return curve({ definition: `${variable === "drawn" ? "shown" : "drawn"}(${variable}) = ${text}`, data: occurring, name: "drawn", variables: [variable] }, x, "value");
};

/** The function's own samples. @param {Reading} reading @param {Interval} x @param {AbortSignal} signal @returns {Promise<Segment[]>} */
export async function sampledFunction(reading, x, signal) {
  const answer = await askOnce(curve(reading, x, "value"), signal);
  return answer.segments.map(segmentOf);
}

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {string} options.label
 */
export function createCurvePlot(host, { store, label }) {
  return createStage(host, {
    kind: "plotted",
    label,
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  });
}

/** A curve of any kind as a path. @param {Segment[]} segments @param {string} kind @param {Frame} frame */
export function curvePath(segments, kind, frame) {
  const pen = new PathText();
  traceCurve(pen, segments, frame);
  return svg("path", { class: `curve ${kind}`, d: String(pen) });
}

/** The point P on a curve, to drag. @param {ReturnType<typeof createStage>} stage @param {import("../state.js").Store} store */
export function createPoint(stage, store) {
  /** @param {number} x */
  const put = (x) => stage.frame && store.set({ points: moved(store.state.points, 0, rounded(x, stage.frame.pixel.x)) });
  const handle = createHandle(stage.handles, {
    label: "Point P",
    letter: "P",
    onMove: ({ x }) => stage.frame && put(stage.frame.xAt(x)),
    onNudge: ({ x, y }) => stage.frame && put(store.state.points[0] + (x || y) * stride(stage.frame.pixel.x)),
  });
  return (/** @type {Segment[]} */ segments, /** @type {Frame} */ frame) => {
    const [p] = store.state.points;
    const height = heightAt(segments, p);
    const off = height === null || !Number.isFinite(height);
    const y = off ? frame.y(0) : frame.y(height);
    handle.put({ x: frame.x(p), y: Math.min(frame.bottom, Math.max(frame.top, y)), off, shown: p >= frame.domain.x[0] && p <= frame.domain.x[1], below: y < frame.top + 30 });
    handle.tell({ now: p, min: frame.domain.x[0], max: frame.domain.x[1], text: off ? `${format(p)}, not defined` : `${format(p)}, value about ${format(height, 4)}` });
  };
}
