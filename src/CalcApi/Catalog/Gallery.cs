namespace CalcApi.Catalog;

/// <summary>An example before it is printed: what to look at, and the question that goes with it.</summary>
internal sealed record GalleryExample(string Name, string Sentence, string Function, string Route, string Body, params (string Variable, double From, double To)[] Window)
{
    /// <summary>curve, surface or, without a window, model.</summary>
    public string Kind => Window.Length switch { 0 => "model", 1 => "curve", _ => "surface" };
}

/// <summary>The examples, the simplest first. Each body leaves out the function and the route's common part.</summary>
internal static class Gallery
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Parabola", "The slope between two points turns into the slope at one as they meet.",
            "x^2 + 3", "slope", """{ "from": 1, "to": 3 }""", ("x", -4, 4)),
        new("Cubic", "A hill, a valley and the inflection point between them, where the second derivative is 0.",
            "x^3 - 3x", "derivative", """{ "order": 2, "points": [-1, 0, 1] }""", ("x", -2.5, 2.5)),
        new("Hyperbola", "The curve breaks at 0; no line joins its two halves.",
            "1/x", "derivative", """{ "point": 2 }""", ("x", -4, 4)),
        new("Absolute value", "A corner at 0: a slope on each side and none at the corner itself.",
            "abs(x)", "derivative", """{ "points": [-1, 0, 1] }""", ("x", -3, 3)),
        new("Cardinal sine", "Undefined at 0 and smooth on both sides of it.",
            "sin(x)/x", "derivative", """{ "point": 1 }""", ("x", -12, 12)),
        new("Bell curve", "Steepest at its inflection points, 1/sqrt(2) to either side of 0.",
            "exp(-x^2)", "derivative", """{ "point": 0.5 }""", ("x", -3, 3)),
        new("Hyperbolic tangent", "An activation function: steep at 0 and flat far out, where its gradient vanishes.",
            "tanh(x)", "derivative/numeric", """{ "point": 0.5 }""", ("x", -4, 4)),
        new("Softplus", "A smooth relu; its derivative is the sigmoid.",
            "softplus(x)", "derivative", """{ "point": 0 }""", ("x", -6, 6)),
        new("Composed functions", "The chain rule from the inside out: 4x, then its square, then its sine.",
            "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", "derivative", """{ "point": 0.25 }""", ("x", -0.8, 0.8)),
        new("Bowl", "The gradient points straight away from the lowest point, where it is 0.",
            "x^2 + y^2", "gradient", """{ "point": { "x": 1, "y": -2 } }""", ("x", -3, 3), ("y", -3, 3)),
        new("Saddle", "Stationary at the origin: it rises along one axis and falls along the other.",
            "x^2 - y^2", "gradient", """{ "point": { "x": 0, "y": 0 } }""", ("x", -3, 3), ("y", -3, 3)),
        new("Partial derivatives", "Two variables that multiply, and the slope along a direction.",
            "f(x, z) = 2z^3 x^2", "directional-derivative", """{ "point": { "x": 3, "z": 2 }, "direction": { "x": 3, "z": 4 } }""", ("x", -4, 4), ("z", -3, 3)),
        new("Rosenbrock's valley", "A long bent valley: easy to find, slow to follow.",
            "(1 - x)^2 + 100(y - x^2)^2", "descent",
            """{ "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 500 }""", ("x", -2, 2), ("y", -1, 3)),
        new("Himmelblau's four valleys", "Where a descent ends depends on where it starts.",
            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "descent",
            """{ "start": { "x": 0, "y": 0 }, "optimizer": { "name": "gradient_descent", "lr": 0.01 }, "steps": 200 }""", ("x", -5, 5), ("y", -5, 5)),
        new("Ackley's funnel", "A wide funnel covered with small valleys that catch a plain descent.",
            "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi*x) + cos(2pi*y))/2) + 20 + e", "descent",
            """{ "start": { "x": 2.5, "y": 1.5 }, "optimizer": { "name": "adam", "lr": 0.1 }, "steps": 300 }""", ("x", -4, 4), ("y", -4, 4)),
        new("Logistic loss", "The loss of one example as a function of a weight and a bias, as training sees it.",
            "loss(w, b) = softplus(w*x + b) - y*(w*x + b)", "gradient",
            """{ "data": { "x": 2, "y": 1 }, "point": { "w": 0, "b": 0 } }""", ("w", -4, 4), ("b", -4, 4)),
        new("A line through data", "The mean squared error of a slope and an intercept: a bowl whose bottom is the best line.",
            "cost(m, b) = mse(m*x + b, y)", "descent",
            """{ "data": { "x": [1, 2, 3, 4], "y": [2, 3, 5, 6] }, "start": { "m": -1, "b": 3 }, "optimizer": { "name": "momentum", "lr": 0.02 }, "steps": 200 }""", ("m", -2, 4), ("b", -4, 5)),
        new("Backpropagation", "Two weights in a row, and how much each contributes to the error.",
            "h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2", "graph",
            """{ "data": { "x": 2, "y": 1 }, "point": { "W_h": 0.5, "W_o": 0.8 } }""", ("W_h", -2, 2), ("W_o", -2, 2)),
        new("Logistic regression", "A loss of weights and data, with its gradient and its Hessian in matrix form.",
            "loss(w, b) = log_loss(sigmoid(X @ w + b), y)", "gradient",
            """{ "data": { "X": [[0.5, 1], [-1, 2], [1.5, -0.5], [0.2, 0.3]], "y": [1, 0, 1, 0] }, "point": { "w": [0.1, 0.2], "b": 0.5 } }"""),
        new("Two layers", "A network's loss as a function of the weights of both its layers.",
            "H = tanh(X @ A); loss(A, c) = mse(H @ c, y)", "gradient",
            """{ "data": { "X": [[0, 1], [1, 0], [1, 1]], "y": [1, 1, 0] }, "point": { "A": [[0.5, -0.3], [0.2, 0.8]], "c": [1, -0.5] } }"""),
    ];
}
