// A place for a word beside a spot.

/** @typedef {{ x: number, y: number }} Spot */

/**
 * The corner of a spot that is furthest from what else is drawn, and inside the picture.
 * @param {Spot} spot @param {Spot[]} others what the word should keep clear of
 * @param {{ left: number, right: number, top: number, bottom: number }} frame @param {number} width of the word, in pixels
 * @returns {{ x: number, y: number, anchor: "start" | "end" }} where the word begins or ends, on its base line
 */
export function beside(spot, others, frame, width) {
  const corners = [[1, -1], [1, 1], [-1, -1], [-1, 1]].map(([across, down]) => ({
    x: spot.x + across * 10,
    y: spot.y + (down > 0 ? 17 : -8),
    middle: { x: spot.x + across * (10 + width / 2), y: spot.y + (down > 0 ? 13 : -12) },
    anchor: /** @type {"start" | "end"} */ (across > 0 ? "start" : "end"),
  }));
  const room = (/** @type {typeof corners[0]} */ { middle: { x, y } }) => {
    const out = x - width / 2 < frame.left || x + width / 2 > frame.right || y < frame.top + 8 || y > frame.bottom - 4;
    const nearest = Math.min(Infinity, ...others.map((other) => Math.hypot(other.x - x, other.y - y)));
    return Math.min(nearest, 400) - (out ? 1000 : 0);
  };
  const [{ x, y, anchor }] = corners.sort((a, b) => room(b) - room(a));
  return { x, y, anchor };
}
