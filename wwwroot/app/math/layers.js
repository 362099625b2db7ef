// Where the steps of a computation stand: in columns by the longest way from an input, in rows so that few lines cross.

/** @typedef {{ id: string, inputs: string[] }} Step */
/** @typedef {{ column: number, row: number }} Place */

/**
 * @param {readonly Step[]} steps each after those it works on
 * @returns {{ places: Map<string, Place>, columns: number, rows: number }}
 */
export function layers(steps) {
  /** @type {Map<string, number>} */
  const depth = new Map();
  for (const { id, inputs } of steps) depth.set(id, inputs.reduce((deepest, input) => Math.max(deepest, (depth.get(input) ?? -1) + 1), 0));
  // An input stands just before the first step that needs it.
  for (const { id, inputs } of steps) {
    if (inputs.length > 0) continue;
    const users = steps.filter((step) => step.inputs.includes(id)).map((step) => depth.get(step.id) ?? 0);
    if (users.length > 0) depth.set(id, Math.max(0, Math.min(...users) - 1));
  }

  const columns = Math.max(0, ...depth.values()) + 1;
  /** @type {Step[][]} */
  const byColumn = Array.from({ length: columns }, () => []);
  for (const step of steps) byColumn[depth.get(step.id) ?? 0].push(step);
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const [column, members] of byColumn.entries()) {
    // The mean row of what a step works on.
    const height = (/** @type {Step} */ { inputs }) => {
      const rows = inputs.flatMap((input) => places.get(input)?.row ?? []);
      return rows.length > 0 ? rows.reduce((sum, row) => sum + row, 0) / rows.length : members.length;
    };
    [...members].sort((a, b) => height(a) - height(b)).forEach((step, row) => places.set(step.id, { column, row }));
  }
  return { places, columns, rows: Math.max(1, ...byColumn.map((members) => members.length)) };
}

/**
 * What is known after each step of the walk: values forwards, then adjoints backwards.
 * @param {readonly (Step & { adjoint?: unknown })[]} steps
 * @returns {{ phase: "forward" | "backward", id: string }[]}
 */
export const order = (steps) => [
  ...steps.map(({ id }) => ({ phase: /** @type {const} */ ("forward"), id })),
  ...[...steps].reverse().filter(({ adjoint }) => adjoint !== undefined).map(({ id }) => ({ phase: /** @type {const} */ ("backward"), id })),
];
