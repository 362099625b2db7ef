using System.Collections.Immutable;

namespace Calculus.Optimization.FirstOrder;

/// <summary>How Keras and optax compute <see cref="Sgd"/> and its presets.</summary>
internal static class SgdDialects
{
    private const string KerasRate = "The usual rate is 0.01 instead of 0.001.";
    private const string KerasForm = "The rate stands inside the momentum: v = μv − γg is itself the step. With a constant rate the path is the same; with a schedule a new rate acts on new gradients only.";
    private const string NoDampening = "There is no 'dampening'.";
    private const string OptaxForm = "Nothing else differs: the trace t = g + μt is PyTorch's momentum without dampening, and the rate multiplies it.";
    private const string OptaxDecay = "There is no 'weight_decay'; optax adds one by a transformation of its own.";

    /// <summary>Those of plain descent.</summary>
    public static ImmutableArray<OptimizerDialect> Plain { get; } =
    [
        new(DialectNames.Keras, [KerasRate, Knobs.KerasDecays], @"x_{t}=x_{t-1}-\gamma\nabla f(x_{t-1})", [KerasLearningRate, Knobs.PointDecay(0)]),
        new(DialectNames.Optax, [Knobs.OptaxHasNoRate, OptaxDecay], @"x_{t}=x_{t-1}-\gamma\nabla f(x_{t-1})", [Sgd.LearningRate]),
    ];

    private static Parameter KerasLearningRate => Sgd.LearningRate with { Default = 0.01 };

    /// <summary>Those of a rule with momentum.</summary>
    /// <param name="momentum">The usual momentum.</param>
    /// <param name="looksAhead">True where the rule is Nesterov's, false where it never is, null where a parameter says so.</param>
    public static ImmutableArray<OptimizerDialect> WithMomentum(double momentum, bool? looksAhead)
    {
        ImmutableArray<Parameter> own = looksAhead is null ? [Sgd.MomentumOf(momentum), Knobs.LookAhead] : [Sgd.MomentumOf(momentum)];
        ImmutableArray<string> dampening = looksAhead is true ? [] : [NoDampening];
        return
        [
            new(DialectNames.Keras, [KerasRate, KerasForm, .. dampening, Knobs.KerasDecays],
                looksAhead is true
                    ? @"v_{t}=\mu v_{t-1}-\gamma g_{t},\quad x_{t}=x_{t-1}+\mu v_{t}-\gamma g_{t}"
                    : @"v_{t}=\mu v_{t-1}-\gamma g_{t},\quad x_{t}=x_{t-1}+v_{t}",
                [KerasLearningRate, .. own, Knobs.PointDecay(0)]),
            new(DialectNames.Optax, [Knobs.OptaxHasNoRate, OptaxForm, .. dampening, OptaxDecay],
                looksAhead is true
                    ? @"b_{t}=g_{t}+\mu b_{t-1},\quad x_{t}=x_{t-1}-\gamma(g_{t}+\mu b_{t})"
                    : @"b_{t}=g_{t}+\mu b_{t-1},\quad x_{t}=x_{t-1}-\gamma b_{t}",
                [Sgd.LearningRate, .. own]),
        ];
    }
}
