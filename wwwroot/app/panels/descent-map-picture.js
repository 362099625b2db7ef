// The picture of a map: its cells, and the place that is chosen, moved by mouse, finger or keys.
import { cellAt, cellSaid, styleOf } from "../math/descent-map.js";
import { format, rounded } from "../math/numbers.js";
import { pixelsOf } from "../plot/cells.js";
import { el } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { onTheme } from "../view/ink.js";
import { createStage } from "../view/stage.js";

/** @typedef {import("../math/descent-map.js").Cells} Cells */
/** @typedef {import("../state.js").Interval} Interval */

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {(x: number, y: number) => void} options.onPick
 * @param {(words: string) => void} options.onSaid told what the chosen place says
 * @param {(view: { x: Interval, y: Interval }) => void} options.onView
 * @param {() => void} options.onReset
 */
export function createMapPicture(host, { onPick, onSaid, onView, onReset }) {
  const stage = createStage(host, { kind: "map", label: "Map of where descents end", onView, onReset });
  const image = el("canvas", { class: "map-cells", "aria-hidden": "true" });
  const probe = el("span", { class: "ink-probe", "aria-hidden": "true" });
  stage.picture.before(image);
  stage.picture.after(probe);
  /** @type {Cells | null} */
  let cells = null;
  let log = false;
  let place = { x: NaN, y: NaN, names: ["", ""] };

  const handle = createHandle(stage.handles, {
    label: "Place on the map",
    kind: "path",
    onMove: ({ x, y }) => pickAt(x, y),
    onNudge: (strokes) => {
      if (cells === null) return;
      const step = (/** @type {readonly number[]} */ values, /** @type {number} */ value, /** @type {number} */ by, /** @type {boolean} */ logarithmic) =>
        values[Math.min(values.length - 1, Math.max(0, Math.max(0, cellAt(values, value, logarithmic)) + by))];
      const { frame } = stage;
      if (frame === null) return;
      onPick(strokes.x === 0 ? place.x : rounded(step(cells.x, place.x, strokes.x, false), frame.pixel.x), strokes.y === 0 ? place.y : neatUp(step(cells.y, place.y, strokes.y, log), frame));
    },
  });

  /** @param {number} y @param {import("../plot/frame.js").Frame} frame */
  const neatUp = (y, frame) => (log ? Number(y.toPrecision(3)) : rounded(y, frame.pixel.y));

  /** @param {number} x in pixels @param {number} y */
  function pickAt(x, y) {
    const { frame } = stage;
    if (frame === null) return;
    const across = frame.xAt(Math.min(frame.right, Math.max(frame.left, x)));
    onPick(rounded(across, frame.pixel.x), neatUp(frame.yAt(Math.min(frame.bottom, Math.max(frame.top, y))), frame));
  }
  stage.picture.addEventListener("click", (event) => {
    if (event.target !== stage.ground) return;
    const box = stage.picture.getBoundingClientRect();
    pickAt(event.clientX - box.left, event.clientY - box.top);
  });

  /** The colours of the theme, by kind. @returns {(kind: number) => readonly [number, number, number]} */
  function colours() {
    /** @type {Map<string, readonly [number, number, number]>} */
    const known = new Map();
    return (kind) => {
      const style = styleOf(kind);
      const found = known.get(style);
      if (found) return found;
      probe.className = `ink-probe ${style}`;
      const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
      known.set(style, [red, green, blue]);
      return [red, green, blue];
    };
  }

  function drawCells() {
    image.hidden = cells === null;
    if (cells === null) return;
    const { width, height, data } = pixelsOf(cells, colours());
    [image.width, image.height] = [width, height];
    /** @type {CanvasRenderingContext2D} */ (image.getContext("2d")).putImageData(new ImageData(data, width, height), 0, 0);
  }
  onTheme(drawCells);

  stage.onPaint((frame) => {
    // The samples lie at the middles of the cells; the outermost ones at the ends of the axes.
    const [across, up] = cells === null ? [0, 0] : [frame.width / Math.max(1, cells.x.length - 1) / 2, frame.height / Math.max(1, cells.y.length - 1) / 2];
    const { width, height } = stage.picture.viewBox.baseVal;
    const share = (/** @type {number} */ part, /** @type {number} */ whole) => `${(100 * part) / whole}%`;
    const [wide, high] = [frame.width + 2 * across, frame.height + 2 * up];
    Object.assign(image.style, { left: share(frame.left - across, width), top: share(frame.top - up, height), width: share(wide, width), height: share(high, height), clipPath: `inset(${share(up, high)} ${share(across, wide)})` });
    const isPlaced = cells !== null && Number.isFinite(place.x) && Number.isFinite(place.y);
    const [x, y] = isPlaced ? [frame.x(place.x), frame.y(place.y)] : [0, 0];
    handle.put({ x, y, shown: isPlaced && x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom });
    if (isPlaced) handle.tell({ now: place.x, min: frame.domain.x[0], max: frame.domain.x[1], text: `${place.names[0]} ${format(place.x)}, ${place.names[1]} ${format(place.y)}. ${said()}` });
  });

  /** What the chosen place says. */
  function said() {
    if (cells === null) return "";
    const [i, j] = [cellAt(cells.x, place.x, false), cellAt(cells.y, place.y, log)];
    if (i < 0 || j < 0) return "";
    const cell = j * cells.x.length + i;
    return `With ${place.names[0]} ${format(place.x, 4)} and ${place.names[1]} ${format(place.y, 4)} the descent ${cellSaid(cells, cells.kind[cell], cells.steps[cell])}.`;
  }

  return {
    /** @param {Cells | null} next @param {{ x: Interval, y: Interval, log: boolean } | null} view @param {string | null} [words] in place of a map */
    show(next, view, words = null) {
      cells = next;
      stage.vacant(next === null ? words : null);
      drawCells();
      if (view === null) return;
      ({ log } = view);
      stage.show(view, next === null ? { x: "", y: "" } : { x: next.axes[0], y: next.axes[1] === "lr" ? "rate" : next.axes[1] });
    },
    /** @param {string} words */
    describe: (words) => stage.describe(words),
    /** The place that is chosen. @param {number} x @param {number} y @param {string[]} names */
    mark(x, y, names) {
      place = { x, y, names };
      onSaid(said());
      stage.repaint();
    },
  };
}
