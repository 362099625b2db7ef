namespace Calculus.Expressions;

/// <summary>
/// How a function is written in the languages of code: as a template in which <c>{0}</c>, <c>{1}</c> stand for the arguments,
/// each at most once. A function that a library lacks comes with a helper: a definition that is written out where it is used.
/// </summary>
/// <param name="NumPy">In NumPy, with the module as <c>np.</c>; JAX has the same names in <c>jnp.</c>.</param>
/// <param name="C">
/// In C with the names of <c>math.h</c>; C# and JavaScript follow from it by their names for the same functions.
/// </param>
public sealed record Spellings(string NumPy, string C)
{
    /// <summary>In PyTorch, with the module as <c>torch.</c>; null where it is NumPy's with the module's name changed.</summary>
    public string? PyTorch { get; init; }

    /// <summary>In C#; null where it follows from C.</summary>
    public string? CSharp { get; init; }

    /// <summary>In JavaScript; null where it follows from C.</summary>
    public string? JavaScript { get; init; }

    /// <summary>The definition of a helper in NumPy, free of branches on entries, so that it takes arrays; also JAX's and PyTorch's with the module's name changed.</summary>
    public string? NumPyHelper { get; init; }

    /// <summary>The definition of the helper in PyTorch where it differs; empty where PyTorch needs none.</summary>
    public string? PyTorchHelper { get; init; }

    /// <summary>What <c>jax.scipy.special</c> calls the helper; where JAX is missing, NumPy's definition is used. Null where that serves both.</summary>
    public string? JaxName { get; init; }

    /// <summary>
    /// The definition of a helper in C, for each language whose library lacks the name: numbers are <c>double</c>, counters too,
    /// tables <c>const double</c>, so that it becomes C# and JavaScript by a change of the declarations.
    /// </summary>
    public string? CHelper { get; init; }

    /// <summary>A call of one or two arguments; for more, the template takes the result so far and the next argument.</summary>
    public bool Folds { get; init; }

    /// <summary>A function that every library has under the same name.</summary>
    public static Spellings Named(string name) => new($"np.{name}({{0}})", $"{name}({{0}})");

    /// <summary>A function that the libraries know under two names.</summary>
    /// <param name="numPy">The name in NumPy, PyTorch and JAX.</param>
    /// <param name="c">The name in C, C# and JavaScript.</param>
    public static Spellings Named(string numPy, string c) => new($"np.{numPy}({{0}})", $"{c}({{0}})");

    /// <summary>A function that has a helper of its own name everywhere.</summary>
    /// <param name="name">The name.</param>
    /// <param name="arguments">How many arguments.</param>
    public static Spellings Helped(string name, int arguments = 1)
    {
        var call = $"{name}({string.Join(", ", Enumerable.Range(0, arguments).Select(static place => $"{{{place}}}"))})";
        return new Spellings(call, call);
    }
}
