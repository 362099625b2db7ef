// The address as people share it: a state's fragment, its data packed, and what has to be said of one that can't be read whole.
import { initial, readFragment, toFragment } from "./state.js";
import { mostInLink, packed, unpacked } from "./state/packed.js";

/** @typedef {import("./state.js").State} State */

/** The members that may be long, and the keys of the address that hold them packed. */
const long = /** @type {const} */ ([["dataset", "tz"], ["table", "nz"]]);

/** The key that says that data were left out. */
const leftOutKey = "lo";

/** @param {State} state @returns {Promise<{ fragment: string, whole: boolean }>} whether it restores everything: data that are too long are left out */
export async function linkOf(state) {
  const kept = { ...state };
  let [added, room, whole] = ["", mostInLink, true];
  for (const [member, key] of long) {
    const short = await packed(state[member]);
    if (short === null) continue;
    kept[member] = initial[member];
    if (short.length > room) whole = false;
    else {
      room -= short.length;
      added += `&${key}=${short}`;
    }
  }
  return { fragment: `${toFragment(kept)}${added}${whole ? "" : `&${leftOutKey}=1`}`, whole };
}

/** What the members of a state are called where they can't be read. @type {Record<keyof State, string>} */
const words = {
  function: "the function", data: "a constant", dataset: "the data", x: "the part of the x-axis", y: "the part of the y-axis", points: "the points", at: "the point", dir: "the direction",
  claims: "the derivative to be checked", start: "the start of the descent", optimizer: "the update rule", rate: "the learning rate", steps: "the number of steps", knobs: "the parameters of the update rule",
  chapter: "the chapter", others: "the other curves", second: "the second derivative", codeLanguage: "the language of the code", codeOf: "what the code is of", taylorOrder: "the order of the Taylor polynomial",
  taylorRadius: "the distance of its error", training: "the settings of the training", sheet: "the settings of the exercises", answers: "the answers", tour: "the tour", table: "the table to train with", placed: "the points to train with", runners: "the other runners",
  field: "the arrow field", map: "the map of descents", run: "the long training", mapRun: "the long map",
};

/**
 * @param {string} fragment with or without `#`
 * @returns {Promise<{ state: State, said: string }>} said: what the person has to know; empty where all is well
 */
export async function stateOfLink(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  let leftOut = parts.has(leftOutKey);
  if (parts.get("tl") === "1") {
    // How links of old say so; the key is that of the language of the code by now.
    parts.delete("tl");
    leftOut = true;
  }
  const { state, version, unread } = readFragment(parts.toString());
  for (const [member, key] of long) {
    const short = parts.get(key);
    if (version !== "this" || short === null) continue;
    try {
      state[member] = await unpacked(short);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unread.push(member);
    }
  }
  return { state, said: wordsFor(fragment, version, unread, leftOut) };
}

/** @param {string} fragment @param {"this" | "none" | "other"} version @param {(keyof State)[]} unread @param {boolean} leftOut */
function wordsFor(fragment, version, unread, leftOut) {
  if (version === "other") return "This link was made by another version of this page and can't be read. The page is shown as at first.";
  if (version === "none") return /^#?$/.test(fragment) || !fragment.includes("=") ? "" : "This link is damaged and can't be read. The page is shown as at first.";
  const said = [];
  if (unread.length > 0) said.push(`A part of this link is damaged and is shown as usual: ${unread.map((member) => words[member]).join(", ")}.`);
  if (leftOut) said.push("The data were too long to be part of this link. Paste them again.");
  return said.join(" ");
}
