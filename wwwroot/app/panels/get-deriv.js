// The slope from two values as a program of one's own: the function, getDeriv, and the error for each step.
import { code as codeCall } from "../api/calls.js";
import { ApiProblem } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { askOnce } from "../api/memory.js";
import { programOf, serviceWord } from "../math/get-deriv.js";
import { el } from "../view/elements.js";
import { createProgram } from "../view/program.js";

/** @typedef {import("../math/get-deriv.js").Language} Language */

/** @type {Language[]} */
const languages = ["Python", "JavaScript"];

/** @param {HTMLElement} host */
export function mountGetDeriv(host) {
  /** @type {{ reading: import("../api/calls.js").Reading, point: number, exact: number } | null} */
  let about = null;
  /** @type {Language} */
  let language = "Python";
  const program = createProgram({ id: "get-deriv", role: "tabpanel", "aria-label": "getDeriv with your function" }, { class: "quiet" });
  const tabs = languages.map((each) => el("button", { type: "button", role: "tab", "aria-controls": "get-deriv", onclick: () => choose(each) }, each));
  const list = el("div", { class: "tabs", role: "tablist", "aria-label": "Language" }, ...tabs);
  host.append(
    el("h3", {}, "getDeriv in a dozen lines, with your function"),
    el("div", { class: "get-deriv-head" }, list, program.copy),
    program.program, program.said,
  );
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (languages.indexOf(language) + step + languages.length) % languages.length;
    choose(languages[next]);
    tabs[next].focus();
  });
  const latest = createLatest();

  /** @param {Language} next */
  function choose(next) {
    language = next;
    fill();
  }

  function fill() {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(languages[i] === language));
      tab.setAttribute("tabindex", languages[i] === language ? "0" : "-1");
    });
    if (about === null) return;
    const { reading, point, exact } = about;
    const chosen = language;
    latest.run(
      (signal) => askOnce(codeCall(reading, serviceWord(chosen), "value"), signal),
      ({ code }) => program.show(programOf(code, chosen, point, exact)),
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        program.refuse(error.message);
      },
    );
  }

  return {
    /** @param {import("../api/calls.js").Reading} reading @param {number} point @param {number} exact the derivative there */
    show(reading, point, exact) {
      about = { reading, point, exact };
      fill();
    },
  };
}
