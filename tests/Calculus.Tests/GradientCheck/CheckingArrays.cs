using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>Asks for the check of a gradient by vectors and matrices: values come from shapes such as <c>X=5x3 w=3 t=1</c>, always the same.</summary>
internal sealed class CheckingArrays
{
    private CheckingArrays(Study study, double[] point) => (Study, Point) = (study, point);

    public Study Study { get; }

    public double[] Point { get; }

    /// <summary>The study of a function at a point drawn for the shapes of its variables, among data drawn for all other names.</summary>
    public static CheckingArrays Of(string function, string shapes)
    {
        var values = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
        foreach (var part in shapes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, axes) = (part.Split('=')[0], part.Split('=')[1]);
            Dimension[] lengths = axes is "1" ? [] : [.. axes.Split('x').Select(static length => (Dimension)int.Parse(length, System.Globalization.CultureInfo.InvariantCulture))];
            values[name] = Drawn(name, new Shape(lengths));
        }

        var signature = function[..function.IndexOf(" = ", StringComparison.Ordinal)];
        var last = function.LastIndexOf("; f(", StringComparison.Ordinal) is var at && at >= 0 ? function[at..] : signature;
        string[] variables = last[(last.IndexOf('(', StringComparison.Ordinal) + 1)..last.IndexOf(')', StringComparison.Ordinal)].Split(", ");
        var data = values.Where(pair => !variables.Contains(pair.Key, StringComparer.Ordinal)).ToList();
        var context = new BindingContext(
            data.Where(static pair => pair.Value.Shape.IsScalar).ToDictionary(static pair => pair.Key, static pair => pair.Value.Number, StringComparer.Ordinal),
            variables.ToHashSet(StringComparer.Ordinal))
        {
            Arrays = data.Where(static pair => !pair.Value.Shape.IsScalar).ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal),
            Shapes = variables.ToDictionary(static name => name, name => values.TryGetValue(name, out var value) ? value.Shape : Shape.Scalar, StringComparer.Ordinal),
        };
        var study = Study.Of(function, context, new Budget(new Limits(), TestContext.Current.CancellationToken));
        return new CheckingArrays(study, [.. study.Variables.SelectMany(name => values.TryGetValue(name, out var value) ? value.Entries : Drawn(name, Shape.Scalar).Entries)]);
    }

    public GradientReport Check(params IEnumerable<Claim> claims) => Study.CheckGradient([.. claims], Point);

    /// <summary>The claims of formulas, one for each variable in order; <c>-</c> means no claim.</summary>
    public GradientReport Check(params string[] claims) =>
        Check(claims.Select((text, place) => (text, place)).Where(static pair => pair.text is not "-").Select(pair => new Claim(pair.place, null, Study.ReadFormula(pair.text).Formula)));

    /// <summary>The exact gradient, one value for each variable.</summary>
    public ArrayValue[] Exact() => [.. Study.At(Study.Gradient(Study.Variables), Point).Values];

    /// <summary>A claim of a value.</summary>
    public static Claim Value(int place, ArrayValue value) => new(place, value);

    // A capital S is positive definite, T has rows of shares, t is 0 or 1.
    private static ArrayValue Drawn(string name, Shape shape)
    {
        var entries = new double[(int)shape.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = Math.Sin(1 + (7.3 * i) + (3.1 * name[0])) + (0.3 * Math.Cos(i * i * 1.7));
        if (name is "t") entries = [.. entries.Select(static x => x > 0 ? 1.0 : 0)];
        if (name is "S")
            for (var i = 0; i < shape[0].Length; i++) entries[(i * shape[0].Length) + i] += 3;
        if (name is "T")
            for (var i = 0; i < entries.Length; i++) entries[i] = i % shape[1].Length == i / shape[1].Length % shape[1].Length ? 1 : 0;
        if (name is "p") entries = [.. entries.Select(static x => 1.5 + x)];
        return new ArrayValue(shape, entries);
    }
}
