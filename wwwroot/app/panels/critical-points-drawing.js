// What is drawn of the discussion of a curve: its special places, and the stretches on which it rises and falls.
import { format, toNumber } from "../math/numbers.js";
import { curveEnds } from "../plot/curve.js";
import { svg } from "../view/elements.js";
import { word } from "../view/stage.js";
import { curvePath } from "./curve-plot.js";

/** @typedef {import("../plot/frame.js").Frame} Frame */
/** @typedef {import("../math/discussion.js").Place} Place */

/** Beyond these, words would stand upon one another. */
const mostNamed = 10;

/**
 * @param {import("../view/stage.js").Stage} stage
 * @param {{ f: import("../math/windows.js").Segment[], discussion: import("../math/discussion.js").Discussion, places: Place[] } | null} found
 * @param {Frame} frame
 */
export function drawDiscussion(stage, found, frame) {
  if (found === null) {
    stage.marks.replaceChildren();
    stage.labels.replaceChildren();
    return;
  }
  const { f, discussion, places } = found;
  const poles = places.filter(({ is }) => is.includes("pole"));
  stage.marks.replaceChildren(
    ...(discussion.monotonicity ?? []).flatMap((stretch) => strip(stretch, frame)),
    ...poles.map(({ x }) => svg("line", { class: "pole", x1: frame.x(x), x2: frame.x(x), y1: frame.top, y2: frame.bottom })),
    curvePath(f, "function", frame),
    ...curveEnds(f, frame).map(({ x, y, open }) => svg("circle", { class: `end function ${open ? "open" : "closed"}`, cx: x, cy: y, r: 4 })),
    ...places.flatMap((place) => mark(place, frame)),
  );
  const turning = places.filter(({ is }) => is.some((kind) => ["minimum", "maximum", "saddle"].includes(kind)));
  stage.labels.replaceChildren(
    ...(turning.length > mostNamed ? [] : turning.flatMap((place) => label(place, frame))),
    ...(discussion.monotonicity ?? []).flatMap((stretch) => stripWord(stretch, frame)),
  );
}

/** @param {import("../math/discussion.js").Stretch} stretch @param {Frame} frame */
function strip({ from, to, direction }, frame) {
  const [left, right] = [frame.x(from), frame.x(to)];
  return [svg("rect", { class: `stretch ${direction}`, x: left + 1, y: frame.bottom - 18, width: Math.max(0, right - left - 2), height: 18 })];
}

/** @param {import("../math/discussion.js").Stretch} stretch @param {Frame} frame */
function stripWord({ from, to, direction }, frame) {
  const [left, right] = [Math.max(frame.left, frame.x(from)), Math.min(frame.right, frame.x(to))];
  const text = { increasing: "rises", decreasing: "falls" }[direction] ?? "flat";
  return right - left > 44 ? [word(text, { class: "stretch-word", x: (left + right) / 2, y: frame.bottom - 5 })] : [];
}

/** @param {Place} place @param {Frame} frame */
function mark({ x, is, critical }, frame) {
  const at = frame.x(x);
  const height = is.includes("root") ? 0 : critical ? toNumber(critical.value) : NaN;
  const drawn = [];
  const kind = is.find((each) => ["minimum", "maximum", "saddle", "degenerate"].includes(each));
  if (kind && Number.isFinite(toNumber(critical?.value))) drawn.push(svg("circle", { class: "special turning", cx: at, cy: frame.y(toNumber(critical?.value)), r: 5.5 }));
  if (is.includes("root")) drawn.push(svg("circle", { class: "special root", cx: at, cy: frame.y(0), r: 4.5 }));
  if (is.includes("inflection")) drawn.push(svg("path", { class: "special inflection", d: `M${at} ${frame.bottom - 18}V${frame.top}` }));
  return Number.isFinite(height) || drawn.length > 0 ? drawn : [];
}

/** @param {Place} place @param {Frame} frame */
function label({ x, is, critical }, frame) {
  const value = toNumber(critical?.value);
  const [at, y] = [frame.x(x), frame.y(value)];
  if (!(y > frame.top - 1 && y < frame.bottom - 18) || at < frame.left || at > frame.right) return [];
  const isLow = is.includes("minimum");
  const text = `${is.includes("saddle") ? "terrace" : is.find((kind) => kind === "minimum" || kind === "maximum")} (${format(x, 3)}, ${format(value, 3)})`;
  const anchor = at < frame.left + 60 ? "start" : at > frame.right - 60 ? "end" : "middle";
  const room = isLow ? (y + 22 < frame.bottom - 20 ? 22 : -12) : y - 12 > frame.top + 10 ? -12 : 22;
  return [word(text, { class: "leg-label", x: at, y: y + room, "text-anchor": anchor })];
}
