// The landscape of a function of two variables, with the point of the gradient and its arrow.
import { cellsOf, describe, ends, nudged, sameView, vacancy } from "../math/landscape.js";
import { rounded } from "../math/numbers.js";
import { equalUnits } from "../math/windows.js";
import { ascentIn, pointIn } from "../plot/ascent.js";
import { levelRegions, undefinedRegion } from "../plot/contours.js";
import { place } from "../state.js";
import { el, part, svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createStage } from "../view/stage.js";
import { table } from "../view/table.js";

/** @typedef {import("../math/landscape.js").Land} Land */

const usual = /** @type {import("../state.js").Interval} */ ([-3, 3]);

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => string[] | null} options.variables the two variables; null where there are others
 * @param {ReturnType<typeof import("./gradient-answers.js").createGradientAnswers>} options.answers
 * @param {() => void} options.onReshape told when the picture took another shape, and another part of the plane is shown
 */
export function createLandscapePicture(root, { store, variables, answers, onReshape }) {
  const stage = createStage(part(root, "landscape"), {
    kind: "landscape",
    label: "Landscape of the function, seen from above",
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  });
  const view = () => equalUnits(store.state.x ?? usual, store.state.y ?? usual, stage.aspect);

  /** @param {(frame: import("../plot/frame.js").Frame, at: number[]) => number[]} next */
  function move(next) {
    const { frame } = stage;
    const names = variables();
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

  stage.onPaint((frame) => {
    const wanted = view();
    const names = variables();
    if (names !== null && !sameView(wanted, frame.domain)) {
      stage.show(wanted);
      onReshape();
    }
    const { land } = answers;
    stage.under.replaceChildren(
      ...(land ? levelRegions(land.grid, land.levels, frame).map(({ path }) => svg("path", { class: "region", d: path })) : []),
      ...(land ? [svg("path", { class: "missing", d: undefinedRegion(land.grid, frame) })] : []),
    );
    if (names === null) return;
    const point = pointIn(frame, names, place(names, store.state.at));
    handle.put(point.place);
    handle.tell(point.value);
    const drawn = ascentIn(frame, names, answers.gradient);
    stage.labels.replaceChildren(
      ...(drawn ? [svg("g", { class: "gradient-arrow" }, svg("path", { d: drawn.shaft }), svg("path", { class: "head", d: drawn.head }))] : []),
    );
  });

  const details = /** @type {HTMLDetailsElement} */ (part(root, "table").closest("details"));
  details.addEventListener("toggle", () => {
    const names = variables();
    if (!details.open || answers.land === null || names === null) return;
    const { heads, rows } = cellsOf(answers.land, names);
    part(root, "table").replaceChildren(table("Values over the landscape", heads, rows));
  });

  return {
    stage,
    view,
    show() {
      const names = variables();
      if (names === null) return;
      const [x, y] = names;
      stage.show(view(), { x, y });
      stage.vacant(vacancy(answers.land, answers.failed));
      stage.describe(describe(names, view(), answers.gradient));
      legend(part(root, "legend"), answers.land);
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
