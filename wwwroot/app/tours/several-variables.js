// Tours on functions of several variables: what partial derivatives hold still, where the gradient points, where it vanishes, and the way down.

/** @type {readonly import("./index.js").Tour[]} */
export const severalVariables = [
  {
    name: "partials",
    title: "Why do partial derivatives freeze the others?",
    steps: [
      {
        state: { chapter: "gradient", function: "x^2 + 3x*y", at: { x: 1, y: 2 } },
        say: "With two variables the question how fast the value changes has no single answer: it depends on the way you go.",
        ask: "Is there a way from (1, 2) on which the value does not change at all?",
        answer: "Yes: along the line of equal height through the point. So a way must be named before there is a slope.",
      },
      {
        state: { chapter: "gradient", function: "x^2 + 3x*y", at: { x: 1, y: 2 } },
        say: "The simplest ways run along an axis. Let only x move while y waits at 2: what is left is x² + 6x, a function of one variable.",
        ask: "What is its slope at x = 1?",
        answer: "2x + 6 = 8, the partial derivative by x. The others are frozen so that we know what the change is due to.",
      },
      {
        state: { chapter: "gradient", function: "x^2 + 3x*y", at: { x: 1, y: -1 } },
        say: "The point has moved to y = −1, and x is still 1.",
        ask: "Is the slope along x still 8?",
        answer: "No: 2x + 3y is now −1. To freeze y is not to forget it. It makes a difference at which value it is frozen.",
      },
      {
        state: { chapter: "gradient", function: "x^2 + 3x*y", at: { x: 1, y: 2 } },
        say: "At (1, 2) the two partial derivatives are 8 and 3. Small moves of both variables add up.",
        ask: "Let x grow by 0.1 and y by 0.2. By how much does the value grow, nearly?",
        answer: "8 × 0.1 + 3 × 0.2 = 1.4. Exactly it is 1.47; the smaller the moves, the smaller the difference.",
      },
    ],
  },
  {
    name: "uphill",
    title: "Why does the gradient point uphill?",
    steps: [
      {
        state: { chapter: "gradient", function: "x^2 + 2y^2", at: { x: 1, y: 0.5 } },
        say: "At (1, 0.5) both partial derivatives are 2. Put side by side, they are an arrow: the gradient.",
        ask: "The arrow stands at a right angle to something. To what?",
        answer: "To the line of equal height through the point. Along that line nothing changes; all that changes lies across it.",
      },
      {
        state: { chapter: "direction", function: "x^2 + 2y^2", at: { x: 1, y: 0.5 }, dir: { x: 1, y: 0 } },
        say: "Along x alone the slope is 2.",
        ask: "Turn the arrow. Is there a direction in which it is steeper?",
        answer: "Yes. Halfway between the two axes the slope for each unit of way is about 2.83.",
      },
      {
        state: { chapter: "direction", function: "x^2 + 2y^2", at: { x: 1, y: 0.5 }, dir: { x: 1, y: 1 } },
        say: "For each unit of way, the slope is the length of the gradient times the cosine of the angle between the gradient and the way.",
        ask: "At which angle is a cosine largest?",
        answer: "At 0, where it is 1: no way is steeper than along the gradient. That is why it points uphill, and its length is the slope there.",
      },
      {
        state: { chapter: "direction", function: "x^2 + 2y^2", at: { x: 1, y: 0.5 }, dir: { x: 1, y: -1 } },
        say: "Now the way stands at a right angle to the gradient.",
        ask: "What is the slope?",
        answer: "0, since the cosine of a right angle is 0. We are back on the line of equal height. Turn half round from the gradient, and you find the steepest way down.",
      },
    ],
  },
  {
    name: "minimum",
    title: "Why has a minimum a zero gradient?",
    steps: [
      {
        state: { chapter: "derivative", function: "(x - 1)^2 + 2", points: [0, 2] },
        say: "At P the slope is −2: to the right it goes down.",
        ask: "Can P be a lowest point?",
        answer: "No. Wherever the slope is not 0, one of the two ways leads down. So at a lowest point that has a slope, the slope is 0.",
      },
      {
        state: { chapter: "derivative", function: "x^3", points: [0, 1] },
        say: "The curve of x³ is level at 0 as well.",
        ask: "Is 0 a lowest point of it?",
        answer: "No: to the left it is lower still. A zero slope is needed for a minimum, but it is not enough.",
      },
      {
        state: { chapter: "gradient", function: "x^2 + y^2", at: { x: 0, y: 0 } },
        say: "With two variables every direction must be level, so both partial derivatives are 0: the gradient has no length.",
        ask: "In which direction does the value fall from here?",
        answer: "In none. It bends upwards all around, and this is a minimum.",
      },
      {
        state: { chapter: "gradient", function: "x^2 - y^2", at: { x: 0, y: 0 } },
        say: "Here, too, the gradient is 0.",
        ask: "Is it a minimum, a maximum, or neither?",
        answer: "Neither. Along x it bends upwards, along y downwards: a saddle. Where the gradient vanishes, the curvatures decide.",
      },
    ],
  },
  {
    name: "descent",
    title: "Why does descent step the other way?",
    steps: [
      {
        state: { chapter: "descent", function: "x^2 + 2y^2", start: { x: 1.5, y: 1 }, optimizer: "gradient_descent", rate: 0.1, steps: 40 },
        say: "The gradient points uphill, and we want to go down. So each step goes against it: the new point is the old one minus the rate times the gradient.",
        ask: "The rate stays 0.1. Why do the steps become shorter?",
        answer: "A step is the rate times the gradient, and the gradient shrinks as the ground becomes level. Descent slows down by itself.",
      },
      {
        state: { chapter: "descent", function: "x^2 + 2y^2", start: { x: 1.5, y: 1 }, optimizer: "gradient_descent", rate: 0.01, steps: 40 },
        say: "The rate is now ten times smaller.",
        ask: "Is that safer, or only slower?",
        answer: "Here it is only slower: 40 steps end far from the minimum. A small rate avoids overshooting, and pays for it in steps.",
      },
      {
        state: { chapter: "descent", function: "x^2 + 2y^2", start: { x: 1.5, y: 1 }, optimizer: "gradient_descent", rate: 0.45, steps: 40 },
        say: "With the rate 0.45 the path jumps to and fro.",
        ask: "Along which of the two axes, and why only there?",
        answer: "Along y. The function bends twice as much there, so the gradient changes so fast that the same rate carries each step past the bottom.",
      },
      {
        state: { chapter: "descent", function: "x^2 + 2y^2", start: { x: 1.5, y: 1 }, optimizer: "gradient_descent", rate: 0.55, steps: 20 },
        say: "A little more, and each jump is longer than the one before.",
        ask: "The curvature along y is 4. From which rate on does this happen?",
        answer: "From 2 / 4 = 0.5. With larger rates a step lands further from the bottom than it began: the sharpest bend decides how large a rate may be.",
      },
    ],
  },
];
