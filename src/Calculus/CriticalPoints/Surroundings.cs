using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>A function compared with its values on the faces of a box: where all are larger than inside, there is a minimum inside.</summary>
/// <param name="formulas">The function.</param>
/// <param name="box">The box.</param>
internal sealed class Surroundings(BoxFormulas formulas, Enclosure[] box)
{
    // Faces are cut into at most so many parts along each side.
    private const int MostParts = 4;

    /// <summary>A minimum or a maximum where that follows; else null.</summary>
    /// <param name="point">A point inside.</param>
    public CriticalKind? KindOf(double[] point)
    {
        // A box a little larger, so that its faces keep clear of the point.
        Enclosure[] wide = [.. box.Select((side, i) => new Enclosure(Math.Min(side.Lower, point[i]) - (4 * side.Width), Math.Max(side.Upper, point[i]) + (4 * side.Width)))];
        var gradient = new Enclosure[formulas.Count];
        var all = formulas.Slopes(wide, gradient);
        if ((all.Known & Known.Smooth) != Known.Smooth) return null;
        var here = formulas.Slopes(Array.ConvertAll(point, Enclosure.At), gradient);
        int above = 0, below = 0, faces = 0;
        foreach (var face in Faces(wide))
        {
            var there = formulas.Slopes(face, gradient);
            faces++;
            if (there.Lower > here.Upper) above++;
            if (there.Upper < here.Lower) below++;
        }

        return above == faces ? CriticalKind.Minimum : below == faces ? CriticalKind.Maximum : null;
    }

    private static IEnumerable<Enclosure[]> Faces(Enclosure[] wide)
    {
        for (var i = 0; i < wide.Length; i++)
        {
            foreach (var end in (double[])[wide[i].Lower, wide[i].Upper])
            {
                List<Enclosure[]> parts = [[.. wide]];
                parts[0][i] = Enclosure.At(end);
                for (var j = 0; j < wide.Length && wide.Length <= MostParts; j++)
                {
                    if (j != i) parts = [.. parts.SelectMany(part => Cut(part, j))];
                }

                foreach (var part in parts) yield return part;
            }
        }
    }

    private static IEnumerable<Enclosure[]> Cut(Enclosure[] part, int side)
    {
        for (var k = 0; k < MostParts; k++)
        {
            Enclosure[] cut = [.. part];
            double step = part[side].Width / MostParts, from = part[side].Lower + (k * step);
            cut[side] = new Enclosure(from, k == MostParts - 1 ? part[side].Upper : part[side].Lower + ((k + 1) * step));
            yield return cut;
        }
    }
}
