namespace CalcApi.Catalog.Examples;

/// <summary>What slopes are, and where there is none.</summary>
internal static class CurveExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Slopes and curves", "Parabola", "Drag the two points together: the slope between them turns into the slope at one.",
            "x^2 + 3", "slope",
            """{ "from": 1, "to": 3 }""", ("x", -4, 4)),
        new("Slopes and curves", "Straight line", "Wherever the two points stand, the slope is the same.",
            "2x - 1", "slope",
            """{ "from": -1, "to": 2 }""", ("x", -4, 4)),
        new("Slopes and curves", "Falling cannonball", "Height over time: the slope is the speed, and it is 0 at the top.",
            "h(t) = 20t - 4.9t^2", "slope",
            """{ "from": 1, "to": 3 }""", ("t", 0, 4.2)),
        new("Slopes and curves", "Cubic", "A hill, a valley and the inflection point between them, where the second derivative is 0.",
            "x^3 - 3x", "derivative",
            """{ "order": 2, "points": [-1, 0, 1] }""", ("x", -2.5, 2.5)),
        new("Slopes and curves", "Sine", "Its slope is the cosine: the same wave, a quarter earlier.",
            "sin(x)", "derivative",
            """{ "point": 0 }""", ("x", -7, 7)),
        new("Slopes and curves", "Exponential", "The curve that is its own slope at every point.",
            "exp(x)", "derivative",
            """{ "point": 1 }""", ("x", -3, 2.5)),
        new("Slopes and curves", "Natural logarithm", "Steep near 0 and ever flatter, but it never stops rising: its slope is 1/x.",
            "log(x)", "derivative",
            """{ "point": 1 }""", ("x", -1, 6)),
        new("Slopes and curves", "Hyperbola", "The curve breaks at 0; no line joins its two halves.",
            "1/x", "derivative",
            """{ "point": 2 }""", ("x", -4, 4)),
        new("Slopes and curves", "Absolute value", "A corner at 0: a slope on each side and none at the corner itself.",
            "abs(x)", "derivative",
            """{ "points": [-1, 0, 1] }""", ("x", -3, 3)),
        new("Slopes and curves", "Cube root", "At 0 the tangent stands upright: the slope is infinite.",
            "cbrt(x)", "derivative",
            """{ "point": 1 }""", ("x", -3, 3)),
        new("Slopes and curves", "Cardinal sine", "Undefined at 0 and smooth on both sides of it.",
            "sin(x)/x", "derivative",
            """{ "point": 1 }""", ("x", -12, 12)),
        new("Slopes and curves", "Bell curve", "Steepest at its inflection points, 1/sqrt(2) to either side of 0.",
            "exp(-x^2)", "derivative",
            """{ "point": 0.5 }""", ("x", -3, 3)),
        new("Slopes and curves", "Cancellation", "Flat at 0 with the value 1/2; subtracting nearly equal numbers makes measured slopes jump.",
            "(1 - cos(x))/x^2", "derivative/numeric",
            """{ "point": 0.001 }""", ("x", -6, 6)),
    ];
}
