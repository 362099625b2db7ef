// Levels for contour lines.

/**
 * Levels for the lines of a landscape: evenly spaced values, so that lines close together mean steep; but in a skewed landscape, where
 * most of the picture lies in a sliver of the range of values (as in the valley of Rosenbrock's function), evenly spaced ranks.
 * @param {number[]} values row-major grid; what is not finite is left out
 * @param {number} count
 * @returns {number[]} increasing, strictly between the smallest and the largest value
 */
export function contourLevels(values, count) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  if (!(high > low)) return [];
  const middle = sorted[sorted.length >> 1];
  const skew = Math.max(high - middle, middle - low) / (high - low);
  const levels = [];
  for (let i = 1; i <= count; i++) {
    const share = i / (count + 1);
    const even = low + share * (high - low);
    const ranked = sorted[Math.round(share * (sorted.length - 1))];
    levels.push(skew > 0.85 ? ranked : even);
  }
  return [...new Set(levels.map((level) => neat(level, (high - low) / count / 50)))].filter((level) => level > low && level < high);
}

/** Rounded to a short decimal no further away than `slack`. @param {number} value @param {number} slack */
function neat(value, slack) {
  for (let digits = 1; digits < 15; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= Math.min(slack, Math.abs(value) * 0.05)) return short;
  }
  return value;
}
