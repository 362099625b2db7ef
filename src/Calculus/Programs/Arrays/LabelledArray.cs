namespace Calculus.Programs.Arrays;

/// <summary>An array whose axes carry the labels of a contraction, and the factors that it is the product of.</summary>
/// <param name="value">The array.</param>
/// <param name="axes">A label for each axis; one that occurs twice is a diagonal.</param>
/// <param name="factors">The factors; null where it is one itself.</param>
internal sealed class LabelledArray(int value, string axes, IReadOnlyList<LabelledArray>? factors = null)
{
    /// <summary>The array.</summary>
    public int Value => value;

    /// <summary>A label for each axis; one that occurs twice is a diagonal.</summary>
    public string Axes => axes;

    /// <summary>The factors that it is the product of.</summary>
    public IReadOnlyList<LabelledArray> Parts => factors ?? [this];

    /// <summary>Whether it runs along a label.</summary>
    public bool Has(char label) => Axes.Contains(label, StringComparison.Ordinal);
}

/// <summary>How long the labels of one contraction are.</summary>
/// <param name="lengths">The lengths, that of <c>a</c> first.</param>
internal sealed class LabelLengths(int[] lengths)
{
    /// <summary>The length of a label.</summary>
    public int this[char label] => lengths[label - 'a'];

    /// <summary>How many entries an array with these axes has.</summary>
    public double Count(IEnumerable<char> axes) => axes.Aggregate(1.0, (product, label) => product * this[label]);

    /// <summary>The distance between two places along a label, row by row; 0 where it is no axis.</summary>
    public int Stride(string axes, char label)
    {
        var (total, stride) = (0, 1);
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            if (axes[axis] == label) total += stride;
            stride *= this[axes[axis]];
        }

        return total;
    }

    /// <summary>The axes along which one array is carried into another.</summary>
    public CarriedAxis[] Carried(string from, string to) =>
        Strided.Ordered(from.Union(to).Select(label => new CarriedAxis(this[label], Stride(from, label), Stride(to, label))));
}
