// Curves beside the function's own: one line of text for each.

/** More than these are no comparison. */
export const mostOthers = 3;

/** The lines, an empty one for a field that nothing was typed into. @param {string} text */
export const linesOf = (text) => (text === "" ? [] : text.replace(/\n$/, "").split("\n").slice(0, mostOthers));

/** Lines as one text, each with its end. @param {readonly string[]} lines */
export const textOf = (lines) => lines.map((line) => `${line}\n`).join("");

/** The text with one of its lines replaced, or without it. @param {string} text @param {number} place @param {string | null} line */
export function withLine(text, place, line) {
  const lines = linesOf(text);
  lines.splice(place, 1, ...(line === null ? [] : [line.replaceAll("\n", " ")]));
  return textOf(lines);
}

/** A line as a function of a variable: as it is where it defines one, else with the variable named, even if it does not occur. @param {string} line @param {string} variable */
export const asFunctionOf = (line, variable) => (/(?<![<>=!])=(?!=)/.test(line) ? line : `${variable === "other" ? "another" : "other"}(${variable}) = ${line}`);
