// The polar plot of slope against direction: the gradient at its top, nothing to either side of it, the steepest descent below.
import { degreesOf, directionOf, pointedTo, turned } from "../math/directions.js";
import { format, toNumber } from "../math/numbers.js";
import { arrow } from "../plot/arrow.js";
import { degreesAt, onRim, polarLobes } from "../plot/polar.js";
import { el, say, svg } from "../view/elements.js";
import { exportable } from "../view/export.js";
import { createHandle } from "../view/handle.js";
import { word } from "../view/stage.js";
import { table } from "../view/table.js";

const radius = 120;
const half = { x: 190, y: 152 };

/** @param {HTMLElement} host @param {{ store: import("../state.js").Store }} options */
export function createDirectionPolar(host, { store }) {
  /** @type {{ variables: readonly string[], direction: [number, number], answer: any } | null} */
  let shown = null;
  const ground = svg("circle", { class: "polar-ground", r: radius });
  const drawn = svg("g", { "aria-hidden": "true" });
  const handles = svg("g");
  const picture = svg("svg", { viewBox: `${-half.x} ${-half.y} ${2 * half.x} ${2 * half.y}`, role: "group", "aria-label": "Slope against direction, as a polar plot", "aria-describedby": "polar-text" },
    ground, drawn, handles);
  const words = el("p", { class: "hidden", id: "polar-text" });
  const asMap = el("input", { type: "checkbox", id: "polar-as-map", onchange: () => paint() });
  const numbers = el("div");
  const details = el("details", { class: "numbers-behind" }, el("summary", {}, "The slopes in numbers"), numbers);
  details.addEventListener("toggle", fill);
  host.classList.add("polar");
  host.append(picture, words, el("p", { class: "polar-choice" }, asMap, el("label", { for: asMap.id }, "Turn it as on the map")), details);
  exportable({ picture }, "Slope against direction");

  const handle = createHandle(handles, {
    label: "Direction in the polar plot: left and right turn it",
    kind: "derivative",
    onMove: (spot) => turnTo(degreesAt(spot)),
    onNudge: ({ x, y }) => shown && choose(turned(shown.direction, y - x)),
  });
  picture.addEventListener("click", (event) => {
    if (event.target !== ground) return;
    const inverse = picture.getScreenCTM()?.inverse();
    if (!inverse) return;
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(inverse);
    turnTo(degreesAt(spot));
    handle.element.focus({ preventScroll: true });
  });

  /** To an angle of the picture. @param {number} degrees */
  function turnTo(degrees) {
    if (shown !== null) choose(pointedTo(shown.direction, degrees - turn()));
  }

  /** @param {[number, number]} direction */
  function choose([u, v]) {
    if (shown !== null) store.set({ dir: { [shown.variables[0]]: u, [shown.variables[1]]: v } });
  }

  /** Degrees by which the picture is turned, so that the gradient points up. */
  function turn() {
    const ascent = shown?.answer?.steepestAscent;
    if (!ascent || asMap.checked || shown === null) return 0;
    const [u, v] = shown.variables.map((name) => toNumber(ascent[name]));
    return 90 - degreesOf(u, v);
  }

  function paint() {
    if (shown === null) return;
    const { direction, answer } = shown;
    const by = turn();
    const at = degreesOf(...direction) + by;
    const slopes = answer?.slopes?.map(toNumber) ?? [];
    const steepest = toNumber(answer?.there.norm);
    const slope = toNumber(answer?.unit);
    const lobes = polarLobes(slopes, steepest, radius, by);
    const share = steepest > 0 && Number.isFinite(slope) ? Math.abs(slope) / steepest : 0;
    const rim = onRim(at, radius);
    const here = onRim(at, radius * share);
    const pointer = arrow({ x: 0, y: 0 }, [Math.cos((at * Math.PI) / 180), Math.sin((at * Math.PI) / 180)], radius);
    drawn.replaceChildren(
      svg("circle", { class: "polar-ring", r: radius / 2 }),
      ...(lobes.up ? [svg("path", { class: "polar-up", d: lobes.up })] : []),
      ...(lobes.down ? [svg("path", { class: "polar-down", d: lobes.down })] : []),
      ...(steepest > 0 && answer?.steepestAscent ? marks(by) : []),
      ...(pointer ? [svg("g", { class: "direction-arrow" }, svg("path", { d: pointer.shaft }))] : []),
      ...(steepest > 0 ? [svg("circle", { class: `polar-here${slope < 0 ? " down" : ""}`, cx: here.x, cy: here.y, r: 5 })] : [word(answer === null ? "" : Number.isFinite(steepest) ? "level in every direction" : "no slopes here", { class: "polar-word", y: 4, "text-anchor": "middle" })]),
    );
    handle.put(rim);
    const degrees = Math.round(degreesOf(...direction)) % 360;
    handle.tell({ now: degrees, min: 0, max: 359, text: `${degrees}°, slope ${answer ? format(slope, 4) : "not known yet"}` });
    say(words, answer === null ? "" : steepest > 0
      ? `Distance from the middle is the size of the slope. The steepest slope, ${format(steepest, 4)}, is along the gradient; square to it the slope is 0; against it the slope is ${format(-steepest, 4)}. In the chosen direction it is ${format(slope, 4)}.`
      : "There is nothing to draw: the slope is the same in every direction, or there is none.");
    fill();
  }

  /** The words at the ends: the steepest slopes, and nothing between. @param {number} by */
  function marks(by) {
    const top = shown?.answer.steepestAscent;
    const [u, v] = /** @type {any} */ (shown).variables.map((/** @type {string} */ name) => toNumber(top[name]));
    const up = degreesOf(u, v) + by;
    const steepest = toNumber(shown?.answer.there.norm);
    return [[0, format(steepest, 4), "gradient"], [90, "0", "level"], [180, format(-steepest, 4), "descent"], [270, "0", "level"]].map(([off, number, kind]) => {
      const { x, y } = onRim(up + Number(off), radius + 14);
      const anchor = Math.abs(x) < 40 ? "middle" : x > 0 ? "start" : "end";
      return word(String(number), { class: `polar-word ${kind}`, x, y: y + 4, "text-anchor": anchor });
    });
  }

  function fill() {
    if (!details.open || shown === null || !shown.answer?.slopes) return;
    const rows = shown.answer.slopes.flatMap((/** @type {any} */ slope, /** @type {number} */ i) => (i % 15 === 0 ? [[`${i}°`, format(toNumber(slope), 5)]] : []));
    numbers.replaceChildren(table("Slope against direction", ["direction", "slope"], rows));
  }

  return {
    /** @param {readonly string[]} variables @param {Record<string, number>} direction @param {any} answer */
    show(variables, direction, answer) {
      if (variables.length !== 2) {
        shown = null;
        return;
      }
      shown = { variables, direction: /** @type {[number, number]} */ (variables.map((name) => directionOf(variables, direction)[name])), answer };
      paint();
    },
  };
}
