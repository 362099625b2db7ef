using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// Krawczyk's operator K(X) = c − Y·g(c) + (I − Y·H(X))·(X − c), with Y near the inverse of the Hessian: every zero of the gradient in X lies in
/// K(X), and where K(X) lies inside X there is exactly one (Krawczyk 1969; Moore 1977).
/// </summary>
/// <param name="formulas">The function.</param>
internal sealed class Krawczyk(BoxFormulas formulas)
{
    private readonly int _count = formulas.Count;
    private readonly Enclosure[] _gradient = new Enclosure[formulas.Count];
    private readonly Enclosure[,] _hessian = new Enclosure[formulas.Count, formulas.Count];

    /// <summary>What the operator makes of a box; null where the function is not smooth on it, or the Hessian has no inverse.</summary>
    public Enclosure[]? Of(Enclosure[] box)
    {
        formulas.All(box, _gradient, _hessian);
        foreach (var entry in _hessian)
        {
            if (entry.IsEmpty || !entry.IsBounded || (entry.Known & Known.Smooth) != Known.Smooth) return null;
        }

        foreach (var entry in _gradient)
        {
            if (entry.IsEmpty || (entry.Known & Known.Smooth) != Known.Smooth) return null;
        }

        var middle = new double[_count, _count];
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < _count; j++) middle[i, j] = _hessian[i, j].Middle;
        }

        if (Linear.Inverse(middle) is not { } inverse) return null;
        Enclosure[] center = Array.ConvertAll(box, static side => Enclosure.At(side.Middle));
        var bends = (Enclosure[,])_hessian.Clone();
        formulas.Slopes(center, _gradient);
        var result = new Enclosure[_count];
        for (var i = 0; i < _count; i++)
        {
            var next = center[i];
            for (var j = 0; j < _count; j++)
            {
                var spread = Enclosure.At(i == j ? 1 : 0);
                for (var k = 0; k < _count; k++) spread -= Enclosure.At(inverse[i, k]) * bends[k, j];
                next = next - (Enclosure.At(inverse[i, j]) * _gradient[j]) + (spread * (box[j] - center[j]));
            }

            if (next.IsEmpty) return null;
            result[i] = next with { Known = Known.Smooth };
        }

        return result;
    }

    /// <summary>A box around another in which there is exactly one zero; null where that is not proven.</summary>
    /// <param name="box">The box.</param>
    /// <param name="share">By which part of its width it is widened.</param>
    /// <returns>The widened box, and a narrower one that the zero lies in.</returns>
    public (Enclosure[] Wide, Enclosure[] Narrow)? Proven(Enclosure[] box, double share)
    {
        Enclosure[] wide = Array.ConvertAll(box, side => Widened(side, share));
        if (Of(wide) is not { } inner || !Holds(wide, inner)) return null;
        var narrow = inner;
        for (var step = 0; step < 12; step++)
        {
            if (Of(narrow) is not { } next || Cut(narrow, next) is not { } cut) break;
            var shrinks = cut.Zip(narrow).Any(static pair => pair.First.Width < 0.9 * pair.Second.Width);
            narrow = cut;
            if (!shrinks) break;
        }

        return (wide, narrow);
    }

    /// <summary>The common part of two boxes; null where there is none.</summary>
    public static Enclosure[]? Cut(Enclosure[] a, Enclosure[] b)
    {
        var cut = new Enclosure[a.Length];
        for (var i = 0; i < cut.Length; i++)
        {
            cut[i] = a[i].Within(b[i].Lower, b[i].Upper);
            if (cut[i].IsEmpty) return null;
        }

        return cut;
    }

    /// <summary>Whether one box lies inside another.</summary>
    public static bool Holds(Enclosure[] outer, Enclosure[] inner)
    {
        for (var i = 0; i < outer.Length; i++)
        {
            if (!outer[i].HoldsInside(inner[i])) return false;
        }

        return true;
    }

    private static Enclosure Widened(Enclosure side, double share)
    {
        var more = Math.Max(share * side.Width, 4 * (Math.BitIncrement(side.Size) - side.Size));
        return new Enclosure(side.Lower - more, side.Upper + more);
    }
}
