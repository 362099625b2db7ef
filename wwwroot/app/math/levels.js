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
  const isUneven = skewOf(sorted) > mostEven;
  const levels = [];
  for (let i = 1; i <= count; i++) {
    const share = i / (count + 1);
    const even = low + share * (high - low);
    const ranked = sorted[Math.round(share * (sorted.length - 1))];
    levels.push(isUneven ? ranked : even);
  }
  return [...new Set(levels.map((level) => neat(level, (high - low) / count / 50)))].filter((level) => level > low && level < high);
}

/** From here on a landscape counts as skewed. */
const mostEven = 0.85;

/** How far the middle value is from one of the ends, as a share of the whole range. @param {readonly number[]} sorted */
function skewOf(sorted) {
  const [low, high, middle] = [sorted[0], sorted[sorted.length - 1], sorted[sorted.length >> 1]];
  return Math.max(high - middle, middle - low) / (high - low);
}

/** Whether most of a landscape lies in a sliver of the range of its values. @param {readonly number[]} values finite ones */
export const isSkewed = (values) => skewOf([...values].sort((a, b) => a - b)) > mostEven;

/** Rounded to a short decimal no further away than `slack`. @param {number} value @param {number} slack */
function neat(value, slack) {
  for (let digits = 1; digits < 15; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= Math.min(slack, Math.abs(value) * 0.05)) return short;
  }
  return value;
}
