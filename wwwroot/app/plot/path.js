/** A path-like context that writes the text of an SVG path, in hundredths of a pixel. */
export class PathText {
  #text = "";

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#text += `M${short(x)},${short(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#text += `L${short(x)},${short(y)}`;
  }

  /** @param {string} text more of a path, as it stands */
  append(text) {
    this.#text += text;
  }

  closePath() {
    this.#text += "Z";
  }

  toString() {
    return this.#text;
  }
}

/** @typedef {Pick<PathText, "moveTo" | "lineTo">} Pen */

/** @param {number} value */
const short = (value) => Math.round(value * 100) / 100;
