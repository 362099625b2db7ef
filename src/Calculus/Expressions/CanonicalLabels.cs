using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>
/// Names for the labels of a contraction that depend on its structure alone, so that products that differ only in their labels'
/// names are one node: colours are refined by what a label meets until they are stable, and where labels are still alike, each
/// is tried in turn and the least spelling kept (McKay, <i>Practical Graph Isomorphism</i>, 1981, in small).
/// </summary>
internal static class CanonicalLabels
{
    // Beyond it an equality may be missed, which does no harm.
    private const int MostAlike = 8, MostLeaves = 64;

    /// <summary>The contraction under canonical names.</summary>
    public static Contraction Contraction(
        Graph graph, List<(Expression Of, int[] Labels)> factors, int[] stays, Func<int, Dimension> dimensionOf)
    {
        int[] labels = [.. stays.Concat(factors.SelectMany(static factor => factor.Labels)).Distinct()];
        var places = labels.Select(static (label, place) => (label, place)).ToDictionary(static pair => pair.label, static pair => pair.place);
        Edge[] edges = [.. factors.Select(factor => new Edge(factor.Of, [.. factor.Labels.Select(label => places[label])]))];
        int[] @out = [.. stays.Select(label => places[label])];
        Dimension[] lengths = [.. labels.Select(dimensionOf)];

        Spelling? least = null;
        foreach (var colours in Discrete(graph, Refined(Initial(lengths, @out), edges), edges))
        {
            var spelling = Spelled(colours, edges, @out);
            if (least is null || string.CompareOrdinal(spelling.Text, least.Text) < 0) least = spelling;
        }

        var dimensions = new Dimension[labels.Length];
        for (var place = 0; place < labels.Length; place++) dimensions[least!.Names[place] - 'a'] = lengths[place];
        return graph.MakeContraction(least!.Factors, new string([.. @out.Select(place => least.Names[place])]), [.. dimensions]);
    }

    private static UInt128[] Initial(Dimension[] lengths, int[] @out)
    {
        var colours = new UInt128[lengths.Length];
        for (var place = 0; place < colours.Length; place++)
        {
            colours[place] = Structure.MixDimension(Structure.Begin(Structure.ContractionTag), lengths[place]);
            for (var axis = 0; axis < @out.Length; axis++)
            {
                if (@out[axis] == place) colours[place] = Structure.Mix(colours[place], (ulong)(axis + 1));
            }
        }

        return colours;
    }

    // A label's new colour: its old one, and for each factor that has it the factor, the axis and the colours of all its axes.
    private static UInt128[] Refined(UInt128[] colours, Edge[] edges)
    {
        for (var classes = colours.Distinct().Count(); ;)
        {
            var met = new List<UInt128>[colours.Length];
            for (var place = 0; place < met.Length; place++) met[place] = [];
            foreach (var edge in edges)
            {
                for (var axis = 0; axis < edge.Places.Length; axis++)
                {
                    var meeting = Structure.Mix(edge.Of.Hash, (ulong)axis);
                    foreach (var other in edge.Places) meeting = Structure.Mix(meeting, colours[other]);
                    met[edge.Places[axis]].Add(meeting);
                }
            }

            var refined = new UInt128[colours.Length];
            for (var place = 0; place < refined.Length; place++)
            {
                met[place].Sort();
                refined[place] = colours[place];
                foreach (var meeting in met[place]) refined[place] = Structure.Mix(refined[place], meeting);
            }

            var now = refined.Distinct().Count();
            if (now == classes) return refined;
            (classes, colours) = (now, refined);
        }
    }

    private static List<UInt128[]> Discrete(Graph graph, UInt128[] first, Edge[] edges)
    {
        var (open, leaves) = (new Stack<UInt128[]>([first]), new List<UInt128[]>());
        while (leaves.Count < MostLeaves && open.TryPop(out var colours))
        {
            graph.Budget.Visit();
            var alike = colours.Select(static (colour, place) => (colour, place)).GroupBy(static pair => pair.colour)
                .Where(static group => group.Count() > 1).MinBy(static group => group.Key)?.Select(static pair => pair.place).ToList();
            if (alike is null)
            {
                leaves.Add(colours);
                continue;
            }

            foreach (var place in alike.Count > MostAlike ? alike.Take(1) : alike)
            {
                var tried = (UInt128[])colours.Clone();
                tried[place] = Structure.Mix(tried[place], 1UL);
                open.Push(Refined(tried, edges));
            }
        }

        return leaves;
    }

    private static Spelling Spelled(UInt128[] colours, Edge[] edges, int[] @out)
    {
        var names = new char[colours.Length];
        var next = 'a';
        foreach (var place in @out.Concat(Enumerable.Range(0, colours.Length).OrderBy(place => colours[place])))
        {
            if (names[place] == 0) names[place] = next++;
        }

        var factors = edges.Select(edge => new Factor(edge.Of, new string([.. edge.Places.Select(place => names[place])]))).ToList();
        factors.Sort(static (a, b) => a.Of.Hash != b.Of.Hash ? a.Of.Hash.CompareTo(b.Of.Hash) : string.CompareOrdinal(a.Labels, b.Labels));
        return new Spelling(names, [.. factors], string.Join(',', factors.Select(static factor => factor.Labels)));
    }

    private sealed record Edge(Expression Of, int[] Places);

    private sealed record Spelling(char[] Names, ImmutableArray<Factor> Factors, string Text);
}
