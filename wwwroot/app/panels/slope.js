// The distance h between the two points, down to zero.
import { format } from "../math/numbers.js";
import { placeOf, sizeAt } from "../math/slide.js";
import { motionReduced, part, say } from "../view/elements.js";
import { numberField } from "./number-field.js";

/** @typedef {import("../state.js").Interval} Interval */

/** @param {HTMLElement} root @param {import("../state.js").Store} store @param {() => Interval} window */
export function mountDistance(root, store, window) {
  const slider = part(root, "h");
  const shown = part(root, "h-value");
  const play = part(root, "h-play");
  const largest = () => (window()[1] - window()[0]) / 2;
  let side = 1;
  let remembered = 2;
  let playing = 0;

  /** @param {number} size */
  function put(size) {
    const [p] = store.state.points;
    store.set({ points: [p, Number((p + side * size).toPrecision(12))] });
  }

  function draw() {
    const [p, q] = store.state.points;
    const h = Number((q - p).toPrecision(12));
    if (h !== 0) {
      side = Math.sign(h);
      remembered = Math.abs(h);
    }
    if (document.activeElement !== slider || placeOf(sizeAt(Number(slider.value), largest()), largest()) !== placeOf(h, largest()))
      slider.value = String(placeOf(h, largest()));
    slider.setAttribute("aria-valuetext", `h ${format(h)}`);
    say(shown, format(h));
    if (playing === 0) play.replaceChildren(...label(h === 0));
  }

  /** @param {boolean} closed */
  function label(closed) {
    const h = document.createElement("i");
    h.textContent = "h";
    return closed ? ["Let ", h, " grow again"] : ["Let ", h, " go to 0"];
  }

  function stop() {
    cancelAnimationFrame(playing);
    playing = 0;
    draw();
  }

  /** From one size to another, slower the nearer it comes to zero. @param {number} from @param {number} to */
  function animate(from, to) {
    if (motionReduced()) return put(to);
    const length = 2400;
    /** @type {number | undefined} */
    let begun;
    const step = (/** @type {number} */ now) => {
      begun ??= now;
      const share = Math.min(1, (now - begun) / length);
      const root3 = Math.cbrt(from) + (Math.cbrt(to) - Math.cbrt(from)) * share;
      playing = share < 1 ? requestAnimationFrame(step) : 0;
      put(share < 1 ? Number((root3 ** 3).toPrecision(3)) : to);
      if (share === 1) draw();
    };
    playing = requestAnimationFrame(step);
    play.textContent = "Stop";
  }

  slider.addEventListener("input", () => {
    const size = sizeAt(Number(slider.value), largest()); // before stopping, which puts the slider where the points are
    stop();
    put(size);
  });
  play.addEventListener("click", () => {
    if (playing !== 0) return stop();
    const [p, q] = store.state.points;
    if (p === q) animate(0, remembered);
    else {
      const from = Math.abs(q - p);
      animate(from, 0);
      remembered = from;
    }
  });
  for (const [which, letter] of /** @type {const} */ ([[0, "p"], [1, "q"]])) {
    numberField(part(root, letter), {
      now: () => store.state.points[which],
      onValue(value) {
        const next = /** @type {Interval} */ ([...store.state.points]);
        next[which] = value;
        store.set({ points: next });
      },
    });
  }
  store.subscribe((_, changed) => (changed.has("points") || changed.has("x")) && draw());
  draw();
}
