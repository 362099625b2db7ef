// The examples, and what the model says of the plane or the line around them: the boundary that moves as it learns.
import { format } from "../math/numbers.js";
import { nearest } from "../math/placed.js";
import { levelRegions } from "../plot/contours.js";
import { PathText } from "../plot/path.js";
import { traceSeries } from "../plot/series.js";
import { kinds, symbolPath } from "../plot/symbols.js";
import { el, set, svg } from "../view/elements.js";
import { createStage } from "../view/stage.js";

/** @typedef {import("../math/training-frames.js").Frame} Frame */
/** @typedef {{ x: number, y: number, kind: number, target: number, isTest: boolean, place: number }} Example */

/** Probabilities between which a tint stays the same. */
const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const upper = levels.slice(4);

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {(x: number, y: number) => void} options.onPlace a free spot was clicked, where points may be placed
 * @param {(example: Example) => void} options.onPick an example was clicked
 */
export function createTrainingPicture(host, { onPlace, onPick }) {
  /** @type {any} */
  let start = null;
  /** @type {Frame | null} */
  let shown = null;
  /** @type {Example[]} */
  let examples = [];
  let [mayPlace, chosen, signature] = [false, 0, ""];
  const stage = createStage(host, { kind: "landscape", label: "The examples and what the model says of them", headed: false });
  host.classList.add("training-picture");
  const legend = el("ul", { class: "training-legend", "aria-label": "Signs" });
  host.append(legend);
  const base = svg("rect", { class: "tint base" });
  const regions = svg("g");
  const dots = svg("g", { class: "examples" });
  const ring = svg("circle", { class: "chosen-example", r: 9, display: "none" });
  const boundary = svg("path", { class: "boundary" });
  stage.under.append(base, regions);
  stage.marks.append(boundary, dots, ring);

  stage.onPaint((frame) => {
    set(base, { x: frame.left, y: frame.top, width: frame.width, height: frame.height });
    const radius = frame.width < 380 ? 3.6 : 4.4;
    dots.replaceChildren(...examples.map(({ x, y, kind, isTest }) => svg("path", { class: `example kind-${kind}${isTest ? " test" : ""}`, d: symbolPath(Math.max(0, kind), radius), transform: `translate(${frame.x(x).toFixed(1)},${frame.y(y).toFixed(1)})` })));
    move();
    mark();
  });

  /** Draws what changes with the weights. */
  function move() {
    const frame = stage.frame;
    if (frame === null) return;
    const axes = start?.drawing.axes ?? null;
    const predictions = shown?.predictions ?? null;
    if (axes === null || predictions === null) {
      regions.replaceChildren();
      boundary.removeAttribute("d");
    } else if (axes.length === 1) {
      regions.replaceChildren();
      const pen = new PathText();
      for (const output of predictions) traceSeries(pen, axes[0].values, output, frame);
      boundary.setAttribute("d", String(pen));
    } else if (start.drawing.boundary !== undefined || predictions.length > 1) tint(axes, predictions, frame);
    else heights(axes, predictions[0], frame);
    boundary.classList.toggle("curve-of", axes?.length === 1);
    base.setAttribute("class", `tint base ${axes?.length === 2 && start.drawing.boundary !== undefined && predictions ? "low" : ""}`);
  }

  /** @param {any[]} axes @param {number[][]} predictions @param {import("../plot/frame.js").Frame} frame */
  function tint(axes, predictions, frame) {
    const isTwo = predictions.length === 1;
    const drawn = predictions.flatMap((values, kind) =>
      levelRegions({ x: axes[0].values, y: axes[1].values, values }, isTwo ? levels : upper, frame).map(({ level, path }) => ({ path, level, name: isTwo ? `two-${Math.round(level * 10)}` : `kind-${kind % kinds} many-${Math.round(level * 10)}` })));
    fill(drawn.map(({ path, name }) => ({ path, name: `tint ${name}` })));
    boundary.setAttribute("d", drawn.filter(({ level }) => level === 0.5).map(({ path }) => path).join(""));
  }

  /** A quantity of two features, in nine heights between its least and its greatest. @param {any[]} axes @param {number[]} values @param {import("../plot/frame.js").Frame} frame */
  function heights(axes, values, frame) {
    const targets = examples.map(({ target }) => target);
    const [low, high] = [Math.min(...targets), Math.max(...targets)];
    const at = Array.from({ length: 9 }, (_, i) => low + ((i + 1) * (high - low)) / 10);
    fill(levelRegions({ x: axes[0].values, y: axes[1].values, values }, at, frame).map(({ path }, i) => ({ path, name: `tint height-${i + 1}` })));
    boundary.removeAttribute("d");
  }

  /** @param {{ path: string, name: string }[]} drawn */
  function fill(drawn) {
    const now = drawn.map(({ name }) => name).join();
    if (now !== signature || regions.childElementCount !== drawn.length) {
      regions.replaceChildren(...drawn.map(({ name }) => svg("path", { class: name })));
      signature = now;
    }
    drawn.forEach(({ path }, i) => regions.children[i].setAttribute("d", path));
  }

  function mark() {
    const example = examples.find(({ isTest, place }) => !isTest && place === chosen);
    const frame = stage.frame;
    if (example === undefined || frame === null) return set(ring, { display: "none" });
    set(ring, { display: null, cx: frame.x(example.x), cy: frame.y(example.y) });
  }

  stage.picture.addEventListener("click", (event) => {
    const frame = stage.frame;
    if (frame === null || start === null) return;
    const box = stage.picture.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (at.x < frame.left || at.x > frame.right || at.y < frame.top || at.y > frame.bottom) return;
    const hit = nearest(examples.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) })), at, mayPlace ? 9 : 16);
    if (hit >= 0) onPick(examples[hit]);
    else if (mayPlace) onPlace(frame.xAt(at.x), frame.yAt(at.y));
  });

  return {
    stage,
    /** @param {string | null} words what stands in place of the picture */
    vacant(words) {
      stage.vacant(words);
    },
    /**
     * What does not change while the model learns. @param {any} next what the event named start says @param {object} how
     * @param {boolean} how.byHand whether points may be placed @param {[number, number] | null} how.y the heights shown; null for those of the examples
     */
    begin(next, { byHand, y }) {
      start = next;
      mayPlace = byHand;
      host.classList.toggle("by-hand", byHand);
    host.classList.toggle("of-one", next.examples.features.length === 1);
      const { features, target, classes } = next.examples;
      const isPlane = features.length === 2;
      examples = features.length > 2 ? [] : [...examplesOf(next.drawing.train, features, classes, false), ...(next.drawing.test ? examplesOf(next.drawing.test, features, classes, true) : [])];
      stage.vacant(features.length > 2 ? `There are ${features.length} features; a picture has room for one or two. The losses and the weights stand below.` : null);
      const heightsShown = y ?? room(examples.map((each) => each.y));
      const across = next.drawing.axes?.[0].values ?? room(examples.map((each) => each.x));
      const up = isPlane ? (next.drawing.axes?.[1].values ?? heightsShown) : heightsShown;
      stage.show({ x: [across[0], across.at(-1)], y: [up[0], up.at(-1)] }, { x: features[0], y: isPlane ? features[1] : target });
      legend.replaceChildren(...(classes ?? []).slice(0, kinds).map((/** @type {string} */ name, /** @type {number} */ kind) => el("li", {}, sign(kind, false), `${target} = ${name}`)),
        ...(next.drawing.test ? [el("li", {}, sign(classes ? 0 : -1, true), "new examples")] : []));
    },
    /** @param {Frame | null} frame @param {number} example the place of the chosen one */
    show(frame, example) {
      shown = frame;
      chosen = example;
      move();
      mark();
    },
    /** The picture in words. @param {string} words */
    describe: stage.describe,
    /** An example in words. @param {number} place */
    exampleWords(place) {
      const example = examples.find((each) => !each.isTest && each.place === place);
      return example === undefined ? "" : `(${format(example.x, 3)}, ${format(example.y, 3)})`;
    },
  };
}

/** @param {number} kind @param {boolean} isTest */
const sign = (kind, isTest) => svg("svg", { class: "legend-sign", viewBox: "-7 -7 14 14", "aria-hidden": "true" }, svg("path", { class: `example kind-${kind}${isTest ? " test" : ""}`, d: symbolPath(Math.max(0, kind), 4.6) }));

/** @param {any} drawn @param {string[]} features @param {string[] | undefined} classes @param {boolean} isTest @returns {Example[]} */
const examplesOf = (drawn, features, classes, isTest) => drawn.target.map((/** @type {number} */ target, /** @type {number} */ place) => ({
  x: drawn.features[features[0]][place],
  y: features.length === 2 ? drawn.features[features[1]][place] : target,
  kind: classes ? target % kinds : -1,
  target, isTest, place,
}));

/** An interval with all of the values, and some room. @param {number[]} values @returns {[number, number]} */
function room(values) {
  if (values.length === 0) return [-1, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = high > low ? 0.12 * (high - low) : 1;
  return [low - margin, high + margin];
}
