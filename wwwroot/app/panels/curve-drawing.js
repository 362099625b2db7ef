// What is drawn into the pictures of a curve.
import { curveEnds, traceCurve } from "../plot/curve.js";
import { PathText } from "../plot/path.js";
import { lineThrough, slopeTriangle } from "../plot/straight.js";
import { format } from "../math/numbers.js";
import { heightAt } from "../math/windows.js";
import { svg } from "../view/elements.js";
import { word } from "../view/stage.js";

/** @typedef {import("../view/stage.js").Stage} Stage */
/** @typedef {import("../plot/frame.js").Frame} Frame */
/** @typedef {import("../math/windows.js").Segment} Segment */

/** @param {Stage} stage @param {Segment[]} segments @param {string} kind @param {Frame} frame */
export function drawCurve(stage, segments, kind, frame) {
  const pen = new PathText();
  traceCurve(pen, segments, frame);
  stage.marks.replaceChildren(
    svg("path", { class: `curve ${kind}`, d: String(pen) }),
    ...curveEnds(segments, frame).map(({ x, y, open }) =>
      svg("circle", { class: `end ${kind} ${open ? "open" : "closed"}`, cx: x, cy: y, r: 4 })),
  );
  stage.labels.replaceChildren();
}

/** The secant with its triangle, and the tangent. @param {Stage} stage @param {import("../math/measured.js").Measured | null} answer @param {Frame} frame */
export function drawSlope(stage, answer, frame) {
  if (answer === null) return;
  const { p, q, secant, smooth } = answer;
  const spot = (/** @type {{ x: number, value: number }} */ { x, value }) => ({ x: frame.x(x), y: frame.y(value) });
  const [P, Q] = [spot(p), spot(q)];
  if (Number.isFinite(P.y) && Number.isFinite(p.slope) && smooth) {
    // A tangent through two spots a hundred pixels apart: the slope is per unit, the picture per pixel.
    const dx = 100;
    straight(stage, "tangent", lineThrough(P, { x: P.x + dx, y: P.y - (p.slope * dx * frame.pixel.x) / frame.pixel.y }, frame));
  }
  if (secant === null || !Number.isFinite(P.y) || !Number.isFinite(Q.y)) return;
  straight(stage, "secant", lineThrough(P, Q, frame));
  const height = `rise ${format(secant.rise, 4)}`;
  const { corner, run, rise } = slopeTriangle(P, Q, frame.right, 7 * height.length);
  stage.marks.append(svg("path", { class: "leg", d: `M${P.x},${P.y}H${corner.x}V${Q.y}` }));
  const within = (/** @type {{ x: number, y: number }} */ { x, y }) => x > frame.left && x < frame.right && y > frame.top + 8 && y < frame.bottom;
  if (run.shown && within(run)) stage.labels.append(word(`run ${format(secant.run, 4)}`, { class: "leg-label run", x: run.x, y: run.y }));
  if (rise.shown && within(rise)) stage.labels.append(word(height, { class: "leg-label", x: rise.x, y: rise.y, "text-anchor": rise.anchor }));
}

/** @param {Stage} stage @param {string} kind @param {ReturnType<typeof lineThrough>} ends */
function straight(stage, kind, ends) {
  if (ends === null) return;
  const [{ x: x1, y: y1 }, { x: x2, y: y2 }] = ends;
  stage.marks.append(svg("line", { class: kind, x1, y1, x2, y2 }));
}

/**
 * One cursor through both curves; its numbers are the service's for that very place.
 * @param {Stage} stage @param {Frame} frame @param {{ x: number, value?: number, slope?: number } | null} cursor
 * @param {Segment[]} segments @param {"function" | "derivative"} kind @param {boolean} labelled
 */
export function drawCursor(stage, frame, cursor, segments, kind, labelled) {
  if (cursor === null) return;
  const x = frame.x(cursor.x);
  if (x < frame.left || x > frame.right) return;
  stage.labels.append(svg("line", { class: "cursor-line", x1: x, x2: x, y1: frame.top, y2: frame.bottom }));
  const known = kind === "function" ? cursor.value : cursor.slope;
  const height = heightAt(segments, cursor.x);
  if (height !== null && frame.y(height) >= frame.top && frame.y(height) <= frame.bottom)
    stage.labels.append(svg("circle", { class: `cursor-dot ${kind}`, cx: x, cy: frame.y(height), r: 4.5 }));
  if (!labelled || known === undefined) return;
  const right = x > frame.right - 130;
  const text = kind === "function" ? `${format(cursor.x, 5)} ↦ ${format(known, 5)}` : `slope ${format(known, 5)}`;
  stage.labels.append(word(text, { class: "cursor-label", x: x + (right ? -8 : 8), y: frame.bottom - 10, "text-anchor": right ? "end" : "start" }));
}
