using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>What a request says about names besides its definition.</summary>
/// <param name="Data">Constants by name: never differentiated, letters in formulas, values in numbers.</param>
/// <param name="Declared">Names that stand for values elsewhere in the request, such as in its point.</param>
public sealed record BindingContext(IReadOnlyDictionary<string, double> Data, IReadOnlySet<string> Declared)
{
    /// <summary>The functions that can be called by name; by default those of the catalogue.</summary>
    public IReadOnlyDictionary<string, Function> Functions { get; init; } = Catalogue.ByName;

    /// <summary>Constants that are vectors or matrices, by name.</summary>
    public IReadOnlyDictionary<string, ArrayValue> Arrays { get; init; } = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);

    /// <summary>The shapes of names without a value that are vectors or matrices.</summary>
    public IReadOnlyDictionary<string, Shape> Shapes { get; init; } = new Dictionary<string, Shape>(StringComparer.Ordinal);

    /// <summary>The decimals that were written for the data and for points.</summary>
    public WrittenDecimals Decimals { get; init; } = new();

    /// <summary>Every constant, of whatever shape.</summary>
    public IReadOnlyDictionary<string, ArrayValue> AllData => Data.Count == 0
        ? Arrays
        : Data.ToDictionary(static datum => datum.Key, static datum => ArrayValue.Of(datum.Value), StringComparer.Ordinal).Concat(Arrays).ToDictionary(StringComparer.Ordinal);

    /// <summary>Every name that the request says something of.</summary>
    public IReadOnlySet<string> Names => Data.Count + Arrays.Count + Shapes.Count == 0 ? Declared : Declared.Concat(Data.Keys).Concat(Arrays.Keys).Concat(Shapes.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>The notation of the definition; where it is null the text shows it.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>What the names mean to the parser.</summary>
    public Vocabulary Vocabulary => new(Binder.FunctionNames, Names)
    {
        Arrays = Arrays.Keys.Concat(Shapes.Where(static entry => !entry.Value.IsScalar).Select(static entry => entry.Key)).ToHashSet(StringComparer.Ordinal),
        Format = Format,
    };

    /// <summary>Whether a name is a constant of the request.</summary>
    public bool IsDatum(string name) => Data.ContainsKey(name) || Arrays.ContainsKey(name);

    /// <summary>The shape of a name; by default that of a number.</summary>
    public Shape ShapeOf(string name) => Arrays.TryGetValue(name, out var array) ? array.Shape : Shapes.GetValueOrDefault(name);

    /// <summary>Whether a name is the length of an axis.</summary>
    public bool IsLength(string name) => Shapes.Count > 0 && IsLengthOfShape(name);

    private bool IsLengthOfShape(string name) => Shapes.Values.Any(shape => shape.Dimensions.ToArray().Any(length => string.Equals(length.Name, name, StringComparison.Ordinal)));

    /// <summary>The same with lengths in place of letters to which the data give a number.</summary>
    public BindingContext WithKnownLengths()
    {
        if (Shapes.Count == 0) return this;
        Dimension Known(Dimension length) =>
            length.Name is { } letter && Data.TryGetValue(letter, out var number) && number is >= 1 and <= int.MaxValue && double.IsInteger(number) ? (int)number : length;
        return this with { Shapes = Shapes.ToDictionary(static entry => entry.Key, entry => new Shape([.. entry.Value.Dimensions.ToArray().Select(Known)]), StringComparer.Ordinal) };
    }

    /// <summary>Nothing beside the definition.</summary>
    public static BindingContext Empty => new(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
}
