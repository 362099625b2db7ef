// Tours on functions of one variable: what a slope is, why it takes a limit, and why rates multiply.

/** @type {readonly import("./index.js").Tour[]} */
export const oneVariable = [
  {
    name: "slope",
    title: "What is a slope?",
    steps: [
      {
        state: { chapter: "slope", function: "2x + 1", points: [0, 2] },
        say: "A straight line climbs evenly. From P to Q it runs 2 to the right and rises 4.",
        ask: "How much does it rise for each 1 to the right?",
        answer: "2, the rise divided by the run. That number is the slope. Drag P and Q: on a line it stays the same.",
      },
      {
        state: { chapter: "slope", function: "x^2", x: [-2, 3], y: [-1, 5], points: [0, 2] },
        say: "A curve does not climb evenly. The line through P and Q, the secant, tells only how it climbs on average between them: by 2.",
        ask: "Drag Q to 1. Does the average climb grow or shrink?",
        answer: "It shrinks to 1, because the part that was steepest is gone.",
      },
      {
        state: { chapter: "slope", function: "x^2", x: [-1, 3], y: [-1, 5], points: [1, 2] },
        say: "With P at 1 and Q at 2 the secant has slope 3; with Q at 1.5 it has 2.5; with Q at 1.1 it has 2.1.",
        ask: "Which number do the slopes approach as Q comes closer to P?",
        answer: "2. It is the slope of the curve at P itself, and the line with this slope that touches the curve there is the tangent.",
      },
      {
        state: { chapter: "slope", function: "x^2", x: [-2, 2], y: [-1, 3], points: [-1, 0] },
        say: "Left of 0 this curve falls as we go to the right.",
        ask: "What sign does the slope have there?",
        answer: "It is negative: from P to Q it is −1. A positive slope climbs, a negative one falls, and where it is 0 the curve is level.",
      },
    ],
  },
  {
    name: "limit",
    title: "Why a limit?",
    steps: [
      {
        state: { chapter: "slope", function: "x^2", x: [0, 2.5], y: [-0.5, 4], points: [1, 1.5] },
        say: "We want the slope at one point. But a single point has no run: its rise over run would be 0 divided by 0.",
        ask: "What number is 0 divided by 0?",
        answer: "None. Every number times 0 is 0, so nothing singles one out. We must never put Q on P; we may only come closer.",
      },
      {
        state: { chapter: "slope", function: "x^2", x: [0.5, 1.7], y: [0, 2.5], points: [1, 1.1] },
        say: "Call the distance h. The slope from 1 to 1 + h is ((1 + h)² − 1) / h. For every h but 0 we may divide by h.",
        ask: "Multiply it out. What is left?",
        answer: "2 + h. That is exact for every h but 0, and as h shrinks it comes as near to 2 as you like. This 2 is the limit. Let h go to 0 and watch.",
      },
      {
        state: { chapter: "slope", function: "abs(x)", x: [-2, 2], y: [-0.5, 2], points: [0, 1] },
        say: "The absolute value has a corner at 0. From the right, all its slopes are 1.",
        ask: "Drag Q to the left of P. What are the slopes now?",
        answer: "−1. The two sides come near different numbers, so there is no limit, and the corner has no slope.",
      },
      {
        state: { chapter: "derivative", function: "x^2", points: [1, 3] },
        say: "Take the limit at every point, and the slopes form a curve of their own: the derivative.",
        ask: "At which x is the derivative of x² zero, and what does the curve do there?",
        answer: "At 0, since the derivative is 2x. To the left the curve falls, to the right it climbs: 0 is its lowest point.",
      },
    ],
  },
  {
    name: "chain-rule",
    title: "Why does the chain rule multiply?",
    steps: [
      {
        state: { chapter: "chain-rule", function: "(3x + 1)^2", points: [1, 3] },
        say: "There are two stages. The inner one triples every change: if x grows by 0.01, then u = 3x + 1 grows by 0.03.",
        ask: "Where u is 4, its square changes 8 times as fast as u. How much does the square grow?",
        answer: "8 × 0.03 = 0.24, which is 24 times the change of x. Rates multiply, like gears that turn one another.",
      },
      {
        state: { chapter: "chain-rule", function: "sin(x^2)", points: [1, 3] },
        say: "Nothing here needs straight lines: seen closely enough, every smooth curve is nearly straight. At x = 1 the inner slope is 2, and the outer one is cos(1), about 0.54.",
        ask: "What is the slope of the whole?",
        answer: "2 × 0.54, about 1.08. Note where the outer slope is taken: at the inner value, x², not at x.",
      },
      {
        state: { chapter: "chain-rule", function: "exp(sin(x^2))", points: [0.5, 3] },
        say: "A third stage was put around the two.",
        ask: "How many factors does the derivative have?",
        answer: "Three, one for each stage, each taken at the value that its stage receives. A network of fifty layers has fifty.",
      },
      {
        state: { chapter: "chain-rule", function: "x^2 * sin(x)", points: [1, 3] },
        say: "Now x goes two ways: into the square and into the sine. The graph shows both.",
        ask: "Along a way the slopes multiply. What happens where two ways meet again in x?",
        answer: "They add up: x is to blame for what it does on each of its ways. Multiply along the ways and add over them; backpropagation does nothing else.",
      },
    ],
  },
];
