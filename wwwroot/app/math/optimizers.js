// The optimizers of the service's catalogue, as the page offers them.

/**
 * @typedef {object} Optimizer
 * @property {string} name
 * @property {string} title
 * @property {string} [sameAs] another optimizer that makes the same updates: one of the two is enough for a choice
 * @property {string} sentence
 * @property {{ name: string, default: unknown }[]} parameters
 */

/** Those to choose among. @param {readonly Optimizer[]} all */
export const offered = (all) => all.filter(({ sameAs }) => sameAs === undefined);

/**
 * The optimizer meant by a name: itself, the one that it is the same as, or the first where there is none of that name.
 * @param {readonly Optimizer[]} all at least one that is offered @param {string} name
 */
export function chosen(all, name) {
  const named = all.find((each) => each.name === name);
  const meant = named?.sameAs ?? name;
  const choice = offered(all);
  return choice.find((each) => each.name === meant) ?? choice[0];
}

/** The learning rate that an optimizer has by itself; null where it takes none. @param {Optimizer} optimizer */
export function usualRate({ parameters }) {
  const rate = parameters.find(({ name }) => name === "lr")?.default;
  return typeof rate === "number" && rate > 0 ? rate : null;
}

/** The rates to choose among: from a hundredth of the usual one to a thousand times as much. @param {number} usual */
export const ratesAround = (usual) => ({ low: Number((usual / 100).toPrecision(12)), high: Number((usual * 1000).toPrecision(12)) });

/**
 * The rate to go on with when another optimizer is chosen: who had not touched the rate gets the usual one of the next.
 * @param {number} rate @param {Optimizer} before @param {Optimizer} next
 */
export const rateFor = (rate, before, next) => (rate === usualRate(before) ? (usualRate(next) ?? rate) : rate);
