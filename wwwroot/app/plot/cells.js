// The cells of a map as the pixels of a small picture: the colour is where a descent ends, and the paler, the longer it took.

/**
 * @param {{ x: readonly number[], y: readonly number[], kind: ArrayLike<number>, steps: readonly number[] }} cells
 * @param {(kind: number) => readonly [number, number, number]} colourOf
 * @returns {{ width: number, height: number, data: Uint8ClampedArray<ArrayBuffer> }} the topmost row first
 */
export function pixelsOf({ x, y, kind, steps }, colourOf) {
  const [width, height] = [x.length, y.length];
  const data = new Uint8ClampedArray(4 * width * height);
  const most = Math.log1p(steps.reduce((a, b) => Math.max(a, b), 1));
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const cell = j * width + i;
      const at = 4 * ((height - 1 - j) * width + i);
      const [red, green, blue] = colourOf(kind[cell]);
      const share = Math.log1p(steps[cell]) / most;
      data.set([red, green, blue, kind[cell] >= 0 ? 235 - 150 * share ** 2 : 200], at);
    }
  return { width, height, data };
}
