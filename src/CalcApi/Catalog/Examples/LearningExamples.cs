namespace CalcApi.Catalog.Examples;

/// <summary>What training goes down on.</summary>
internal static class LearningExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Losses and networks", "Squared error", "The farther the prediction is off, the larger the slope: outliers pull hardest.",
            "loss(p) = (p - 2)^2", "derivative",
            """{ "point": 4 }""", ("p", -2, 6)),
        new("Losses and networks", "Huber loss", "A parabola near 0 and straight far out: outliers pull no harder than 1.",
            "huber(x, 0)", "derivative",
            """{ "point": 0.5 }""", ("x", -4, 4)),
        new("Losses and networks", "Hinge loss", "0 once the margin is reached; no slope, no learning from easy examples.",
            "f(m) = relu(1 - m)", "derivative",
            """{ "points": [-1, 1, 2] }""", ("m", -3, 3)),
        new("Losses and networks", "Cross-entropy", "The loss of a probability given to the truth: without bound as it goes to 0.",
            "f(p) = -log(p)", "derivative",
            """{ "point": 0.5 }""", ("p", -0.1, 1.2)),
        new("Losses and networks", "Logistic loss", "The loss of one example as a function of a weight and a bias, as training sees it.",
            "loss(w, b) = softplus(w*x + b) - y*(w*x + b)", "gradient",
            """{ "data": { "x": 2, "y": 1 }, "point": { "w": 0, "b": 0 } }""", ("w", -4, 4), ("b", -4, 4)),
        new("Losses and networks", "A line through data", "The mean squared error of a slope and an intercept: a bowl whose bottom is the best line.",
            "cost(m, b) = mse(m*x + b, y)", "descent",
            """{ "data": { "x": [1, 2, 3, 4], "y": [2, 3, 5, 6] }, "start": { "m": -1, "b": 3 }, "optimizer": { "name": "momentum", "lr": 0.02 }, "steps": 200 }""", ("m", -2, 4), ("b", -4, 5)),
        new("Losses and networks", "Weight decay", "The same line with a pull towards 0: compare where the bottom lies.",
            "cost(m, b) = mse(m*x + b, y) + c*(m^2 + b^2)", "gradient",
            """{ "data": { "x": [1, 2, 3, 4], "y": [2, 3, 5, 6], "c": 0.5 }, "point": { "m": 1, "b": 1 } }""", ("m", -2, 4), ("b", -4, 5)),
        new("Losses and networks", "Backpropagation", "Two weights in a row, and how much each contributes to the error.",
            "h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2", "graph",
            """{ "data": { "x": 2, "y": 1 }, "point": { "W_h": 0.5, "W_o": 0.8 } }""", ("W_h", -2, 2), ("W_o", -2, 2)),
        new("Losses and networks", "Dying ReLU", "Left of the edge the neuron is silent for its example: the gradient is exactly 0.",
            "cost(w, b) = (relu(w*x + b) - y)^2", "descent",
            """{ "data": { "x": 1, "y": 1 }, "start": { "w": -1, "b": 0.5 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 100 }""", ("w", -3, 3), ("b", -3, 3)),
        new("Losses and networks", "Softmax of two scores", "Only the difference counts: along the diagonal nothing changes.",
            "loss(a, b) = log(exp(a) + exp(b)) - a", "gradient",
            """{ "point": { "a": 1, "b": 0.5 } }""", ("a", -4, 4), ("b", -4, 4)),
        new("Losses and networks", "Logistic regression", "A loss of weights and data, with its gradient and its Hessian in matrix form.",
            "loss(w, b) = log_loss(sigmoid(X @ w + b), y)", "gradient",
            """{ "data": { "X": [[0.5, 1], [-1, 2], [1.5, -0.5], [0.2, 0.3]], "y": [1, 0, 1, 0] }, "point": { "w": [0.1, 0.2], "b": 0.5 } }"""),
        new("Losses and networks", "Softmax regression", "Three classes: the gradient is the predicted share minus the true one, times the input.",
            "loss(W) = categorical_cross_entropy(softmax(X @ W), Y)", "gradient",
            """{ "data": { "X": [[1, 0], [0, 1], [1, 1]], "Y": [[1, 0, 0], [0, 1, 0], [0, 0, 1]] }, "point": { "W": [[0.2, -0.1, 0], [0.1, 0.3, -0.2]] } }"""),
        new("Losses and networks", "Two layers", "A network's loss as a function of the weights of both its layers.",
            "H = tanh(X @ A); loss(A, c) = mse(H @ c, y)", "gradient",
            """{ "data": { "X": [[0, 1], [1, 0], [1, 1]], "y": [1, 1, 0] }, "point": { "A": [[0.5, -0.3], [0.2, 0.8]], "c": [1, -0.5] } }"""),
    ];
}
