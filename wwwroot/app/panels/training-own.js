// A loss of one's own: its parameters are found, and each has a field for its first value.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import * as calls from "../api/train-calls.js";
import { rolesOf, shapesFor, signatureOf } from "../math/own-loss.js";
import { namesOf } from "../math/training-request.js";

/** @typedef {import("../math/training-settings.js").Settings} Settings */

/**
 * @param {object} options
 * @param {{ offerParameters: (names: string[], columns: string[]) => void, fault: (words: string) => void }} options.settings
 * @param {() => { settings: Settings, source: import("../math/training-request.js").Source }} options.now
 * @param {() => string} options.typed the function in the field above
 * @param {(change: Settings) => void} options.change
 */
export function createOwnLoss({ settings, now, typed, change }) {
  const latest = createLatest();
  /** What was last asked about. */
  let asked = "";
  /** The names of the parameters of the loss, as they were last found. @type {string[]} */
  let parameters = [];
  /** The columns that it calls by their names. @type {string[]} */
  let columns = [];

  const text = () => now().settings.loss.trim() || typed();

  /** What the loss is made of now. */
  function looked() {
    const { settings: chosen, source } = now();
    const { features, target } = namesOf(chosen, source);
    const isParameter = (/** @type {string} */ name) => chosen[`role.${name}`] === "parameter";
    return { isOwn: chosen.model === "own", features, target, isParameter, key: JSON.stringify([text(), features, target, features.filter(isParameter), isParameter(target)]) };
  }

  const readSoon = debounce(180, () => {
    const { isOwn, features, target, isParameter, key } = looked();
    if (!isOwn) return;
    if (key === asked) return settings.offerParameters(parameters, columns);
    asked = key;
    const shapes = shapesFor(text(), features, isParameter);
    latest.run(
      (signal) => ask(calls.names(text(), shapes), signal),
      ({ variables }) => {
        ({ parameters, columns } = rolesOf(text(), variables.map((/** @type {any} */ { name }) => name), [...features, target], isParameter));
        const missing = parameters.filter((name) => now().settings[`start.${name}`] === undefined);
        settings.offerParameters(parameters, columns);
        if (missing.length > 0) change(Object.fromEntries(missing.map((name) => [`start.${name}`, shapes[name] ? JSON.stringify(Array(shapes[name][0]).fill(0)) : "0"])));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        settings.fault([error.message, error.problem.hint].filter(Boolean).join(" "));
      },
    );
  });

  return {
    /** Finds its parameters. What was found of another loss is not waited for: its parameters would get fields here. */
    read() {
      if (looked().key !== asked) {
        latest.cancel();
        asked = "";
      }
      readSoon();
    },
    /** The loss as the request says it: with its parameters named, so that no column takes the place of one. */
    definition() {
      const loss = text();
      return loss === "" || parameters.length === 0 || loss.includes(";") || signatureOf(loss).length > 0 ? loss : `loss(${parameters.join(", ")}) = ${loss.replace(/^\s*[A-Za-z]\w*\s*=(?!=)/, "")}`;
    },
  };
}
