// Two readings of what is in doubt, to choose between.
import { el } from "../view/elements.js";
import { typeset } from "../view/typeset.js";

/**
 * Two readings side by side: the one taken, and what to write for the other.
 * @param {HTMLElement} host @param {string} text what was read @param {any[]} doubts @param {(string | null)[][]} latex
 * @param {(span: { start: number, end: number }, text: string) => void} replace
 */
export function offer(host, text, doubts, latex, replace) {
  host.replaceChildren(...doubts.flatMap((note, i) => {
    if (isOneReading(latex[i]) || note.readings.slice(1).every((/** @type {string} */ reading) => reading === taken(text, note)))
      return [el("p", {}, note.message.replace(/^This can be read in two ways\. /, ""))];
    return [el("p", {}, note.message), ...note.readings.map((/** @type {string} */ reading, /** @type {number} */ j) => card(note, reading, j, latex[i]?.[j] ?? null, replace))];
  }));
  host.hidden = host.childElementCount === 0;
}

/** What stands in the text where there is a doubt: to write it again changes nothing. @param {string} text @param {any} note */
const taken = (text, { position }) => text.slice(position.start, position.end);

/** @param {any} note @param {string} reading @param {number} j @param {string | null} source @param {(span: { start: number, end: number }, text: string) => void} replace */
function card(note, reading, j, source, replace) {
  const formula = el("span", { class: "said-so" }, reading);
  if (source) typeset(formula, source, { display: true });
  // A product of letters and a name of these letters differ in their slant alone: as they are typed they cannot be mistaken.
  const written = source ? [formula, el("code", {}, reading)] : [formula];
  if (j === 0) return el("div", { class: "reading taken" }, el("small", {}, "Read as"), ...written);
  if (reading.endsWith("…")) return el("div", { class: "reading" }, el("small", {}, "It could also mean"), ...written);
  return el("button", { class: "reading", type: "button", onclick: () => replace(note.position, reading) }, el("small", {}, "Read it as"), ...written);
}

/** Whether both readings look alike: then there is nothing to choose. @param {(string | null)[] | undefined} latex */
const isOneReading = (latex) => latex !== undefined && latex.length > 1 && latex.every((each) => each !== null && each === latex[0]);
