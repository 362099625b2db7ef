// A picture on the page: axes, layers, zooming, and its text for those who can't see it.
import { drawable, scaled } from "../math/windows.js";
import { createFrame } from "../plot/frame.js";
import { el, onceAFrame, say, set, svg } from "./elements.js";
import { onPaper } from "./ink.js";
import { zoomable } from "./zooming.js";
import { exportable } from "./export.js";

/** @typedef {[number, number]} Interval */
/** @typedef {{ x: Interval, y: Interval, log?: boolean }} View */
/** @typedef {ReturnType<typeof createStage>} Stage */

let stages = 0;

/**
 * @param {HTMLElement} host the element that becomes the picture
 * @param {object} options
 * @param {string} options.kind the style of the picture: function, derivative, landscape, series
 * @param {string} options.label what it is, for those who can't see it
 * @param {boolean} [options.headed] whether a line above the axes is kept for its name and its buttons, so that neither covers a curve
 * @param {(view: { x: Interval, y: Interval }) => void} [options.onView] asked for another part of the plane
 * @param {() => void} [options.onReset] asked for the usual part; zooming is offered where both are given
 */
export function createStage(host, { kind, label, headed = true, onView, onReset }) {
  const id = `stage-${++stages}`;
  const clip = svg("rect");
  const ground = svg("rect", { class: "ground" });
  const grid = svg("g", { "aria-hidden": "true" });
  const under = svg("g", { "clip-path": `url(#${id})`, "aria-hidden": "true" });
  const marks = svg("g", { "clip-path": `url(#${id})`, "aria-hidden": "true" });
  const labels = svg("g", { "aria-hidden": "true" });
  const handles = svg("g");
  const picture = svg("svg", { role: "group", "aria-label": label, "aria-describedby": `${id}-text` },
    svg("defs", {}, svg("clipPath", { id }, clip)), under, grid, ground, marks, labels, handles);
  const name = el("div", { class: "name", "aria-hidden": "true" });
  const emptyWords = el("span");
  const empty = el("p", { class: "empty", hidden: true }, emptyWords);
  const text = el("p", { class: "hidden", id: `${id}-text` });
  const canvas = /** @type {HTMLElement | null} */ (host.querySelector(".canvas")) ?? el("div", { class: "canvas" }); // the first picture has its place before there is anything to draw
  canvas.append(picture, name, empty);
  host.classList.add("stage", kind);
  host.append(canvas, text);

  /** @type {View} */
  let view = { x: [0, 1], y: [0, 1] };
  let size = { width: 0, height: 0 };
  /** @type {{ x: string, y: string }} */
  let axisNames = { x: "", y: "" };
  /** @type {import("../plot/frame.js").Frame | null} */
  let frame = null;
  /** @type {((frame: import("../plot/frame.js").Frame) => void)[]} */
  const painters = [];
  /** What the axes were drawn for. */
  let laidOut = "";

  /** @param {{ width: number, height: number }} size */
  function paintIn(size) {
    if (size.width < 40 || size.height < 40) return;
    const looks = JSON.stringify([size, view, axisNames]);
    if (frame === null || looks !== laidOut) layOut(size);
    laidOut = looks;
    for (const painter of painters) painter(/** @type {import("../plot/frame.js").Frame} */ (frame));
  }

  /** The axes, which stay while what is drawn over them moves: their words are dear to lay out. @param {{ width: number, height: number }} size */
  function layOut(size) {
    const narrow = size.width < 520;
    const margins = { top: headed ? 42 : 14, right: 14, bottom: narrow ? 26 : 30, left: narrow ? 44 : 56 };
    frame = createFrame({ ...size, margins, ...view });
    // A sheet has another width than the screen: there the picture is scaled as a whole.
    set(picture, { viewBox: `0 0 ${size.width} ${size.height}` });
    canvas.style.setProperty("--printed", String(Math.min(2.4, size.width / size.height)));
    for (const rectangle of [clip, ground])
      set(rectangle, { x: frame.left, y: frame.top, width: frame.width, height: frame.height });
    grid.replaceChildren(...axes(frame, axisNames));
  }

  onPaper((share) => paintIn({ width: size.width * share, height: Math.max(120, size.height * share) }));

  const repaint = onceAFrame(() => paintIn(size));

  new ResizeObserver(([entry]) => {
    size = { width: entry.contentRect.width, height: entry.contentRect.height };
    repaint();
  }).observe(canvas);

  const tools = el("div", { class: "tools-of-plot" });
  canvas.append(tools);
  exportable({ picture, tools }, label);
  if (onView && onReset) {
    tools.prepend(zoomButtons((factor) => ask({ x: scaled(view.x, factor), y: scaled(view.y, factor) }), onReset));
    zoomable(picture, () => frame, ask);
  }

  /** @param {{ x: Interval, y: Interval }} next */
  function ask(next) {
    if (drawable(next.x) && drawable(next.y)) onView?.(next);
  }

  return {
    picture, ground, under, marks, labels, handles, name,
    get frame() {
      return frame;
    },
    /** Width over height of the part inside the axes, before and after the first painting. */
    get aspect() {
      return frame ? frame.width / frame.height : 10 / 9;
    },
    /** What is drawn each time the view or the size changes. @param {(frame: import("../plot/frame.js").Frame) => void} painter */
    onPaint(painter) {
      painters.push(painter);
    },
    /** @param {View} next @param {{ x: string, y: string }} [names] what stands at the ends of the axes */
    show(next, names = axisNames) {
      view = next;
      axisNames = names;
      repaint();
    },
    repaint,
    /** The picture in words. @param {string} words */
    describe(words) {
      say(text, words);
    },
    /** A sentence in place of a picture, or null. @param {string | null} words */
    vacant(words) {
      empty.hidden = words === null;
      say(emptyWords, words ?? "");
    },
  };
}

/** @param {import("../plot/frame.js").Frame} frame @param {{ x: string, y: string }} names */
function axes(frame, names) {
  const { left, right, top, bottom } = frame;
  const drawn = [];
  for (const { at, value } of frame.xTicks) drawn.push(svg("line", { class: value === 0 ? "axis" : "grid", x1: at, x2: at, y1: top, y2: bottom }));
  for (const { at, value } of frame.yTicks) drawn.push(svg("line", { class: value === 0 ? "axis" : "grid", x1: left, x2: right, y1: at, y2: at }));
  for (const { at, label } of frame.xTicks) {
    if (names.x !== "" && at > right - 24 - 9 * names.x.length) continue; // the variable's name stands there
    drawn.push(word(label, { class: "tick across", x: at, y: bottom + 17 }));
  }
  for (const { at, label } of frame.yTicks)
    if (names.y === "" || at > top + 20) drawn.push(word(label, { class: "tick up", x: left - 8, y: at }));
  if (names.x !== "") drawn.push(word(names.x, { class: "variable", x: right - 4, y: bottom + 18, "text-anchor": "end" }));
  if (names.y !== "") drawn.push(word(names.y, { class: "variable", x: left - 8, y: top + 6, "text-anchor": "end" }));
  return drawn;
}

/** @param {string} text @param {import("./elements.js").Attributes} attributes */
export function word(text, attributes) {
  const element = svg("text", attributes);
  element.textContent = text;
  return element;
}

const icons = { in: "M8 3.5v9M3.5 8h9", out: "M3.5 8h9", usual: "M3.2 8a4.8 4.8 0 1 0 1.5-3.5M4.2 2v3h3" };

/** @param {(factor: number) => void} onScale @param {() => void} onReset */
function zoomButtons(onScale, onReset) {
  const button = (/** @type {string} */ d, /** @type {string} */ name, /** @type {() => void} */ onclick) =>
    el("button", { type: "button", "aria-label": name, title: name, onclick }, svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d })));
  return el("div", { class: "zooming", role: "group", "aria-label": "Zoom" },
    button(icons.in, "Zoom in (Ctrl and scroll)", () => onScale(1 / 1.5)),
    button(icons.out, "Zoom out", () => onScale(1.5)),
    button(icons.usual, "Show the usual part", onReset));
}
