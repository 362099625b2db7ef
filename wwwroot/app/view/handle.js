// A point that is moved by mouse, finger or arrow keys.
import { drag, select } from "../../lib/d3.js";
import { set, svg } from "./elements.js";
import { word } from "./stage.js";

/**
 * @param {SVGElement} parent
 * @param {object} options
 * @param {string} options.label what the point is, for those who can't see it
 * @param {string} [options.letter] what stands beside it
 * @param {string} [options.kind] the style of the point
 * @param {(at: { x: number, y: number }) => void} options.onMove where it was dragged to, in pixels of the picture
 * @param {(steps: { x: number, y: number }) => void} options.onNudge steps asked by arrow keys, second coordinate upwards
 */
export function createHandle(parent, { label, letter = "", kind = "", onMove, onNudge }) {
  const name = word(letter, { y: -14 });
  const handle = svg("g", { class: `handle ${kind}`, role: "slider", tabindex: 0, "aria-label": label, "aria-valuenow": 0 },
    svg("circle", { class: "reach", r: 20 }), svg("circle", { class: "halo", r: 12 }), svg("circle", { class: "dot", r: 7 }), name);
  parent.append(handle);
  select(/** @type {Element} */ (handle)).call(
    /** @type {any} */ (drag().subject(() => ({ ...place })).on("start", () => handle.focus({ preventScroll: true })).on("drag", ({ x, y }) => onMove({ x, y }))),
  );
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1], PageUp: [0, 10], PageDown: [0, -10] }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const stride = event.shiftKey ? 10 : 1;
    onNudge({ x: step[0] * stride, y: step[1] * stride });
  });
  let place = { x: 0, y: 0 };
  return {
    element: handle,
    /**
     * @param {{ x: number, y: number, shown?: boolean, off?: boolean, letter?: string, below?: boolean, lean?: number }} where
     * off: the function has no value there; lean: which way the letter leans, −1 to the left and 1 to the right
     */
    put({ x, y, shown = true, off = false, letter: beside = letter, below = false, lean = 0 }) {
      place = { x, y };
      set(handle, { transform: `translate(${x.toFixed(2)},${y.toFixed(2)})`, display: shown ? null : "none" });
      handle.classList.toggle("off", off);
      if (name.textContent !== beside) name.textContent = beside;
      set(name, { x: 12 * lean, y: below ? 26 : -14 });
    },
    /** @param {{ now: number, min: number, max: number, text: string }} value */
    tell({ now, min, max, text }) {
      set(handle, { "aria-valuenow": now, "aria-valuemin": min, "aria-valuemax": max, "aria-valuetext": text });
    },
  };
}
