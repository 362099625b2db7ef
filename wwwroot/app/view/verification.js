// Whether a formula was checked, said at the formula.
import { format, toNumber } from "../math/numbers.js";
import { el, svg } from "./elements.js";

/**
 * @typedef {object} Verification
 * @property {boolean | null} verified
 * @property {string} [reason]
 * @property {number} points
 * @property {number | string | null} [symbolicVsAutomatic]
 * @property {number | string | null} [symbolicVsNumeric]
 * @property {{ point: Record<string, number | string>, symbolic: number | string, expected: number | string, by: string }} [disagreement]
 */

const signs = { agrees: "M3 8.5 6.5 12 13 4.5", open: "M8 2 15 14H1ZM8 6.5V10M8 12V12.1", disagrees: "M8 2 15 14H1ZM8 6.5V10M8 12V12.1" };

/** @param {HTMLElement} host @param {Verification | null | undefined} verification nothing is shown where it is missing */
export function showVerification(host, verification) {
  const said = JSON.stringify(verification ?? null);
  if (host.dataset.said === said) return;
  host.dataset.said = said;
  host.className = "verification";
  if (!verification) return host.replaceChildren();
  const kind = verification.verified === true ? "agrees" : verification.verified === null ? "open" : "disagrees";
  host.classList.add(kind);
  host.replaceChildren(
    svg("svg", { class: "sign", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: signs[kind] })),
    el("span", { role: kind === "disagrees" ? "alert" : null, title: differences(verification) }, ...words(verification)),
  );
}

/** @param {Verification} verification @returns {(Node | string)[]} */
function words({ verified, reason, points, disagreement }) {
  if (verified === true) return [`Verified: three derivatives agree at ${points} ${points === 1 ? "point" : "points"}.${reason ? ` ${reason}` : ""}`];
  if (verified === null) return [`Could not be checked. ${reason ?? ""}`.trim()];
  const where = disagreement
    ? ` At ${Object.entries(disagreement.point).map(([name, value]) => `${name} = ${format(toNumber(value))}`).join(", ")} it gives ${format(toNumber(disagreement.symbolic), 9)}, the ${disagreement.by} derivative ${format(toNumber(disagreement.expected), 9)}.`
    : "";
  return [el("strong", {}, "This formula disagrees with its check."), `${where} ${reason ?? ""}`.trimEnd()];
}

/** The largest differences, for those who want the figures. @param {Verification} verification */
function differences({ symbolicVsAutomatic, symbolicVsNumeric }) {
  const from = (/** @type {string} */ what, /** @type {number | string | null | undefined} */ value) =>
    value === null || value === undefined ? [] : [`from the ${what} derivative: ${format(toNumber(value), 2)}`];
  const found = [...from("automatic", symbolicVsAutomatic), ...from("measured", symbolicVsNumeric)];
  return found.length > 0 ? `Largest relative difference ${found.join("; ")}` : null;
}
