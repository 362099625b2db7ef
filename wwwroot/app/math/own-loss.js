// The names in a loss of one's own: which stand for data, and which are parameters to be learnt.

/** How many examples a definition is read with: any number would do. */
const rows = 5;

/**
 * The shapes of the names of data, and of the vectors that stand behind `X @`.
 * @param {string} definition @param {readonly string[]} features @param {(name: string) => boolean} isParameter @returns {Record<string, number[]>}
 */
export function shapesFor(definition, features, isParameter) {
  /** @type {Record<string, number[]>} */
  const shapes = {};
  const has = (/** @type {string} */ name) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(definition);
  const own = signatureOf(definition);
  for (const name of ["y", ...features]) if (/^[A-Za-z]\w*$/.test(name) && has(name) && !own.includes(name) && !isParameter(name)) shapes[name] = [rows];
  if (has("X")) shapes.X = [rows, features.length];
  for (const [, name] of definition.matchAll(/(?<!\w)X\s*@\s*([A-Za-z]\w*)/g)) shapes[name] = [features.length];
  return shapes;
}

/** The names in the brackets of the last definition. @param {string} definition @returns {string[]} */
export function signatureOf(definition) {
  const [, names] = (definition.split(";").at(-1) ?? "").match(/^\s*[A-Za-z]\w*\s*\(([^()]*)\)\s*=(?!=)/) ?? [];
  return names === undefined ? [] : names.split(",").map((name) => name.trim());
}

/**
 * The parameters: those that the definition itself names, or else all that do not stand for data. A column that has the name of something in
 * the definition is told, and a person decides what the name means.
 * @param {string} definition @param {readonly string[]} names all of them @param {readonly string[]} columns of the data
 * @param {(name: string) => boolean} isParameter whether a person made a column's name one
 */
export function rolesOf(definition, names, columns, isParameter) {
  const own = signatureOf(definition);
  if (own.length > 0) return { parameters: own, columns: [] };
  const taken = names.filter((name) => columns.includes(name));
  const data = new Set(["X", "y", "Y", ...columns]);
  return { parameters: names.filter((name) => !data.has(name) || (taken.includes(name) && isParameter(name))), columns: taken };
}

/** What the names of columns stand for, in words. @param {readonly string[]} columns @param {(name: string) => boolean} isParameter */
export function rolesInWords(columns, isParameter) {
  const list = (/** @type {string[]} */ names, /** @type {string} */ one, /** @type {string} */ many) =>
    names.length === 0 ? [] : names.length === 1 ? [`${names[0]} is ${one}`] : [`${names.slice(0, -1).join(", ")} and ${names[names.length - 1]} are ${many}`];
  const own = columns.filter(isParameter);
  return [...list(columns.filter((name) => !own.includes(name)), "a column of the data", "columns of the data"), ...list(own, "a parameter", "parameters")].join("; ");
}
