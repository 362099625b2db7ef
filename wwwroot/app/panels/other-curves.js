// Other curves in the same plot, to compare: a field for each.
import { curve } from "../api/calls.js";
import { ApiProblem } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { askOnce } from "../api/memory.js";
import { asFunctionOf, linesOf, mostOthers, textOf, withLine } from "../math/others.js";
import { segmentOf } from "../math/measured.js";
import { el, say, svg } from "../view/elements.js";
import { curvePath } from "./curve-plot.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/windows.js").Segment} Segment */

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => Reading | null} options.reading
 * @param {() => import("../state.js").Interval} options.window
 * @param {() => void} options.onChange told when there is something else to draw
 */
export function mountOtherCurves(host, { store, reading, window, onChange }) {
  /** @type {Segment[][]} */
  let curves = [];
  const rows = el("ul", { class: "others" });
  const add = el("button", { type: "button", class: "quiet", onclick: () => {
    store.set({ others: textOf([...linesOf(store.state.others), ""]) });
    draw();
    /** @type {HTMLInputElement | null} */ (rows.querySelector("li:last-child input"))?.focus();
  } }, "Compare with another curve");
  host.append(rows, add);
  const latest = createLatest();

  /** The call for a line; null for one that is empty. @param {Reading} about @param {string} line */
  const call = (about, line) =>
    line.trim() === "" ? null : curve({ definition: asFunctionOf(line, about.variables[0]), data: {}, name: "other", variables: about.variables }, window(), "value");

  function follow() {
    const about = reading();
    const lines = linesOf(store.state.others);
    if (about === null || lines.length === 0) {
      latest.cancel();
      curves = [];
      return onChange();
    }
    latest.run(
      (signal) => Promise.all(lines.map(async (line) => {
        const asked = call(about, line);
        if (asked === null) return { segments: [], said: "" };
        try {
          return { segments: (await askOnce(asked, signal)).segments.map(segmentOf), said: "" };
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          return { segments: [], said: [error.message, error.problem.hint].filter(Boolean).join(" ") };
        }
      })),
      (found) => {
        curves = found.map(({ segments }) => segments);
        [...rows.children].forEach((row, i) => {
          say(/** @type {Element} */ (row.querySelector(".said")), found[i]?.said ?? "");
          row.querySelector("input")?.setAttribute("aria-invalid", String((found[i]?.said ?? "") !== ""));
        });
        onChange();
      },
      (error) => {
        throw error;
      },
    );
  }
  const followSoon = debounce(120, follow);

  function draw() {
    const lines = linesOf(store.state.others);
    add.hidden = lines.length >= mostOthers;
    if (rows.childElementCount === lines.length) {
      [...rows.querySelectorAll("input")].forEach((field, i) => document.activeElement !== field && (field.value = lines[i]));
      return;
    }
    rows.replaceChildren(...lines.map((line, i) => {
      const field = el("input", { autocomplete: "off", spellcheck: "false", autocapitalize: "off", "aria-label": `Curve ${i + 2}`, placeholder: "another function", oninput: () => store.set({ others: withLine(store.state.others, i, field.value) }) });
      field.value = line;
      return el("li", {},
        svg("svg", { class: "swatch", viewBox: "0 0 24 8", "aria-hidden": "true" }, svg("path", { class: `curve other other-${i + 1}`, d: "M0 4H24" })),
        field,
        el("button", { type: "button", class: "quiet", "aria-label": `Remove curve ${i + 2}`, title: "Remove", onclick: () => store.set({ others: withLine(store.state.others, i, null) }) }, "×"),
        el("p", { class: "said wrong", role: "status" }));
    }));
  }

  store.subscribe((_, changed) => {
    if (!changed.has("others") && !changed.has("x")) return;
    if (changed.has("others")) latest.cancel(); // its lines are others, and so would be the places of what it says
    draw();
    followSoon();
  });
  draw();

  return {
    follow,
    /** The curves as paths. @param {import("../plot/frame.js").Frame} frame */
    paths: (frame) => curves.map((segments, i) => curvePath(segments, `other other-${i + 1}`, frame)),
    /** What is drawn, in words. */
    get said() {
      const lines = linesOf(store.state.others).filter((line) => line.trim() !== "");
      return lines.length === 0 ? "" : ` Beside it: ${lines.join("; ")}.`;
    },
    /** The calls behind them. @param {Reading} about */
    calls: (about) => linesOf(store.state.others).flatMap((line) => call(about, line) ?? []),
  };
}
