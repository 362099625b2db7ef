using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs.Arrays;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>A graph with random arrays from a fixed seed; some are inputs, some data.</summary>
internal sealed class ArrayFormulas(Rewriting rewriting = Rewriting.All, int seed = 7)
{
    public static readonly Limits Roomy = new() { GraphNodes = 20_000_000, Operations = long.MaxValue / 4, ArrayEntries = 200_000_000 };

    private readonly Dictionary<Symbol, ArrayValue> _values = [];

    public Random Random { get; } = new(seed);

    public Graph Graph { get; } = new(new Budget(Roomy), rewriting);

    public IReadOnlyList<Symbol> Inputs => [.. _values.Keys.Where(symbol => symbol.Role is SymbolRole.Variable)];

    public IReadOnlyList<ArrayValue> Point => [.. Inputs.Select(input => _values[input])];

    public Dictionary<string, ArrayValue> Data => _values.Where(pair => pair.Key.Role is SymbolRole.Datum).ToDictionary(pair => pair.Key.Name, pair => pair.Value, StringComparer.Ordinal);

    public Symbol Array(string name, params int[] lengths) => Array(name, SymbolRole.Variable, () => (Random.NextDouble() * 4) - 2, lengths);

    public Symbol Datum(string name, params int[] lengths) => Array(name, SymbolRole.Datum, () => (Random.NextDouble() * 4) - 2, lengths);

    public Symbol Vector(string name, params double[] entries) => Given(name, ArrayValue.Of(entries));

    public Symbol Matrix(string name, params double[][] rows) => Given(name, ArrayValue.Of(rows));

    public Symbol Given(string name, ArrayValue value)
    {
        var symbol = Graph.Symbol(name, SymbolRole.Variable, value.Shape);
        _values[symbol] = value;
        return symbol;
    }

    public Symbol Array(string name, SymbolRole role, Func<double> chance, params int[] lengths)
    {
        var symbol = Graph.Symbol(name, role, new Shape([.. lengths.Select(length => new Dimension(length))]));
        _values[symbol] = new ArrayValue(symbol.Shape, [.. Enumerable.Range(0, NaiveArrays.Count(symbol.Shape)).Select(_ => chance())]);
        return symbol;
    }

    public ArrayProgram Compile(params Expression[] outputs) => ArrayProgram.Compile(outputs, Inputs, Data, new Budget(Roomy));

    public double[] Run(Expression output) => Compile(output).Evaluate(Point, new Budget(Roomy))[0].Entries;

    public ArrayValue Naive(Expression output) => new NaiveArrays(symbol => _values[symbol]).Of(output);

    /// <summary>The program agrees with the loops of the definitions.</summary>
    public void AgreesWithLoops(params Expression[] outputs)
    {
        var values = Compile(outputs).Evaluate(Point, new Budget(Roomy));
        for (var output = 0; output < outputs.Length; output++)
        {
            var expected = Naive(outputs[output]);
            Assert.Equal(expected.Shape, values[output].Shape);
            Close(expected.Entries, values[output].Entries);
        }
    }

    public static void Close(double[] expected, double[] actual, double tolerance = 1e-11)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var entry = 0; entry < expected.Length; entry++)
        {
            if (double.IsFinite(expected[entry])) Assert.True(Math.Abs(expected[entry] - actual[entry]) <= tolerance * Math.Max(scale, 1e-300), $"entry {entry}: {expected[entry]:R}, got {actual[entry]:R}");
            else Assert.Equal(expected[entry], actual[entry]);
        }
    }
}
