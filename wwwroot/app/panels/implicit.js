// A curve that an equation describes, with its tangent at a point to drag.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createFollower, createLatest, debounce } from "../api/latest.js";
import { stride } from "../math/moves.js";
import { drawn, nameLatex } from "../math/names.js";
import { format, formatLatex, readNumber, toNumber } from "../math/numbers.js";
import { tangentKind, tangentLatex, tangentSaid } from "../math/tangents.js";
import { equalUnits, sameView } from "../math/windows.js";
import { lineAcross } from "../plot/straight.js";
import { nearestOn, zeroPath } from "../plot/zero-line.js";
import { createBusy, fading } from "../view/busy.js";
import { el, say, svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { card, createPanel } from "../view/panel.js";
import { scrolls } from "../view/scrolling.js";
import { createStage } from "../view/stage.js";
import { typeset } from "../view/typeset.js";
import { createWalk } from "../view/walk.js";
import { numberField } from "./number-field.js";
import { equalSides } from "./touching.js";
import { createUnfolded } from "./unfolded.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Interval} Interval */

const usual = /** @type {Interval} */ ([-8, 8]);

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountImplicit(root, { store, showRequest }) {
  /** @type {Reading | null} an equation */
  let reading = null;
  /** @type {import("../plot/zero-line.js").Piece[] | null} */
  let pieces = null;
  /** Whether these pieces have been asked for a point to begin with. */
  let begun = false;
  /** What is said where the sides only touch. */
  let touchWords = "";
  /** @type {{ at: { x: number, y: number }, normal: [number, number], slope: number, answer: any } | null} */
  let touched = null;
  /** @type {{ x: number, y: number } | null} the point that was typed, until it is answered */
  let typed = null;
  /** How often the point was moved by other means than its fields. */
  let moves = 0;

  const panel = createPanel(root, {
    title: "A curve from an equation",
    lede: "Drag the point along the curve. The slope comes from the equation itself, without solving it.",
    onRequest: () => reading && showRequest("Implicit derivative", [calls.implicit(reading, pointNow()), calls.grid(asDifference(reading), view())]),
  });
  const plot = el("div");
  const touching = el("p", { class: "quiet-words", role: "status", "data-part": "touching" });
  panel.plots.append(plot, touching);
  const stage = createStage(plot, {
    kind: "plane",
    label: "The curve of the equation",
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  });
  const handle = createHandle(stage.handles, {
    label: "Point on the curve",
    letter: "P",
    onMove: (spot) => moveTo(spot),
    onNudge({ x, y }) {
      const { frame } = stage;
      if (frame === null) return;
      const at = touched?.at ?? pointOf();
      moveTo({ x: frame.x(at.x + x * stride(frame.pixel.x)), y: frame.y(at.y + y * stride(frame.pixel.y)) });
    },
  });
  stage.picture.addEventListener("click", (event) => {
    const box = stage.picture.getBoundingClientRect();
    const { frame } = stage;
    const spot = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (frame && spot.x > frame.left && spot.x < frame.right && spot.y > frame.top && spot.y < frame.bottom && event.target === stage.ground) moveTo(spot);
  });

  const formula = scrolls(el("div", { class: "formula", role: "region", "aria-label": "The slope as a formula, typeset" }));
  const steps = /** @type {HTMLDetailsElement} */ (el("details", { class: "unfold" }, el("summary", {}, "Show the steps")));
  const derivativeCard = card("Slope along the curve", formula, steps);
  derivativeCard.classList.add("derivative");
  const fields = /** @type {const} */ (["x", "y"]).map((which) => el("input", { inputmode: "decimal", autocomplete: "off", "data-part": `at-${which}` }));
  const names = fields.map(() => el("label"));
  const slopeAt = scrolls(el("p", { class: "implicit-formula", "data-part": "slope" }));
  const line = scrolls(el("p", { class: "implicit-formula", "data-part": "tangent" }));
  const said = el("p", { class: "quiet-words", role: "status" });
  fields.forEach((field, i) => {
    field.id = `implicit-${i}`;
    names[i].setAttribute("for", field.id);
    const which = /** @type {const} */ (["x", "y"])[i];
    numberField(field, {
      stamp: () => moves,
      now: () => Number((typed ?? touched?.at ?? pointOf())[which].toPrecision(6)),
      onValue(value) {
        const other = typed?.[which === "x" ? "y" : "x"] ?? readNumber(fields[1 - i].value) ?? 1;
        typed = which === "x" ? { x: value, y: other } : { x: other, y: value };
        follow(typed);
      },
    });
  });
  panel.rail.append(
    derivativeCard,
    card("At the point", el("div", { class: "implicit-point" }, ...fields.flatMap((field, i) => [names[i], field])), slopeAt, line, said),
    panel.notes,
  );

  const walk = createWalk({ label: "The slope from the equation", from: "last" });
  const unfolded = createUnfolded(steps, {
    what: "Finding the steps…",
    call: () => reading && calls.implicit(reading, pointNow()),
    body: walk.element,
    onAnswer: (answer) => walk.show(answer.steps),
  });

  const view = () => {
    const [x, y] = [store.state.x ?? usual, store.state.y ?? usual];
    return store.state.x && store.state.y ? { x, y } : equalUnits(x, y, stage.aspect);
  };
  /** The point as it is remembered: by the names of the equation's variables. */
  function pointOf() {
    const [x, y] = reading?.variables ?? ["x", "y"];
    const first = Object.hasOwn(store.state.at, x) && Object.hasOwn(store.state.at, y);
    return first ? { x: store.state.at[x], y: store.state.at[y] } : { x: NaN, y: NaN };
  }
  function pointNow() {
    const [x, y] = /** @type {Reading} */ (reading).variables;
    const at = touched?.at ?? pointOf();
    return { [x]: Number.isNaN(at.x) ? 1 : at.x, [y]: Number.isNaN(at.y) ? 1 : at.y };
  }

  const grids = createLatest({ onSlow: createBusy(panel.busy, "Sampling the plane…", () => grids.cancel()) });
  const tangents = createFollower(
    (/** @type {{ about: Reading, at: { x: number, y: number } }} */ { about, at }, signal) =>
      ask(calls.implicit(about, { [about.variables[0]]: at.x, [about.variables[1]]: at.y }), signal),
    (answer, { about, at }) => {
      const [x, y] = about.variables;
      const moved = answer.point ? { x: toNumber(answer.point[x]), y: toNumber(answer.point[y]) } : at;
      if (at === typed) typed = null;
      touched = { at: moved, normal: [toNumber(answer.normal?.[x]), toNumber(answer.normal?.[y])], slope: toNumber(answer.value), answer };
      showNotes(panel.notes, beyondReading((answer.notes ?? []).filter((/** @type {any} */ { code }) => code !== "outside-domain")));
      store.set({ at: { ...store.state.at, [x]: moved.x, [y]: moved.y } });
      readOut();
      stage.repaint();
    },
    (refused, { at }) => {
      if (!(refused instanceof ApiProblem)) throw refused;
      if (typed !== null && at !== typed) return; // what was typed since is asked about next
      typed = null;
      touched = null;
      showNotes(panel.notes, [], [refused]);
      readOut();
      stage.repaint();
    },
    40,
    { onLate: fading(root) },
  );

  function sample() {
    if (reading === null || root.hidden) return;
    const [about, window] = [reading, view()];
    grids.run(
      (signal) => equalSides(asDifference(about), window, signal),
      (found) => {
        ({ pieces, words: touchWords } = found);
        begun = touched !== null;
        start();
        paint();
      },
      (refused) => {
        if (!(refused instanceof ApiProblem)) throw refused;
        pieces = [];
        showNotes(panel.notes, [], [refused]);
        paint();
      },
    );
  }
  const sampleSoon = debounce(60, sample);

  /** Puts the point where it was left, or to the upper right of the curve once that has a picture. */
  function start() {
    const { frame } = stage;
    if (begun || pieces === null || frame === null) return;
    begun = true;
    const known = pointOf();
    if (!Number.isNaN(known.x)) return follow(known);
    const found = nearestOn(pieces, { x: frame.x((frame.domain.x[0] + 3 * frame.domain.x[1]) / 4), y: frame.top }, frame);
    if (found) follow(found);
  }

  /** @param {{ x: number, y: number }} spot in pixels */
  function moveTo(spot) {
    const found = stage.frame && pieces && nearestOn(pieces, spot, stage.frame);
    if (found) jump(found);
  }

  /** What is typed and not answered yet has no say any more. @param {{ x: number, y: number }} at */
  function jump(at) {
    typed = null;
    moves++;
    follow(at);
  }

  /** @param {{ x: number, y: number }} at */
  function follow(at) {
    if (reading !== null) tangents.follow({ about: reading, at });
  }

  function readOut() {
    if (reading === null) return;
    const [x, y] = reading.variables;
    const [X, Y] = [nameLatex(x), nameLatex(y)];
    [X, Y].forEach((latex, i) => typeset(names[i], `${latex} =`));
    fields.forEach((field, i) => field.setAttribute("aria-label", `${[x, y][i]} of P`));
    if (touched === null) {
      for (const each of [slopeAt, line, said, formula]) each.replaceChildren();
      for (const each of [slopeAt, line, formula]) delete each.dataset.latex;
      return;
    }
    const { at, normal, slope, answer } = touched;
    fields.forEach((field, i) => {
      const shown = typed ?? at;
      if (document.activeElement !== field) field.value = format(i === 0 ? shown.x : shown.y, 6).replace("−", "-");
    });
    const kind = tangentKind(normal);
    typeset(formula, `\\frac{d ${Y}}{d ${X}} = ${answer.derivative.latex}`, { display: true });
    typeset(slopeAt, `\\displaystyle \\frac{d ${Y}}{d ${X}} = ${kind === "sloped" || kind === "level" ? formatLatex(slope) : "\\text{none}"}`);
    typeset(line, kind === "none" ? "\\text{no tangent}" : `\\text{tangent } ${tangentLatex(at, slope, kind, [X, Y])}`);
    say(said, kind === "sloped" ? "" : tangentSaid(kind, [x, y], slope));
  }

  function paint() {
    if (reading === null) return;
    const [x, y] = reading.variables;
    stage.show(view(), { x, y });
    const isEmpty = pieces !== null && pieces.length === 0;
    stage.vacant(isEmpty ? `The two sides change places nowhere in this part of the plane. ${touchWords}`.trim() : null);
    say(touching, isEmpty ? "" : touchWords);
    stage.describe(pieces === null || pieces.length === 0 ? "No curve to draw." : `The curve of the equation.${touched ? ` P is at ${x} = ${format(touched.at.x, 4)}, ${y} = ${format(touched.at.y, 4)}. ${tangentSaid(tangentKind(touched.normal), [x, y], touched.slope)}` : ""}`);
  }

  stage.onPaint((frame) => {
    if (reading !== null && !sameView(view(), frame.domain)) {
      stage.show(view()); // in the shape that the picture has got, at first or with the window
      sampleSoon();
    }
    start();
    const drawn = [svg("path", { class: "curve function", d: zeroPath(pieces ?? [], frame) })];
    if (touched !== null) {
      const { at, normal } = touched;
      const P = { x: frame.x(at.x), y: frame.y(at.y) };
      const ends = tangentKind(normal) === "none" ? null : lineAcross(P, normal, frame);
      if (ends) drawn.push(/** @type {any} */ (svg("line", { class: "tangent", x1: ends[0].x, y1: ends[0].y, x2: ends[1].x, y2: ends[1].y })));
      handle.put({ ...P, shown: P.x >= frame.left - 1 && P.x <= frame.right + 1 && P.y >= frame.top - 1 && P.y <= frame.bottom + 1 });
      handle.tell({ now: Number(at.x.toPrecision(6)), min: frame.domain.x[0], max: frame.domain.x[1], text: `${format(at.x, 4)}, ${format(at.y, 4)}` });
    } else handle.put({ x: 0, y: 0, shown: false });
    stage.marks.replaceChildren(...drawn);
  });

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("x") || changed.has("y")) {
      paint();
      sampleSoon();
    }
    if (changed.has("at") && !Number.isNaN(pointOf().x)) {
      const [at, known] = [touched?.at, pointOf()];
      if (at && (at.x !== known.x || at.y !== known.y)) jump(known);
    }
  });

  return {
    /** @param {Reading | null} next an equation between two numbers, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next && drawn(next);
      pieces = null;
      touched = null;
      typed = null;
      moves++;
      touchWords = "";
      grids.cancel();
      tangents.stop();
      unfolded.follow();
      if (next === null) return;
      readOut();
      paint();
      sampleSoon();
    },
  };
}

/** The equation's left side minus its right as a function, by which the plane is sampled. @param {Reading} reading @returns {Reading} */
const asDifference = (reading) => ({ ...reading, definition: reading.difference ?? reading.definition });
