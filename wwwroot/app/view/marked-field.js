// A field of text that grows with it, over a mirror of the same text that carries the marks.
import { markedPieces } from "../math/marks.js";
import { el } from "./elements.js";

/** As many lines as the text takes. @param {HTMLTextAreaElement} area */
export function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

/**
 * The same text behind the field, with marks under the characters meant.
 * @param {HTMLElement} mirror @param {string} text @param {{ start: number, end: number }[]} spans @param {string} kind the style of the marks
 */
export function underline(mirror, text, spans, kind) {
  mirror.replaceChildren(...markedPieces(text, spans).map((piece) => (piece.marked ? el("mark", { class: kind }, piece.text) : piece.text)));
}
