// Where there is no derivative: the slopes on both sides, what lies between, and what stands for the derivative here and elsewhere.
import { format, toNumber } from "../math/numbers.js";
import { el } from "./elements.js";

/** @typedef {number | string} Answered a number as the service answers it */
/**
 * @typedef {object} Kink
 * @property {Record<string, Answered>} point
 * @property {string} [variable]
 * @property {Answered} left
 * @property {Answered} right
 * @property {Answered} value
 * @property {{ from: Answered, to: Answered, kind?: string } | null} [subgradient]
 * @property {{ system: string, value: Answered | null, why: string }[]} [elsewhere]
 */

/** @param {HTMLElement} host @param {Kink[] | null | undefined} kinks nothing is shown where there are none */
export function showKinks(host, kinks) {
  const said = JSON.stringify(kinks ?? []);
  if (host.dataset.said === said) return;
  host.dataset.said = said;
  host.replaceChildren(...(kinks ?? []).map(kinkAt));
  host.hidden = host.childElementCount === 0;
}

/** @param {Kink} kink */
function kinkAt({ point, variable, left, right, value, subgradient, elsewhere = [] }) {
  const at = Object.entries(point).map(([name, place]) => `${name} = ${format(toNumber(place))}`).join(", ");
  const fact = (/** @type {string} */ what, /** @type {string} */ is) => el("div", {}, el("dt", {}, what), el("dd", {}, is));
  const number = (/** @type {Answered} */ answered) => format(toNumber(answered));
  return el("section", { class: "kink", "aria-label": `No derivative at ${at}` },
    el("p", {}, `No derivative${variable && Object.keys(point).length > 1 ? ` with respect to ${variable}` : ""} at ${at}.`),
    el("dl", { class: "facts" },
      fact("Slope on the left", number(left)),
      fact("Slope on the right", number(right)),
      ...(subgradient ? [fact(subgradient.kind === "clarke" ? "Clarke's generalised gradient" : "Subgradient", `[${number(subgradient.from)}, ${number(subgradient.to)}]`)] : []),
      fact("Value used", number(value))),
    ...(elsewhere.length > 0
      ? [el("details", { class: "unfold" }, el("summary", {}, "What other systems answer"), el("ul", { class: "elsewhere" },
          ...elsewhere.map(({ system, value: there, why }) => el("li", {}, el("strong", {}, system), ` ${there === null ? "no single value" : number(there)}`, el("span", {}, why)))))]
      : []));
}
