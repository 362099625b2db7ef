// The arrow of a direction over the landscape, to be turned, beside the arrow of the gradient.
import { degreesOf, directionOf, stretched, turned } from "../math/directions.js";
import { describe, nudged } from "../math/landscape.js";
import { format, rounded, toNumber } from "../math/numbers.js";
import { arrow } from "../plot/arrow.js";
import { ascentIn, pointIn } from "../plot/ascent.js";
import { directionTo, pointerIn } from "../plot/pointer.js";
import { place } from "../state.js";
import { svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createLandscape } from "./landscape.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(busy: boolean) => void} options.busy
 * @param {() => void} options.onChange told when the landscape, or its refusal, has come
 */
export function createDirectionMap(host, { store, busy, onChange }) {
  /** @type {string[] | null} */
  let variables = null;
  /** @type {any} */
  let answer = null;
  const landscape = createLandscape(host, { store, label: "Landscape of the function with the arrow of a direction", onSlow: busy, onChange });
  const { stage } = landscape;

  /** @param {string[]} names */
  const here = (names) => names.map((name) => place(names, store.state.at)[name]);
  /** @param {string[]} names @returns {[number, number]} */
  const along = (names) => /** @type {[number, number]} */ (names.map((name) => directionOf(names, store.state.dir)[name]));

  /** @param {"at" | "dir"} member @param {(frame: import("../plot/frame.js").Frame, names: string[]) => number[]} next */
  function move(member, next) {
    const { frame } = stage;
    if (!frame || variables === null) return;
    const [u, v] = next(frame, variables);
    if (member === "dir" && u === 0 && v === 0) return; // it would point nowhere
    store.set({ [member]: { [variables[0]]: u, [variables[1]]: v } });
  }
  const point = createHandle(stage.handles, {
    label: "Point of the gradient",
    kind: "gradient",
    onMove: ({ x, y }) => move("at", (frame) => [rounded(frame.xAt(x), frame.pixel.x), rounded(frame.yAt(y), frame.pixel.y)]),
    onNudge: (strokes) => move("at", (frame, names) => nudged(here(names), strokes, frame.pixel.x)),
  });
  const tip = createHandle(stage.handles, {
    label: "Direction: left and right turn it, up and down change its length",
    kind: "derivative",
    onMove: (spot) => move("dir", (frame, names) => {
      const tail = tailIn(frame, names);
      return directionTo(frame, tail, spot).map((each) => rounded(each, frame.pixel.x));
    }),
    onNudge: ({ x, y }) => move("dir", (_, names) => (x === 0 ? stretched(along(names), 1.1 ** y) : turned(along(names), -x))),
  });

  /** @param {import("../plot/frame.js").Frame} frame @param {string[]} names */
  function tailIn(frame, names) {
    const [x, y] = here(names);
    return { x: frame.x(x), y: frame.y(y) };
  }

  stage.onPaint((frame) => {
    if (variables === null) return;
    const at = pointIn(frame, variables, place(variables, store.state.at));
    point.put(at.place);
    point.tell(at.value);
    const [u, v] = along(variables);
    const tail = tailIn(frame, variables);
    const pointer = pointerIn(frame, tail, [u, v]);
    const isShown = at.place.shown;
    tip.put({ ...pointer.tip, shown: isShown });
    const degrees = Math.round(degreesOf(u, v)) % 360;
    tip.tell({ now: degrees, min: 0, max: 359, text: `${degrees}°, step (${format(u, 4)}, ${format(v, 4)})` });
    const way = isShown ? arrow(tail, [u, v], pointer.length) : null;
    const uphill = isShown ? ascentIn(frame, variables, answer && { asked: answer.at, at: [answer.there] }) : null;
    const level = isShown && uphill ? { x: uphill.tip.y - tail.y, y: tail.x - uphill.tip.x } : null;
    const size = level ? Math.hypot(level.x, level.y) : 1;
    const reach = 0.5 * Math.min(frame.width, frame.height);
    stage.marks.replaceChildren(
      ...(level ? [svg("line", { class: "level-line", x1: tail.x - (level.x / size) * reach, y1: tail.y - (level.y / size) * reach, x2: tail.x + (level.x / size) * reach, y2: tail.y + (level.y / size) * reach })] : []),
    );
    stage.labels.replaceChildren(
      ...(uphill ? [svg("g", { class: "gradient-arrow" }, svg("path", { d: uphill.shaft }), svg("path", { class: "head", d: uphill.head }))] : []),
      ...(way ? [svg("g", { class: `direction-arrow${pointer.true ? "" : " cut"}` }, svg("path", { d: way.shaft }), svg("path", { class: "head", d: way.head }))] : []),
    );
  });

  return {
    get errors() {
      return landscape.errors;
    },
    call: landscape.call,
    cancel: landscape.cancel,
    /** @param {Reading | null} next of two variables */
    about(next) {
      variables = next?.variables ?? null;
      answer = null;
      landscape.about(next);
    },
    /** @param {any} next the slope in the direction; null while it is not known */
    show(next) {
      if (variables === null) return;
      answer = next;
      const [u, v] = along(variables);
      const slope = answer ? ` The slope in the direction (${format(u, 4)}, ${format(v, 4)}) is ${format(toNumber(answer.unit), 4)}.` : "";
      stage.describe(`${describe(variables, landscape.view(), answer && { asked: answer.at, at: [answer.there] })}${slope}`);
      stage.repaint();
    },
  };
}
