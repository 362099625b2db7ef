// The address as people share it: a state's fragment, its data packed, and what has to be said of one that can't be read whole.
import { initial, readFragment, toFragment } from "./state.js";
import { mostInLink, packed, unpacked } from "./state/packed.js";

/** @typedef {import("./state.js").State} State */

/** @param {State} state @returns {Promise<{ fragment: string, whole: boolean }>} whether it restores everything: data that are too long are left out */
export async function linkOf(state) {
  const short = await packed(state.dataset);
  if (short === null) return { fragment: toFragment(state), whole: true };
  const fragment = toFragment({ ...state, dataset: initial.dataset });
  return short.length > mostInLink ? { fragment: `${fragment}&tl=1`, whole: false } : { fragment: `${fragment}&tz=${short}`, whole: true };
}

/** What the members of a state are called where they can't be read. @type {Partial<Record<keyof State, string>>} */
const words = {
  data: "a constant", dataset: "the data", x: "the part of the x-axis", y: "the part of the y-axis", points: "the points", at: "the point", claims: "the derivative to be checked",
  start: "the start of the descent", optimizer: "the update rule", rate: "the learning rate", steps: "the number of steps", knobs: "the parameters of the update rule", chapter: "the chapter",
};

/**
 * @param {string} fragment with or without `#`
 * @returns {Promise<{ state: State, said: string }>} said: what the person has to know; empty where all is well
 */
export async function stateOfLink(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const { state, version, unread } = readFragment(fragment);
  const short = parts.get("tz");
  if (version === "this" && short !== null)
    try {
      state.dataset = await unpacked(short);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unread.push("dataset");
    }
  return { state, said: wordsFor(fragment, version, unread, parts.has("tl")) };
}

/** @param {string} fragment @param {"this" | "none" | "other"} version @param {(keyof State)[]} unread @param {boolean} leftOut */
function wordsFor(fragment, version, unread, leftOut) {
  if (version === "other") return "This link was made by another version of this page and can't be read. The page is shown as at first.";
  if (version === "none") return /^#?$/.test(fragment) || !fragment.includes("=") ? "" : "This link is damaged and can't be read. The page is shown as at first.";
  const said = [];
  if (unread.length > 0) said.push(`A part of this link is damaged and is shown as usual: ${unread.map((member) => words[member] ?? member).join(", ")}.`);
  if (leftOut) said.push("The data were too long to be part of this link. Paste them again under Data.");
  return said.join(" ");
}
