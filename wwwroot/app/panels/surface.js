// The surface of a function of two variables, to be turned.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createFollower, createLatest, debounce } from "../api/latest.js";
import { landOf } from "../math/landscape.js";
import { drawn } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { heightsShown } from "../plot/surface.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part, say } from "../view/elements.js";
import { exportablePainting } from "../view/export.js";
import { showNotes } from "../view/notes.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Interval} Interval */

const usual = /** @type {Interval} */ ([-3, 3]);
const first = { turn: -30, tilt: 32 };

/** @returns {HTMLElement[]} */
function markup() {
  const slide = (/** @type {string} */ name, /** @type {string} */ words, /** @type {number} */ min, /** @type {number} */ max, /** @type {number} */ value) => {
    const input = el("input", { id: `surface-${name}`, "data-part": name, type: "range", min, max, step: 1, value });
    return el("div", { class: "slide" }, el("label", { for: input.id }, words), el("output", { for: input.id, "data-part": `${name}-value` }), input);
  };
  return [
    el("div", { class: "panel-head" },
      el("h2", { id: "surface-title" }, "Surface"),
      el("p", { class: "lede" }, "The same landscape in three dimensions. Drag it to turn it."),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request" }, "Show the request"))),
    el("div", { class: "busy", "data-part": "busy" }),
    el("div", { class: "panel-body alone-wide" }, el("div", {},
      el("div", { class: "surface-picture", "data-part": "picture", role: "img", "aria-label": "The surface of the function", "aria-describedby": "surface-said" }),
      el("div", { class: "surface-turns", "data-part": "turns" }, slide("turn", "Turn", -180, 180, first.turn), slide("tilt", "Tilt", 5, 89, first.tilt)),
      el("p", { class: "quiet-words", id: "surface-said", "data-part": "said" }),
      el("ul", { class: "notes", "data-part": "notes", hidden: true }))),
  ];
}

/** Whether the browser draws in three dimensions. */
const hasDepth = () => document.createElement("canvas").getContext("webgl2") !== null;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {import("../math/sight.js").Sight} options.sight the part of the plane that the landscape above shows
 */
export function mountSurface(root, { store, showRequest, sight }) {
  root.setAttribute("aria-labelledby", "surface-title");
  root.append(...markup());
  /** @type {Reading | null} */
  let reading = null;
  /** @type {ReturnType<typeof import("../view/surface.js").createSurface> | null} */
  let picture = null;
  /** @type {{ grid: import("../plot/contours.js").Grid, heights: Interval } | null} */
  let shown = null;
  /** The function's value at the point. @type {{ at: Record<string, number>, value: number } | null} */
  let known = null;
  let isSeen = false;
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Sampling the surface…", () => latest.cancel()) });
  const [turn, tilt] = [part(root, "turn"), part(root, "tilt")];

  const follower = createFollower(
    (/** @type {{ about: Reading, at: Record<string, number> }} */ { about, at }, signal) => ask(calls.gradient(about, at), signal),
    ({ at: [here] }, { at }) => {
      known = { at, value: toNumber(here.value) };
      mark();
    },
    () => {
      known = null;
      mark();
    },
  );

  const windows = () => sight.view ?? { x: store.state.x ?? usual, y: store.state.y ?? usual };
  const call = (/** @type {Reading} */ about) => calls.grid(about, windows());

  function sample() {
    if (reading === null || !isSeen) return;
    const about = reading;
    const view = windows();
    latest.run(
      (signal) => ask(call(about), signal),
      (answer) => {
        const { grid } = landOf(answer, about.variables);
        shown = { grid, heights: heightsShown(grid.values) };
        showNotes(part(root, "notes"), [], []);
        picture?.show(grid, shown.heights, about.variables);
        const [x, y] = about.variables;
        const [low, high] = shown.heights;
        const finite = grid.values.filter(Number.isFinite);
        const isCut = finite.some((value) => value < low || value > high);
        say(part(root, "said"), `${about.name} over ${x} from ${format(view.x[0])} to ${format(view.x[1])} and ${y} from ${format(view.y[0])} to ${format(view.y[1])}; heights from ${format(low, 3)} to ${format(high, 3)}${isCut ? ", and what is beyond is cut off" : ""}. The green point is the point of the gradient.`);
        mark();
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        showNotes(part(root, "notes"), [], [error]);
      },
    );
  }
  const sampleSoon = debounce(150, sample);

  /** Puts the point on the surface. */
  function mark() {
    if (reading === null || shown === null || picture === null) return;
    const at = place(reading.variables, store.state.at);
    const stands = known !== null && JSON.stringify(known.at) === JSON.stringify(at);
    const share = (/** @type {number} */ value, /** @type {Interval} */ [low, high]) => (value - low) / (high - low);
    const { x, y } = windows();
    const spot = [share(at[reading.variables[0]], x), share(at[reading.variables[1]], y), stands ? share(/** @type {any} */ (known).value, shown.heights) : NaN];
    if (stands) picture.mark(spot.every((each) => each >= 0 && each <= 1) ? /** @type {[number, number, number]} */ (spot) : null);
    if (!stands) follower.follow({ about: reading, at });
  }

  function look() {
    say(part(root, "turn-value"), `${format(Number(turn.value))}°`);
    say(part(root, "tilt-value"), `${tilt.value}°`);
    for (const each of [turn, tilt]) each.setAttribute("aria-valuetext", `${each.value} degrees`);
    picture?.look(Number(turn.value), Number(tilt.value));
  }
  for (const each of [turn, tilt]) each.addEventListener("input", look);

  /** The library comes once the surface comes into sight. */
  async function open() {
    if (!hasDepth()) {
      part(root, "picture").hidden = part(root, "turns").hidden = true;
      showNotes(part(root, "notes"), [{ code: "no-webgl", message: "This browser does not draw in three dimensions (WebGL is missing). The landscape above shows the same values from above, and its table has the numbers." }]);
      return;
    }
    const { createSurface } = await import("../view/surface.js");
    picture = createSurface(part(root, "picture"), (degrees, up) => {
      turn.value = String(Math.round(degrees));
      tilt.value = String(Math.round(up));
      say(part(root, "turn-value"), `${format(Number(turn.value))}°`);
      say(part(root, "tilt-value"), `${tilt.value}°`);
    });
    exportablePainting(part(root, "picture"), part(root, "request").parentElement, "Surface");
    look();
    sample();
  }
  new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting || isSeen) return;
    isSeen = true;
    void open();
  }, { rootMargin: "150px" }).observe(root);

  store.subscribe((_, changed) => {
    if (reading === null || picture === null) return;
    if (changed.has("at")) mark();
  });
  sight.follow(() => reading !== null && picture !== null && sampleSoon());
  part(root, "request").addEventListener("click", () => reading && showRequest("Surface", [call(reading)]));

  return {
    /** @param {Reading | null} next a function of two numbers, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next && drawn(next);
      latest.cancel();
      follower.stop();
      known = null;
      if (next !== null && picture !== null) sample();
    },
  };
}
