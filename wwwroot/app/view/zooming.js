// Moving and scaling what a picture shows, by mouse, wheel and two fingers.
import { select, zoom, zoomIdentity } from "../../lib/d3.js";
import { doublings, pinched } from "../math/zoom.js";

/** @typedef {[number, number]} Interval */
/** @typedef {import("../plot/frame.js").Frame} Frame */

/**
 * Dragging moves the view; Ctrl and the wheel, or two fingers, scale it. A plain wheel scales it too once the picture was clicked;
 * before that it goes on scrolling the page, as one finger does.
 * @param {SVGSVGElement} picture @param {() => Frame | null} current
 * @param {(view: { x: Interval, y: Interval }) => void} ask
 */
export function zoomable(picture, current, ask) {
  /** @type {Frame | null} */
  let base = null;
  let clicked = false;
  addEventListener("pointerdown", (event) => (clicked = picture.contains(/** @type {Node} */ (event.target))), { capture: true });

  const behaviour = zoom()
    .filter((/** @type {any} */ event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey || clicked : event.touches ? false : event.button === 0))
    .wheelDelta((/** @type {any} */ event) => doublings(event))
    .clickDistance(4)
    .on("start", () => (base = current()))
    .on("zoom", ({ transform, sourceEvent }) => {
      if (!base || !sourceEvent) return;
      const frame = base;
      const across = (/** @type {number} */ at) => frame.xAt(transform.invertX(at));
      const up = (/** @type {number} */ at) => frame.yAt(transform.invertY(at));
      ask({ x: [across(frame.left), across(frame.right)], y: [up(frame.bottom), up(frame.top)] });
    })
    .on("end", () => {
      base = null;
      /** @type {any} */ (picture).__zoom = zoomIdentity; // the next gesture starts from what is shown then
    });
  select(/** @type {Element} */ (picture)).call(/** @type {any} */ (behaviour)).on("dblclick.zoom", null);
  pinchable(picture, current, ask);
}

/** Two fingers hold the two places of the plane that they were put on. @param {SVGSVGElement} picture @param {() => Frame | null} current @param {(view: { x: Interval, y: Interval }) => void} ask */
function pinchable(picture, current, ask) {
  /** @type {{ frame: Frame, from: { x: number, y: number }[] } | null} */
  let held = null;
  /** @param {TouchEvent} event */
  const fingers = ({ touches }) => {
    const box = picture.getBoundingClientRect();
    return [...touches].slice(0, 2).map(({ clientX, clientY }) => ({ x: clientX - box.left, y: clientY - box.top }));
  };
  picture.addEventListener("touchstart", (event) => {
    const frame = current();
    held = event.touches.length === 2 && frame ? { frame, from: fingers(event) } : null;
    if (held) event.preventDefault();
  }, { passive: false });
  picture.addEventListener("touchmove", (event) => {
    if (!held || event.touches.length < 2) return;
    event.preventDefault();
    ask(pinched(held.frame, held.from, fingers(event)));
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) picture.addEventListener(end, () => (held = null));
}
