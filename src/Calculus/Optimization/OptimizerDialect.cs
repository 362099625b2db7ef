using System.Collections.Immutable;

namespace Calculus.Optimization;

/// <summary>How another library computes an optimizer, where that differs from PyTorch.</summary>
/// <param name="Name">The library, one of <see cref="DialectNames"/>.</param>
/// <param name="Differs">A sentence on each difference.</param>
/// <param name="Latex">The update in LaTeX.</param>
/// <param name="Parameters">What can be set there, with that library's defaults; the names are PyTorch's where it has the same.</param>
public sealed record OptimizerDialect(string Name, ImmutableArray<string> Differs, string Latex, ImmutableArray<Parameter> Parameters);

/// <summary>The libraries whose rules can be followed.</summary>
internal static class DialectNames
{
    /// <summary>PyTorch, <c>torch.optim</c>: the rule where a request names none.</summary>
    public const string PyTorch = "pytorch";

    /// <summary>Keras 3, <c>keras.optimizers</c>.</summary>
    public const string Keras = "keras";

    /// <summary>optax, the library of JAX.</summary>
    public const string Optax = "optax";
}
