// The numbers behind the two curves, when they are asked for.
import { derivatives } from "../api/calls.js";
import { ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { format, rounded, toNumber } from "../math/numbers.js";
import { el, part } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { table } from "../view/table.js";

const rows = 21;

/**
 * @param {HTMLElement} root
 * @param {() => { reading: import("../api/calls.js").Reading, x: import("../state.js").Interval } | null} current
 * @returns {() => void} to be called when what is shown changes
 */
export function mountCurveTable(root, current) {
  const host = part(root, "table");
  const details = /** @type {HTMLDetailsElement} */ (host.closest("details"));
  const latest = createLatest();

  function fill() {
    const shown = details.open ? current() : null;
    if (shown === null) return;
    const { reading, x: [from, to] } = shown;
    const { name, variables: [variable] } = reading;
    const step = (to - from) / (rows - 1);
    const points = Array.from({ length: rows }, (_, i) => rounded(from + i * step, step / 10));
    latest.run(
      (signal) => ask(derivatives(reading, points), signal),
      ({ functionValues, values }) =>
        host.replaceChildren(table("Values of the function and its derivative", [variable, `${name}(${variable})`, `${name}′(${variable})`],
          points.map((point, i) => [format(point), format(toNumber(functionValues[i])), format(toNumber(values[i]))]))),
      (error) => {
        const list = el("ul", { class: "notes" });
        showNotes(list, [], [error]);
        host.replaceChildren(list);
      },
    );
  }

  const soon = debounce(150, fill);
  details.addEventListener("toggle", fill);
  return soon;
}
