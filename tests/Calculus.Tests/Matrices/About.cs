using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>Asks the library about definitions with arrays, and numbers that look drawn by chance.</summary>
internal static class About
{
    /// <summary>A definition with the shapes of its names, such as <c>X=5x4 w=4 n=n</c>; a name without a shape is a number.</summary>
    public static Study Shapes(string text, string shapes = "", string data = "")
    {
        var numbers = data.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split('=')).ToDictionary(
            static pair => pair[0], static pair => double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return Study.Of(text, new BindingContext(numbers, new HashSet<string>(StringComparer.Ordinal)) { Shapes = Read(shapes) }, Definitions.Budget());
    }

    /// <summary>Shapes by name.</summary>
    public static Dictionary<string, Shape> Read(string shapes) => shapes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split('=')).ToDictionary(
        static pair => pair[0],
        static pair => new Shape([.. pair[1].Split('x').Select(static length => int.TryParse(length, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new Dimension(number) : new Dimension(0, length))]),
        StringComparer.Ordinal);

    /// <summary>Values of shapes.</summary>
    public static ArrayValue[] Draw(IEnumerable<Shape> shapes, int seed, double low = -1, double high = 1)
    {
        var random = new Random(seed);
        return [.. shapes.Select(shape => new ArrayValue(shape, [.. Enumerable.Range(0, (int)shape.Count).Select(place => low + ((high - low) * random.NextDouble()) + Diagonal(shape, place))]))];
    }

    // Square matrices have heavy diagonals, so that they have inverses and logarithms of determinants.
    private static double Diagonal(Shape shape, int place) =>
        shape.Rank == 2 && shape[0] == shape[1] && place % (shape[0].Length + 1) == 0 ? 2 * shape[0].Length : 0;

    /// <summary>The derivatives of a function along every coordinate, by central differences of high order.</summary>
    public static double[][] Differences(Func<ArrayValue[], double[]> function, ArrayValue[] at, int place)
    {
        // The stencil of eight points: error h^8.
        double[] weights = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280];
        const double h = 1e-2;
        var columns = new double[at[place].Entries.Length][];
        for (var i = 0; i < columns.Length; i++)
        {
            var slope = new double[function(at).Length];
            for (var k = 1; k <= weights.Length; k++)
            {
                var (plus, minus) = (function(Moved(at, place, i, k * h)), function(Moved(at, place, i, -k * h)));
                for (var output = 0; output < slope.Length; output++) slope[output] += weights[k - 1] * (plus[output] - minus[output]) / h;
            }

            columns[i] = slope;
        }

        return columns;
    }

    /// <summary>Two lists of numbers agree, relative to the largest.</summary>
    public static void Close(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        var size = Math.Max(1, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * size, FormattableString.Invariant($"{what}: entry {i} is {actual[i]:R}, and {expected[i]:R} is expected."));
    }

    /// <summary>The operations of a text: signs, transposes, calls; those of lists and indices count too.</summary>
    public static int Operations(string text, Study study)
    {
        var vocabulary = new Vocabulary(Calculus.Binding.Binder.FunctionNames, study.Variables.ToHashSet(StringComparer.Ordinal));
        return DefinitionParser.Parse(text, vocabulary, Definitions.Budget()).Statements[^1].Nodes.Count(static node => node.Kind is not (SyntaxKind.Name or SyntaxKind.Number));
    }

    private static ArrayValue[] Moved(ArrayValue[] at, int place, int entry, double by)
    {
        var moved = (ArrayValue[])at.Clone();
        var entries = (double[])at[place].Entries.Clone();
        entries[entry] += by;
        moved[place] = at[place] with { Entries = entries };
        return moved;
    }
}
