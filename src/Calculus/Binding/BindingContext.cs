using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Binding;

/// <summary>What a request says about names besides its definition.</summary>
/// <param name="Data">Constants by name: never differentiated, letters in formulas, values in numbers.</param>
/// <param name="Declared">Names that stand for values elsewhere in the request, such as in its point.</param>
public sealed record BindingContext(IReadOnlyDictionary<string, double> Data, IReadOnlySet<string> Declared)
{
    /// <summary>The functions that can be called by name; the catalogue's where nothing else is said.</summary>
    public IReadOnlyDictionary<string, Function> Functions { get; init; } = Catalogue.ByName;

    /// <summary>Nothing beside the definition.</summary>
    public static BindingContext Empty { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
}
