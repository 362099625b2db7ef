namespace CalcApi.Catalog.Examples;

/// <summary>Where going downhill leads, and what keeps it from getting there.</summary>
internal static class DescentExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Descents and how they fail", "Narrow valley", "The rate that suits the steep side is too small for the flat one: the path zigzags.",
            "x^2 + 20y^2", "descent",
            """{ "start": { "x": -4, "y": 1 }, "optimizer": { "name": "sgd", "lr": 0.045 }, "steps": 60 }""", ("x", -5, 5), ("y", -2, 2)),
        new("Descents and how they fail", "Rate too large", "Every step jumps further up the other side. Make the rate smaller until it settles.",
            "f(x) = x^2", "descent",
            """{ "start": { "x": 1 }, "optimizer": { "name": "sgd", "lr": 1.05 }, "steps": 20 }""", ("x", -4, 4)),
        new("Descents and how they fail", "Double well", "Two lowest points: the start decides, and at 0 plain descent does not move at all.",
            "x^4/4 - x^2/2", "descent",
            """{ "start": { "x": 0.05 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 100 }""", ("x", -2, 2)),
        new("Descents and how they fail", "Plateau", "Far out the slope is almost 0, and so are the steps.",
            "f(x) = 1 - exp(-x^2)", "descent",
            """{ "start": { "x": 2.5 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 200 }""", ("x", -4, 4)),
        new("Descents and how they fail", "Kink", "The slope does not shrink at the lowest point: the descent jumps to and fro beside it.",
            "f(x) = abs(x - 1)", "descent",
            """{ "start": { "x": -1.97 }, "optimizer": { "name": "sgd", "lr": 0.3 }, "steps": 40 }""", ("x", -3, 3)),
        new("Descents and how they fail", "Rosenbrock's valley", "A long bent valley: easy to find, slow to follow.",
            "(1 - x)^2 + 100(y - x^2)^2", "descent",
            """{ "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 500 }""", ("x", -2, 2), ("y", -1, 3)),
        new("Descents and how they fail", "Himmelblau's four valleys", "Where a descent ends depends on where it starts.",
            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "descent",
            """{ "start": { "x": 0, "y": 0 }, "optimizer": { "name": "gradient_descent", "lr": 0.01 }, "steps": 200 }""", ("x", -5, 5), ("y", -5, 5)),
        new("Descents and how they fail", "Ackley's funnel", "A wide funnel covered with small valleys that catch a plain descent.",
            "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi*x) + cos(2pi*y))/2) + 20 + e", "descent",
            """{ "start": { "x": 2.5, "y": 1.5 }, "optimizer": { "name": "adam", "lr": 0.1 }, "steps": 300 }""", ("x", -4, 4), ("y", -4, 4)),
        new("Descents and how they fail", "Rastrigin's ripples", "A bowl full of hollows: most starts end in the nearest one.",
            "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)", "descent",
            """{ "start": { "x": 2.3, "y": -1.6 }, "optimizer": { "name": "sgd", "lr": 0.002 }, "steps": 200 }""", ("x", -4, 4), ("y", -4, 4)),
        new("Descents and how they fail", "Saddle that holds", "Starting on the ridge, the descent walks into the saddle and stays; start a little beside it.",
            "x^2 - y^2 + y^4/4", "descent",
            """{ "start": { "x": 2, "y": 0 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 100 }""", ("x", -3, 3), ("y", -3, 3)),
    ];
}
