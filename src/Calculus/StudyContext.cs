using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus;

/// <summary>What a request says about names besides its definition.</summary>
/// <param name="Data">Constants by name: never differentiated, letters in formulas, values in numbers.</param>
/// <param name="Declared">Names that stand for values elsewhere in the request, such as in its point.</param>
public sealed record StudyContext(IReadOnlyDictionary<string, double> Data, IReadOnlySet<string> Declared)
{
    /// <summary>The functions that can be called by name; the catalogue's where nothing else is said.</summary>
    public IReadOnlyDictionary<string, Function> Functions { get; init; } = Catalogue.ByName;

    /// <summary>Constants that are vectors or matrices, by name.</summary>
    public IReadOnlyDictionary<string, ArrayValue> Arrays { get; init; } = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);

    /// <summary>The shapes of names without a value that are vectors or matrices.</summary>
    public IReadOnlyDictionary<string, Shape> Shapes { get; init; } = new Dictionary<string, Shape>(StringComparer.Ordinal);

    /// <summary>Nothing beside the definition.</summary>
    public static StudyContext Empty { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
}
