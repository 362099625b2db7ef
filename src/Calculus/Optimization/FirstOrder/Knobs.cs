namespace Calculus.Optimization.FirstOrder;

/// <summary>Parameters that several optimizers share.</summary>
internal static class Knobs
{
    /// <summary>The rate of rules whose steps are as long as the rate.</summary>
    public static Parameter Rate(double initial) =>
        new("lr", initial, "The learning rate. Each coordinate moves about this far in a step.") { Minimum = 0 };

    /// <summary>The two decay rates of running means of slopes and of squares.</summary>
    public static Parameter Betas(double first = 0.9, double second = 0.999) =>
        new("betas", new[] { first, second }, "How much the running means of the gradient and of its square keep.") { Minimum = 0, Below = 1 };

    /// <summary>What keeps a denominator from 0.</summary>
    public static Parameter Eps(double initial) => new("eps", initial, "Added to the root, so that nothing is divided by 0.") { Minimum = 0 };

    /// <summary>The same, where it stands under the root.</summary>
    public static Parameter EpsUnderRoot(double initial) => new("eps", initial, "Added under the root, so that nothing is divided by 0.") { Minimum = 0 };

    /// <summary>What optax adds under the root beside eps.</summary>
    public static Parameter EpsRoot { get; } = new("eps_root", 0.0, "Added under the root, beside 'eps' outside it.") { Minimum = 0 };

    /// <summary>Whether the largest mean of squares is kept.</summary>
    public static Parameter Amsgrad { get; } =
        new("amsgrad", false, "Divides by the largest running mean of squares so far. Without it the present one is used.");

    /// <summary>A decay of the point itself.</summary>
    public static Parameter PointDecay(double initial) =>
        new("weight_decay", initial, "Takes this times the rate off each coordinate, beside the gradient. It pulls the point towards 0.") { Minimum = 0 };

    /// <summary>Whether the decay acts on the point.</summary>
    public static Parameter Decoupled { get; } =
        new("decoupled_weight_decay", false, "Lets the weight decay act on the point itself. Without it the decay is added to the gradient.");

    /// <summary>Whether the corrected mean looks ahead.</summary>
    public static Parameter LookAhead { get; } = new("nesterov", false, "Looks ahead along the momentum.");

    /// <summary>That Keras's decay acts on the point.</summary>
    public const string KerasDecays = "'weight_decay' acts on the point itself, scaled by the rate, and is not added to the gradient.";

    /// <summary>That optax has no usual rate.</summary>
    public const string OptaxHasNoRate = "optax has no usual rate and wants one named; where a request names none, it is PyTorch's.";
}
