// The gradient of a function of several variables; of two, over its landscape.
import * as calls from "../api/calls.js";
import { ask } from "../api/client.js";
import { createFollower, createLatest, debounce } from "../api/latest.js";
import { contourLevels } from "../math/levels.js";
import { format, readNumber, rounded, toNumber } from "../math/numbers.js";
import { equalUnits } from "../math/windows.js";
import { arrow, arrowLength } from "../plot/arrow.js";
import { levelRegions, undefinedRegion } from "../plot/contours.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part, say, set, svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { showKinks } from "../view/kinks.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createStage } from "../view/stage.js";
import { table } from "../view/table.js";
import { nameLatex, typeset, typesetHead } from "../view/typeset.js";
import { showVerification } from "../view/verification.js";
import { mountPartials } from "./gradient-steps.js";

/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {import("../api/client.js").Call} Call */
/** @typedef {import("../api/calls.js").Reading} Reading */

const usual = /** @type {Interval} */ ([-3, 3]);
const levelCount = 14;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: Call[]) => void} options.showRequest
 */
export function mountGradient(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {{ grid: import("../plot/contours.js").Grid, levels: number[] } | null} */
  let land = null;
  /** @type {any} */
  let answer = null;
  /** @type {{ land: unknown[], at: unknown[] }} */
  const errors = { land: [], at: [] };
  /** @type {any[]} */
  let notes = [];

  const landscape = createStage(part(root, "landscape"), {
    kind: "landscape",
    label: "Landscape of the function, seen from above",
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  });
  const view = () => equalUnits(store.state.x ?? usual, store.state.y ?? usual, landscape.aspect);
  const flat = () => reading !== null && reading.variables.length === 2;

  const sampled = createLatest({ onSlow: createBusy(part(root, "busy"), "Sampling the landscape…", () => sampled.cancel()) });
  function sample() {
    if (reading === null || !flat()) return;
    const call = calls.grid(reading, view());
    const [first, second] = reading.variables;
    sampled.run(
      (signal) => ask(call, signal),
      (result) => {
        const values = result.values.map(toNumber);
        land = { grid: { x: result.axes[first], y: result.axes[second], values }, levels: contourLevels(values, levelCount) };
        errors.land = [];
        paint();
      },
      (error) => {
        land = null;
        errors.land = [error];
        paint();
      },
    );
  }
  const sampleSoon = debounce(60, sample);

  const point = createFollower(
    (/** @type {{ reading: Reading, at: Point }} */ input, signal) => ask(calls.gradient(input.reading, input.at), signal),
    (result, input) => {
      answer = { ...result, asked: input.at };
      errors.at = [];
      notes = result.notes ?? [];
      paint();
    },
    (error) => {
      answer = null;
      errors.at = [error];
      paint();
    },
  );
  const measure = () => reading && point.follow({ reading, at: place(reading.variables, store.state.at) });

  const handle = createHandle(landscape.handles, {
    label: "Point of the gradient",
    kind: "gradient",
    onMove({ x, y }) {
      const { frame } = landscape;
      if (frame) moveTo([rounded(frame.xAt(x), frame.pixel.x), rounded(frame.yAt(y), frame.pixel.y)]);
    },
    onNudge({ x, y }) {
      const { frame } = landscape;
      if (!frame || reading === null) return;
      const at = place(reading.variables, store.state.at);
      const [first, second] = reading.variables;
      const step = frame.pixel.x * 5;
      moveTo([rounded(at[first] + x * step, step / 4), rounded(at[second] + y * step, step / 4)]);
    },
  });

  /** @param {number[]} coordinates */
  function moveTo(coordinates) {
    if (reading === null) return;
    store.set({ at: Object.fromEntries(reading.variables.map((name, i) => [name, coordinates[i]])) });
  }

  landscape.onPaint((frame) => {
    const wanted = view();
    if (flat() && !sameView(wanted, frame.domain)) {
      landscape.show(wanted); // the picture took another shape
      sampleSoon();
    }
    landscape.under.replaceChildren(
      ...(land ? levelRegions(land.grid, land.levels, frame).map(({ path }) => svg("path", { class: "region", d: path })) : []),
      ...(land ? [svg("path", { class: "missing", d: undefinedRegion(land.grid, frame) })] : []),
    );
    if (reading === null || !flat()) return;
    const at = place(reading.variables, store.state.at);
    const [first, second] = reading.variables;
    const spot = { x: frame.x(at[first]), y: frame.y(at[second]) };
    handle.put({ ...spot, shown: spot.x >= frame.left && spot.x <= frame.right && spot.y >= frame.top && spot.y <= frame.bottom });
    handle.tell({ now: at[first], min: frame.domain.x[0], max: frame.domain.x[1], text: `${first} ${format(at[first])}, ${second} ${format(at[second])}` });
    const here = answer?.at?.[0];
    const ascent = here?.steepestAscent;
    const tail = answer ? { x: frame.x(answer.asked[first]), y: frame.y(answer.asked[second]) } : spot;
    const drawn = ascent ? arrow(tail, [toNumber(ascent[first]), toNumber(ascent[second])], arrowLength(toNumber(here.norm), Math.min(frame.width, frame.height))) : null;
    landscape.labels.replaceChildren(
      ...(drawn ? [svg("g", { class: "gradient-arrow" }, svg("path", { d: drawn.shaft }), svg("path", { class: "head", d: drawn.head }))] : []),
    );
  });

  const partials = mountPartials(part(root, "partials"));
  const coordinates = part(root, "coordinates");
  /** One row for each variable, with a field for its coordinate. @param {Reading} shown */
  function build({ variables }) {
    coordinates.replaceChildren(
      ...variables.map((name) => {
        const field = el("input", { inputmode: "decimal", autocomplete: "off", "aria-label": `Value of ${name}`, "data-variable": name });
        field.addEventListener("input", () => {
          const value = readNumber(field.value);
          field.setAttribute("aria-invalid", String(value === null));
          if (value !== null && reading) store.set({ at: { ...place(reading.variables, store.state.at), [name]: value } });
        });
        field.addEventListener("blur", () => {
          field.setAttribute("aria-invalid", "false");
          if (reading) field.value = String(place(reading.variables, store.state.at)[name]);
        });
        const head = el("th", { scope: "row" });
        typesetHead(head, nameLatex(name), name);
        return el("tr", {}, head, el("td", {}, field), el("td"), el("td"));
      }),
    );
  }

  function paint() {
    if (reading === null) return;
    if (flat()) {
      const [x, y] = reading.variables;
      landscape.show(view(), { x, y });
      landscape.vacant(errors.land.length > 0 ? "The landscape can't be drawn." : land !== null && !land.grid.values.some(Number.isFinite) ? "Nothing to draw: the function has no value here." : null);
      landscape.describe(inWords());
      legend(part(root, "legend"), land?.levels ?? [], land?.grid.values ?? []);
    }
    const at = place(reading.variables, store.state.at);
    const here = answer?.at?.[0];
    for (const row of coordinates.rows) {
      const field = row.cells[1].firstElementChild;
      const name = field.dataset.variable;
      if (document.activeElement !== field) field.value = String(at[name]);
      if (!here) continue;
      say(row.cells[2], format(toNumber(here.gradient[name]), 5));
      say(row.cells[3], here.steepestAscent ? format(toNumber(here.steepestAscent[name]), 4) : "—");
    }
    if (here) {
      typeset(part(root, "value-name"), `${nameLatex(reading.name)}(${reading.variables.map(nameLatex).join(", ")})`);
      say(part(root, "value"), format(toNumber(here.value)));
      say(part(root, "norm"), format(toNumber(here.norm)));
    }
    part(root, "stationary").hidden = !here?.stationary;
    showKinks(part(root, "kinks"), here?.kinks);
    if (answer) {
      partials.show(answer.gradient);
      showVerification(part(root, "verification"), answer.verification);
    }
    showNotes(part(root, "notes"), beyondReading(notes), [...errors.at, ...errors.land]);
  }

  function inWords() {
    if (reading === null) return "";
    const { x, y } = view();
    const [first, second] = reading.variables;
    const here = answer?.at?.[0];
    const where = here ? ` At ${first} ${format(answer.asked[first])}, ${second} ${format(answer.asked[second])} the gradient is (${format(toNumber(here.gradient[first]))}, ${format(toNumber(here.gradient[second]))}).` : "";
    return `Lines of equal value for ${first} from ${format(x[0])} to ${format(x[1])} and ${second} from ${format(y[0])} to ${format(y[1])}; darker is higher.${where}`;
  }

  const details = /** @type {HTMLDetailsElement} */ (part(root, "table").closest("details"));
  function fillTable() {
    if (!details.open || land === null || reading === null) return;
    const { grid } = land;
    const pick = (/** @type {number[]} */ axis) => Array.from({ length: 9 }, (_, i) => Math.round((i / 8) * (axis.length - 1)));
    const [columns, lines] = [pick(grid.x), pick(grid.y).reverse()];
    part(root, "table").replaceChildren(
      table("Values over the landscape", [`${reading.variables[1]} \\ ${reading.variables[0]}`, ...columns.map((i) => format(grid.x[i], 3))],
        lines.map((j) => [format(grid.y[j], 3), ...columns.map((i) => format(grid.values[j * grid.x.length + i], 4))])),
    );
  }
  details.addEventListener("toggle", fillTable);

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("at")) measure();
    if (changed.has("x") || changed.has("y")) sampleSoon();
    if (changed.has("at") || changed.has("x") || changed.has("y")) paint();
  });
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    showRequest("Gradient", [calls.gradient(reading, place(reading.variables, store.state.at)), calls.partialSteps(reading, reading.variables[0]), ...(flat() ? [calls.grid(reading, view())] : [])]);
  });

  return {
    landscape,
    /** @param {Reading | null} next a function of at least two variables, or null for none to show */
    show(next) {
      root.hidden = next === null;
      const rebuilt = next !== null && next.variables.join() !== reading?.variables.join();
      reading = next;
      answer = null;
      sampled.cancel();
      point.stop();
      partials.about(next);
      if (next === null) return;
      if (rebuilt) {
        land = null;
        build(next);
      }
      set(part(root, "plots"), { hidden: !flat() });
      root.querySelector(".panel-body")?.classList.toggle("alone", !flat());
      say(part(root, "lede"), flat()
        ? "Drag the point: the arrow shows the way of steepest ascent. Click the landscape to start a descent."
        : `A plane can't show a function of ${next.variables.length} variables: here is its gradient in formulas, and in numbers at a point.`);
      measure();
      requestAnimationFrame(() => requestAnimationFrame(sample)); // after the first painting, which fixes the picture's shape
      paint();
    },
  };
}

/** @param {{ x: Interval, y: Interval }} one @param {{ x: Interval, y: Interval }} other */
const sameView = (one, other) => String([one.x, one.y]) === String([other.x, other.y]);

/** The tints from the lowest to the highest level. @param {HTMLElement} host @param {number[]} levels @param {number[]} values */
function legend(host, levels, values) {
  if (levels.length === 0) return host.replaceChildren();
  const width = 100 / (levels.length + 1);
  const bar = svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...levels.map((_, i) => svg("rect", { class: "region", x: (i + 1) * width, y: 0, width: 100 - (i + 1) * width, height: 10 })));
  const finite = values.filter(Number.isFinite);
  const lowest = finite.reduce((a, b) => Math.min(a, b));
  const highest = finite.reduce((a, b) => Math.max(a, b));
  host.replaceChildren(el("span", {}, `low ${format(lowest, 3)}`), bar, el("span", {}, `${format(highest, 3)} high`));
}
