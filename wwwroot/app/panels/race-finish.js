// The order of finish, the steps of the chosen runner, and the race in words.
import { cellsOf } from "../math/descent-words.js";
import { finishOf } from "../math/race.js";
import { el, part } from "../view/elements.js";
import { table } from "../view/table.js";
import { markerOf } from "./race-runners.js";

/** @typedef {import("../math/race.js").Run} Run */

const heads = ["place", "runner", "best value", "at step", "evaluations", "how it went"];

/** @param {HTMLElement} root @param {{ onChoose: (which: number) => void }} options */
export function createFinish(root, { onChoose }) {
  const details = /** @type {HTMLDetailsElement} */ (part(root, "steps-behind"));
  const host = part(root, "finish");
  /** @type {{ run: Run, variables: readonly string[], title: string } | null} */
  let chosen = null;

  function fill() {
    if (!details.open || chosen === null) return;
    const { heads: columns, rows } = cellsOf(chosen.run, chosen.variables);
    part(root, "steps-table").replaceChildren(table(`Steps of ${chosen.title}`, columns, rows));
  }
  details.addEventListener("toggle", fill);

  return {
    /** @param {{ ranking: any[], runs: readonly Run[], titles: readonly string[], variables: readonly string[], looked: number } | null} race */
    show(race) {
      host.hidden = race === null || race.ranking.length < 2;
      const run = race?.runs[race.looked];
      chosen = race && run ? { run, variables: race.variables, title: race.titles[race.looked] } : null;
      details.hidden = chosen === null;
      fill();
      if (race === null || host.hidden) return;
      const rows = finishOf(race.ranking, race.runs, race.titles);
      host.replaceChildren(
        el("h3", {}, "Order of finish"),
        el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Order of finish" },
          el("table", { class: "finish" },
            el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
            el("tbody", {}, ...rows.map(({ which, cells: [place, title, ...rest] }) => el("tr", {},
              el("td", {}, place),
              el("th", { scope: "row" }, el("button", { class: "quiet", type: "button", onclick: () => onChoose(which) }, markerOf(which), title)),
              ...rest.map((cell) => el("td", {}, cell))))))));
    },
  };
}
