// The landscape of a function of two variables, with the point of the gradient and its arrow, its table and its legend.
import { cellsOf, describe, ends, nudged } from "../math/landscape.js";
import { rounded } from "../math/numbers.js";
import { ascentIn, pointIn } from "../plot/ascent.js";
import { place } from "../state.js";
import { el, part, svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { table } from "../view/table.js";
import { createLandscape } from "./landscape.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/landscape.js").Land} Land */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(busy: boolean) => void} options.onSlow
 * @param {() => void} options.onChange told when the landscape, or its refusal, has come
 * @param {(frame: import("../plot/frame.js").Frame) => SVGElement[]} options.beneath what lies beneath the arrow
 */
export function createLandscapePicture(root, { store, onSlow, onChange, beneath }) {
  /** @type {string[] | null} */
  let names = null;
  /** @type {any} */
  let answer = null;
  /** The landscape that the legend and the table are of. @type {Land | null} */
  let legendOf = null;
  const landscape = createLandscape(part(root, "landscape"), { store, label: "Landscape of the function, seen from above", onSlow, onChange });
  const { stage } = landscape;

  /** @param {(frame: import("../plot/frame.js").Frame, at: number[]) => number[]} next */
  function move(next) {
    const { frame } = stage;
    if (!frame || names === null) return;
    const at = place(names, store.state.at);
    const coordinates = next(frame, names.map((name) => at[name]));
    store.set({ at: Object.fromEntries(names.map((name, i) => [name, coordinates[i]])) });
  }
  const handle = createHandle(stage.handles, {
    label: "Point of the gradient",
    kind: "gradient",
    onMove: ({ x, y }) => move((frame) => [rounded(frame.xAt(x), frame.pixel.x), rounded(frame.yAt(y), frame.pixel.y)]),
    onNudge: (strokes) => move((frame, at) => nudged(at, strokes, frame.pixel.x)),
  });
  stage.picture.addEventListener("click", (event) => {
    if (event.target !== stage.ground) return;
    const box = stage.picture.getBoundingClientRect();
    move((frame) => [rounded(frame.xAt(event.clientX - box.left), frame.pixel.x), rounded(frame.yAt(event.clientY - box.top), frame.pixel.y)]);
    handle.element.focus({ preventScroll: true });
  });

  stage.onPaint((frame) => {
    if (names === null) return;
    const point = pointIn(frame, names, place(names, store.state.at));
    handle.put(point.place);
    handle.tell(point.value);
    const drawn = point.place.shown ? ascentIn(frame, names, answer) : null;
    stage.marks.replaceChildren(...beneath(frame));
    stage.labels.replaceChildren(
      ...(drawn ? [svg("g", { class: "gradient-arrow" }, svg("path", { d: drawn.shaft }), svg("path", { class: "head", d: drawn.head }))] : []),
    );
  });

  const details = /** @type {HTMLDetailsElement} */ (part(root, "table").closest("details"));
  function fill() {
    if (!details.open || landscape.land === null || names === null) return;
    const { heads, rows } = cellsOf(landscape.land, names);
    part(root, "table").replaceChildren(table("Values over the landscape", heads, rows));
  }
  details.addEventListener("toggle", fill);

  return {
    landscape,
    /** @param {Reading | null} next of two variables */
    about(next) {
      names = next?.variables ?? null;
      answer = null;
      landscape.about(next);
    },
    /** @param {any} gradient with the point that was asked about; null while it is not known */
    show(gradient) {
      if (names === null) return;
      answer = gradient;
      stage.describe(describe(names, landscape.view(), answer));
      if (legendOf !== landscape.land) {
        legendOf = landscape.land;
        legend(part(root, "legend"), legendOf);
        fill();
      }
      stage.repaint();
    },
  };
}

/** The tints from the lowest to the highest level. @param {HTMLElement} host @param {Land | null} land */
function legend(host, land) {
  if (land === null || land.levels.length === 0) return host.replaceChildren();
  const width = 100 / (land.levels.length + 1);
  const bar = svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...land.levels.map((_, i) => svg("rect", { class: "region", x: (i + 1) * width, y: 0, width: 100 - (i + 1) * width, height: 10 })));
  const { low, high } = ends(land.grid.values);
  host.replaceChildren(el("span", {}, low), bar, el("span", {}, high));
}
