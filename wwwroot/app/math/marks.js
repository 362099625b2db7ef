// Which characters of a text are marked.

/**
 * A text in pieces, marked and unmarked in turn. A place after the last character is marked by a space there.
 * @param {string} text @param {readonly { start: number, end: number }[]} spans in any order; of those that overlap each character counts once
 * @returns {{ text: string, marked: boolean }[]}
 */
export function markedPieces(text, spans) {
  const pieces = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const first = Math.min(Math.max(from, start), text.length);
    const last = Math.min(Math.max(end, first + 1), text.length);
    pieces.push({ text: text.slice(from, first), marked: false }, { text: text.slice(first, last) || "\u00a0", marked: true });
    from = last;
  }
  pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}
