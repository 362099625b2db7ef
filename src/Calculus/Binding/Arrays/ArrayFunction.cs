using Calculus.Expressions;

namespace Calculus.Binding.Arrays;

/// <summary>A function of vectors and matrices in the function language; it is written out in nodes when it is bound.</summary>
internal sealed class ArrayFunction
{
    internal ArrayFunction(string name, IReadOnlyList<FunctionParameter> parameters, string latex, string sentence, string example, Func<ArrayCall, Bound> apply) =>
        (Name, Parameters, Latex, Sentence, Example, Apply) = (name, parameters, latex, sentence, example, apply);

    /// <summary>Its name in a definition.</summary>
    public string Name { get; }

    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Its parameters in order.</summary>
    public IReadOnlyList<FunctionParameter> Parameters { get; }

    /// <summary>What may follow its arguments by name: <c>axis</c>, <c>keepdims</c>, <c>ddof</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The fewest arguments.</summary>
    public int MinimumArity => Parameters.Count(static parameter => parameter.Default is null);

    /// <summary>Whether its last parameter may stand for several arguments.</summary>
    public bool TakesMore { get; init; }

    /// <summary>The most arguments; <see cref="int.MaxValue"/> where there is no bound.</summary>
    public int MaximumArity => TakesMore ? int.MaxValue : Parameters.Count;

    /// <summary>How it is introduced in LaTeX.</summary>
    public string Latex { get; }

    /// <summary>What it is, in one sentence for people.</summary>
    public string Sentence { get; }

    /// <summary>A definition that uses it, in terms of the vectors <c>v</c> and <c>w</c> and the square matrix <c>A</c>.</summary>
    public string Example { get; }

    internal Func<ArrayCall, Bound> Apply { get; }
}
