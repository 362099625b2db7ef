// The tour on networks: how weights are adjusted.

/** @type {readonly import("./index.js").Tour[]} */
export const learning = [
  {
    name: "network",
    title: "How does a network adjust its weights?",
    steps: [
      {
        state: { chapter: "training", training: { data: "line", model: "straight", optimizer: "gradient_descent", rate: "0.1", steps: "120" } },
        say: "The smallest network has two weights: the slope w and the height b of a line. Its loss is the mean of the squared distances to the points.",
        ask: "Press Train. Which of the two settles first?",
        answer: "The height b. The loss bends more along b than along w, so its slopes are larger, and so are its steps.",
      },
      {
        state: { chapter: "training", training: { data: "line", model: "straight", optimizer: "gradient_descent", rate: "1.1", steps: "40" } },
        say: "Each weight moves by the rate times its slope, against it. The rate is now 1.1.",
        ask: "Press Train. What does the loss do?",
        answer: "It grows: every step lands further away than it began, exactly as on a steep bowl. The sentence below the picture says which rates would do.",
      },
      {
        state: { chapter: "training", training: { data: "xor", model: "straight", rate: "0.1", steps: "150" } },
        say: "Here a class fills two opposite corners. The model may draw one straight boundary.",
        ask: "Press Train. How many percent stay wrong, and could a better rule of descent help?",
        answer: "Close to half. No rule helps: the best straight boundary is not good. What is missing is not training but a model that can bend.",
      },
      {
        state: { chapter: "training", training: { data: "xor", layers: "4", rate: "0.1" } },
        say: "Four hidden units stand between the features and the output. Each draws a soft boundary of its own, and the output weighs them.",
        ask: "Press Train, and watch the widths of the lines. What has changed in the picture?",
        answer: "The boundary bends around the corners. Wide lines are large weights, dashed ones negative; together they build what no single unit can.",
      },
      {
        state: { chapter: "training", training: { data: "xor", layers: "4", rate: "0.1" } },
        look: "[data-panel=training] [data-part=one-step] > summary",
        say: "One step on one example can be followed: values go forwards, slopes come backwards, then each weight moves.",
        ask: "Open it below the weights and step through. Why does the second half run backwards?",
        answer: "The slope at the output is known first. Each layer finds its own from the one behind it, by the chain rule. One walk back gives the slope in every weight.",
      },
    ],
  },
];
