// Slices: the curve along one variable while the others are held, with its tangent, whose slope is the partial derivative.
import { ApiProblem, ask } from "../api/client.js";
import { createFollower } from "../api/latest.js";
import { slice } from "../api/descent-calls.js";
import { segmentOf } from "../math/measured.js";
import { nameLatex } from "../math/names.js";
import { stride } from "../math/moves.js";
import { format, formatLatex, rounded, toNumber } from "../math/numbers.js";
import { around, fitted, span } from "../math/windows.js";
import { traceCurve } from "../plot/curve.js";
import { PathText } from "../plot/path.js";
import { lineThrough } from "../plot/straight.js";
import { place } from "../state.js";
import { el, svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createStage } from "../view/stage.js";
import { typeset } from "../view/typeset.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../state.js").Point} Point */

/** As many slices are drawn; more are a wall of small pictures. */
const most = 12;

/** @param {HTMLElement} host @param {{ store: import("../state.js").Store, windowOf: (variable: string) => Interval }} options */
export function createSlices(host, { store, windowOf }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {ReturnType<typeof createSlice>[]} */
  let slices = [];
  const grid = el("div", { class: "slices-grid" });
  const words = el("p", { class: "quiet-words" });
  host.append(el("h3", {}, "One variable moves, the others are held"), words, grid);

  const follower = createFollower(
    (/** @type {{ about: Reading, at: Point, windows: Interval[] }} */ { about, at, windows }, signal) =>
      Promise.all(slices.map(({ variable }, i) => ask(slice(about, variable, windows[i], at), signal))),
    (results, { about, at, windows }) => {
      if (about !== reading) return;
      results.forEach((result, i) => slices[i]?.show(about, result, at, windows[i]));
    },
    (error) => {
      if (!(error instanceof ApiProblem)) throw error;
      for (const each of slices) each.fail();
    },
    80, // behind the gradient itself
  );

  return {
    /** @param {Reading | null} next @param {boolean} others whether its variables are others */
    about(next, others) {
      follower.stop();
      host.hidden = next === null;
      reading = next;
      if (next === null) return;
      if (others) {
        slices = next.variables.slice(0, most).map((variable) => createSlice(variable, (value) => reading && store.set({ at: { ...place(reading.variables, store.state.at), [variable]: value } })));
        grid.replaceChildren(...slices.map(({ element }) => element));
      }
      words.textContent = next.variables.length > most ? `The first ${most} of ${next.variables.length} variables.` : "";
      words.hidden = words.textContent === "";
      grid.classList.toggle("many", next.variables.length > 2);
    },
    /** The point has moved, or what is shown. */
    follow() {
      if (reading === null) return;
      const at = place(reading.variables, store.state.at);
      follower.follow({ about: reading, at, windows: slices.map(({ variable }) => holding(windowOf(variable), at[variable])) });
      for (const each of slices) each.move(at);
    },
    /** @param {any} gradient at the point; null while it is not known */
    tangents(gradient) {
      for (const each of slices) each.tangent(gradient);
    },
  };
}

/** A window that holds a place, widened where it has to be. @param {Interval} window @param {number} x @returns {Interval} */
const holding = (window, x) => (x >= window[0] && x <= window[1] ? window : around(x, span(window)));

/** One slice. @param {string} variable @param {(value: number) => void} onMove */
function createSlice(variable, onMove) {
  const caption = el("figcaption", {});
  const picture = el("div");
  const element = el("figure", { class: "slice" }, caption, picture);
  const stage = createStage(picture, { kind: "slice", label: `The curve along ${variable}, the other variables held` });
  /** @type {import("../math/windows.js").Segment[]} */
  let segments = [];
  let at = NaN;
  /** @type {{ at: number, value: number, slope: number } | null} */
  let tangent = null;
  /** What the picture shows, in words, but for its tangent. */
  let shown = "";
  const handle = createHandle(stage.handles, {
    label: `${variable} of the point`,
    kind: "gradient",
    onMove: ({ x }) => stage.frame && onMove(rounded(stage.frame.xAt(x), stage.frame.pixel.x)),
    onNudge: ({ x, y }) => stage.frame && onMove(rounded(at + (x + y) * stride(stage.frame.pixel.x), stage.frame.pixel.x)),
  });
  stage.onPaint((frame) => {
    const pen = new PathText();
    traceCurve(pen, segments, frame);
    stage.under.replaceChildren(svg("path", { class: "curve function", d: String(pen) }));
    const isKnown = tangent !== null && Number.isFinite(tangent.value);
    const spot = { x: frame.x(Number.isFinite(at) ? at : 0), y: isKnown ? frame.y(/** @type {any} */ (tangent).value) : frame.bottom };
    handle.put({ ...spot, y: Math.min(frame.bottom, Math.max(frame.top, spot.y)), shown: Number.isFinite(at) && spot.x >= frame.left && spot.x <= frame.right, off: !isKnown });
    handle.tell({ now: at, min: frame.domain.x[0], max: frame.domain.x[1], text: `${variable} ${format(at)}${isKnown ? `, slope ${format(/** @type {any} */ (tangent).slope, 4)}` : ""}` });
    const line = isKnown && Number.isFinite(/** @type {any} */ (tangent).slope) ? tangentIn(frame, /** @type {any} */ (tangent)) : null;
    stage.marks.replaceChildren(...(line ? [svg("line", { class: "tangent", x1: line[0].x, y1: line[0].y, x2: line[1].x, y2: line[1].y })] : []));
  });
  /** The curve and its tangent come with different answers; either is told with what is known of the other. */
  function describe() {
    if (shown !== "") stage.describe(`${shown}${tangent ? ` Its slope at ${variable} = ${format(tangent.at, 4)} is ${format(tangent.slope, 4)}.` : ""}`);
  }
  return {
    variable,
    element,
    /** @param {Reading} about @param {any} answer @param {Point} where @param {Interval} x */
    show(about, answer, where, x) {
      segments = answer.segments.map(segmentOf);
      stage.vacant(segments.length === 0 ? "The function has no value here." : null);
      stage.show({ x, y: fitted(segments, x) }, { x: variable, y: "" });
      const held = about.variables.map((name) => (name === variable ? nameLatex(name) : formatLatex(where[name], 3)));
      // Of many variables only the one that moves is written; the description names the others.
      typeset(caption, `${nameLatex(about.name)}(${about.variables.length > 4 ? `\\ldots, ${nameLatex(variable)}, \\ldots` : held.join(", ")})`);
      shown = `The curve along ${variable}, with ${about.variables.filter((name) => name !== variable).map((name) => `${name} held at ${format(where[name], 4)}`).join(", ")}.`;
      describe();
    },
    fail() {
      segments = [];
      stage.vacant("The curve can't be drawn.");
      stage.repaint();
    },
    /** @param {Point} where */
    move(where) {
      at = where[variable];
      stage.repaint();
    },
    /** @param {any} gradient */
    tangent(gradient) {
      const here = gradient?.at[0];
      tangent = here ? { at: gradient.asked[variable], value: toNumber(here.value), slope: toNumber(here.gradient[variable]) } : null;
      describe();
      stage.repaint();
    },
  };
}

/** The tangent inside the picture. @param {import("../plot/frame.js").Frame} frame @param {{ at: number, value: number, slope: number }} tangent */
function tangentIn(frame, { at, value, slope }) {
  const spot = { x: frame.x(at), y: frame.y(value) };
  return lineThrough(spot, { x: spot.x + 1 / frame.pixel.x, y: spot.y - slope / frame.pixel.y }, frame);
}
