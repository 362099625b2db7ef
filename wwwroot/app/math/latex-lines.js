// Where a formula in LaTeX may go on in another line.

const tokens = /\\(?:left|right)(?:\\[A-Za-z]+|\\.|.)|\\[A-Za-z]+|\\.|[\s\S]/g;
const opens = /^(?:\{|\\left|\\begin)/;
const closes = /^(?:\}|\\right|\\end)/;

/** Signs that hold two things together: a line ends after them, not before. */
const joins = /^\\(?:cdot|times|circ|odot|otimes|le|ge|ne|approx|in|to|text|quad|qquad|end|right)\b/;

/** Whether a factor begins here that nothing but a space parts from the one before. @param {string} rest @param {boolean} isBracket whether the one before ends in a bracket */
const begins = (rest, isBracket) => /^\s+\\left/.test(rest) || (isBracket && /^\s+(?:[A-Za-z0-9]|\\[A-Za-z])/.test(rest) && !joins.test(rest.trimStart()));

/** The same formula, which may go on in another line between two bracketed factors as well as after signs. @param {string} latex */
export function breakable(latex) {
  let depth = 0;
  let written = "";
  for (const { 0: token, index } of latex.matchAll(tokens)) {
    if (opens.test(token)) depth++;
    if (closes.test(token)) depth--;
    written += token;
    const isBracket = token.startsWith("\\right");
    if (depth === 0 && (isBracket || token === "}") && begins(latex.slice(index + token.length), isBracket)) written += " \\allowbreak";
  }
  return written;
}

/** A definition with its helpers in lines: what is defined, then each helper. @param {string} latex @returns {string[]} */
export function linesOf(latex) {
  const whole = /^\\begin\{array\}\{l\}([\s\S]*)\\end\{array\}$/.exec(latex.trim());
  if (whole === null) return [latex];
  let depth = 0;
  const lines = [""];
  for (const [token] of whole[1].matchAll(tokens)) {
    if (opens.test(token)) depth++;
    if (closes.test(token)) depth--;
    if (depth === 0 && token === "\\\\") lines.push("");
    else lines[lines.length - 1] += token;
  }
  return lines.map((line) => line.trim());
}
