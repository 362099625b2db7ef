namespace CalcApi.Catalog.Examples;

/// <summary>The bends that make networks more than straight lines.</summary>
internal static class ActivationExamples
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        new("Activations", "ReLU", "Slope 0 on the left and 1 on the right; look at the corner, where frameworks choose 0.",
            "relu(x)", "derivative",
            """{ "points": [-1, 0, 1] }""", ("x", -4, 4)),
        new("Activations", "Leaky ReLU", "On the left a small slope stays, so that the neuron cannot die.",
            "leaky_relu(x)", "derivative",
            """{ "point": -2 }""", ("x", -4, 4)),
        new("Activations", "Sigmoid", "The slope is largest in the middle, where it is only 1/4, and almost nothing far out.",
            "sigmoid(x)", "derivative",
            """{ "point": 0 }""", ("x", -7, 7)),
        new("Activations", "Hyperbolic tangent", "Steep at 0 and flat far out, where its gradient vanishes.",
            "tanh(x)", "derivative/numeric",
            """{ "point": 0.5 }""", ("x", -4, 4)),
        new("Activations", "Softplus", "A smooth relu; its derivative is the sigmoid.",
            "softplus(x)", "derivative",
            """{ "point": 0 }""", ("x", -6, 6)),
        new("Activations", "GELU", "Dips below 0 before it rises: left of the dip the slope is negative.",
            "gelu(x)", "derivative",
            """{ "point": -0.75 }""", ("x", -4, 4)),
        new("Activations", "SiLU", "The input times its own sigmoid: the product rule at work.",
            "silu(x)", "derivative",
            """{ "point": -1.28 }""", ("x", -6, 6)),
        new("Activations", "ELU", "A corner made smooth: both sides have the slope 1 at 0.",
            "elu(x)", "derivative",
            """{ "point": 0 }""", ("x", -4, 4)),
    ];
}
