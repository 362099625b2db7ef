namespace Calculus;

/// <summary>What a request says about names besides its definition.</summary>
/// <param name="Data">Constants by name: never differentiated, letters in formulas, values in numbers.</param>
/// <param name="Declared">Names that stand for values elsewhere in the request, such as in its point.</param>
public sealed record StudyContext(IReadOnlyDictionary<string, double> Data, IReadOnlySet<string> Declared)
{
    /// <summary>Nothing beside the definition.</summary>
    public static StudyContext Empty { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
}
