namespace CalcApi.Catalog.Examples;

/// <summary>One function inside another, and how their slopes multiply.</summary>
internal static class ChainExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("The chain rule", "Composed functions", "From the inside out: 4x, then its square, then its sine.",
            "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", "chain-rule",
            """{ "point": 0.25 }""", ("x", -0.8, 0.8)),
        new("The chain rule", "Sine of a square", "The waves get denser: the inner slope 2x stretches the outer one.",
            "sin(x^2)", "chain-rule",
            """{ "point": 1.3 }""", ("x", -4, 4)),
        new("The chain rule", "Root of a sum", "The inner derivative 2x is easily forgotten.",
            "sqrt(1 + x^2)", "chain-rule",
            """{ "point": 1 }""", ("x", -4, 4)),
        new("The chain rule", "Three layers of tanh", "Three factors below 1 multiply: this is how gradients vanish in deep networks.",
            "tanh(tanh(tanh(3x)))", "chain-rule",
            """{ "point": 0.8 }""", ("x", -2, 2)),
        new("The chain rule", "Repeated squaring", "Factors above 1 multiply: this is how gradients explode.",
            "((x^2)^2)^2", "chain-rule",
            """{ "point": 1.2 }""", ("x", -1.4, 1.4)),
        new("The chain rule", "One neuron", "A weight, a bias, an activation and a loss: four links of one chain.",
            "f(w) = (sigmoid(2w + 1) - 0.2)^2", "chain-rule",
            """{ "point": 0.5 }""", ("w", -4, 4)),
    ];
}
