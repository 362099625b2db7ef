namespace CalcApi.Catalog.Examples;

/// <summary>Several variables: hold the others still, or move in any direction.</summary>
internal static class SurfaceExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Gradients", "Bowl", "The gradient points straight away from the lowest point, where it is 0.",
            "x^2 + y^2", "gradient",
            """{ "point": { "x": 1, "y": -2 } }""", ("x", -3, 3), ("y", -3, 3)),
        new("Gradients", "Saddle", "Stationary at the origin: it rises along one axis and falls along the other.",
            "x^2 - y^2", "gradient",
            """{ "point": { "x": 0, "y": 0 } }""", ("x", -3, 3), ("y", -3, 3)),
        new("Gradients", "Tilted plane", "The gradient is the same everywhere: the level lines are straight and evenly spaced.",
            "2x - y", "gradient",
            """{ "point": { "x": 1, "y": 0.5 } }""", ("x", -3, 3), ("y", -3, 3)),
        new("Gradients", "Monkey saddle", "Three valleys meet at the origin: both curvatures are 0 there and say nothing.",
            "x^3 - 3x*y^2", "gradient",
            """{ "point": { "x": 1, "y": 1 } }""", ("x", -2, 2), ("y", -2, 2)),
        new("Gradients", "Egg carton", "Hills, hollows and saddles in turns: find a point of each kind.",
            "sin(x)*sin(y)", "gradient",
            """{ "point": { "x": 1, "y": 0.5 } }""", ("x", -5, 5), ("y", -5, 5)),
        new("Gradients", "Partial derivatives", "Two variables that multiply, and the slope along a direction.",
            "f(x, z) = 2z^3 x^2", "directional-derivative",
            """{ "point": { "x": 3, "z": 2 }, "direction": { "x": 3, "z": 4 } }""", ("x", -4, 4), ("z", -3, 3)),
        new("Gradients", "Hillside", "Turn the arrow: along the level line the slope is 0, across it is steepest.",
            "5 - x^2/4 - y^2", "directional-derivative",
            """{ "point": { "x": 2, "y": 1 }, "direction": { "x": 1, "y": 0 } }""", ("x", -4, 4), ("y", -3, 3)),
    ];
}
