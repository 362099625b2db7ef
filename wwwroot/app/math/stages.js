// A composition in stages, as the service takes it apart: which is inside which, and which line of the walk speaks of which.

/** @typedef {{ text: string, latex: string }} Formula */
/** @typedef {{ inner: Formula, by: string, placeholder: string, derivative: Formula, atInner: Formula, value?: number | string }} Way */
/** @typedef {Way & { name: string, outer: Formula, functionValue?: number | string, others?: Way[] }} Stage */

/** The ways along which a stage changes, its own first. @param {Stage} stage @returns {Way[]} */
export const waysOf = (stage) => [stage, ...(stage.others ?? [])];

/**
 * Whether each stage is made of the one before it and at most of the variable beside: then they stand in one another like boxes.
 * @param {readonly Stage[]} stages the innermost first @param {string} variable
 */
export const isNested = (stages, variable) =>
  stages.every((stage, i) => waysOf(stage).filter(({ inner }) => inner.text !== variable).length === (i === 0 ? 0 : 1));

/**
 * For each line of the walk the stage and the way it speaks of; lines after the last stage, where the derivatives are multiplied, have the number of stages.
 * @param {readonly Stage[]} stages
 * @param {readonly { rule: string, before: Formula, after: Formula }[]} steps
 * @returns {{ stage: number, way: number }[]}
 */
export function stageOfEach(stages, steps) {
  let now = { stage: 0, way: 0 };
  const places = stages.flatMap((stage, i) => waysOf(stage).map((way, j) => ({ stage: i, way: j, begins: `diff(${stage.outer.text}, ${way.placeholder})` })));
  let from = 0;
  return steps.map(({ rule, before }) => {
    if (rule === "multiply-stages") {
      from = places.length;
      now = { stage: stages.length, way: 0 };
    }
    const found = places.findIndex(({ begins }, i) => i >= from && begins === before.text);
    if (found >= 0) {
      from = found + 1;
      now = { stage: places[found].stage, way: places[found].way };
    }
    return now;
  });
}
