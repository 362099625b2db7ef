using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

internal sealed partial class StatementBinder
{
    // Numbers from 1 on are the same, whatever the index is called.
    private const string Index = "index";

    // A formula for second derivatives by a matrix splits sums of products that have twice as many axes as the matrix.
    private const int MostAxes = 8;

    private readonly Dictionary<SyntaxNode, string> _keys = [];
    private readonly Dictionary<SyntaxNode, (int First, Dimension Count, Bound? Last)> _ranges = [];

    // Inside a sum or table, its index is the vector of the numbers that it runs through, along an axis of its own.
    private Bound? IndexNamed(SyntaxNode node)
    {
        foreach (var range in indices.Around(node))
        {
            if (!string.Equals(range.Text, node.Text, StringComparison.Ordinal)) continue;
            var (first, count, _) = _ranges[range];
            Expression numbers = Graph.Symbol(Index, SymbolRole.IndexRange, new Shape(count));
            return new Bound(first == 1 ? numbers : numbers + (Rational)(first - 1), false, [_keys[range]]);
        }

        return null;
    }

    private Bound Range(SyntaxNode node)
    {
        var (low, high) = (Child(node, 0), Child(node, 1));
        if (low.Value is not Number { Value: { IsInteger: true } from } || from.Abs() > 1_000_000)
            throw new FormulaException("An index must begin at a whole number.", node.Children[0].Span, "write i = 1..n");
        var first = (int)from.Numerator;
        _keys[node] = scope.NextIndex(node.Text);
        if (high is { Open.Length: 1 } && first == 1 && high.Value is Symbol { Role: SymbolRole.IndexRange } outerIndex)
        {
            _ranges[node] = (first, outerIndex.Shape[0], high); // j = 1..i: a rectangle, of which a triangle counts
            return Graph.Zero;
        }

        var last = LengthOf(high.Value) ?? throw (Reachable.From(high.Value).OfType<Symbol>().FirstOrDefault(static symbol => symbol.Role == SymbolRole.Dimension) is { } length
            ? new FormulaException(
                $"The length {length.Name} has no value here: an index can run up to {length.Name} itself or to a whole number.", node.Children[1].Span, $"write i = 1..{length.Name}, or give {length.Name} in data or a value whose shape has it")
            : new FormulaException(
                "The last number of an index must be known: a whole number, a letter that shapes give as a length, or computed from whole numbers in data.", node.Children[1].Span, "write i = 1..3, give n in data, or give a shape such as [\"n\"]"));
        _ranges[node] = last.IsSymbolic
            ? (first, first == 1 ? last : throw new FormulaException("An index that runs up to a length without a value must begin at 1.", node.Children[0].Span), null)
            : (first, Math.Max(0, last.Length - first + 1), null);
        // If the limit comes from data, an empty sum is meant; if it is written as a number, it is a slip.
        if (IsEmpty(node) && high.Value is Number)
            throw new FormulaException($"The index '{node.Text}' runs from {first} to {last} and takes no value.", node.Span);
        return Graph.Zero;
    }

    /// <summary>The length that an expression gives: a whole number, a letter that is a length, or a value computed from whole numbers in the data.</summary>
    private Dimension? LengthOf(Expression value) => value switch
    {
        Number { Value: { IsInteger: true } n } when n.Abs() <= 10_000_000 => (int)n.Numerator,
        Symbol { Role: SymbolRole.Dimension } letter => new Dimension(0, letter.Name),
        _ => WholeNumbers.ValueOf(value, scope.Data) is { } n && Math.Abs(n) <= 10_000_000 ? (int)n : null,
    };

    private bool IsEmpty(SyntaxNode range) => _ranges[range] is { Last: null, Count: { IsSymbolic: false, Length: 0 } };

    private static bool IsIndexed(SyntaxNode call) => call.Children.Any(static child => child.Kind == SyntaxKind.IndexRange);

    // sum(i = 1..n, body), prod(…), table(i = …, j = …, body): the body has the axes of its indices first; then they are closed.
    private Bound OverIndices(SyntaxNode node)
    {
        var ranges = node.Children.Where(static child => child.Kind == SyntaxKind.IndexRange).ToList();
        var isTable = node.Text is "table";
        if (node.Text is not ("sum" or "prod" or "table"))
            throw new FormulaException($"'{node.Text}' has no index to run over.", node.Span, "write sum, prod or table");
        if (node.Children.Count != ranges.Count + 1 || node.Children[^1].Kind == SyntaxKind.IndexRange)
            throw new FormulaException($"'{node.Text}' over an index needs its ranges first and then one body.", node.Span, $"write {node.Text}(i = 1..n, x[i])");
        if (isTable && ranges.Find(IsEmpty) is { } empty)
            throw Refused(empty.Span, $"The index '{empty.Text}' takes no value, but a table must have at least one entry along each axis.");
        var body = Child(node, node.Children.Count - 1);
        for (var place = ranges.Count - 1; place >= 0; place--)
        {
            body = Limited(body, ranges[place], node);
            body = isTable ? body : node.Text is "sum" ? Summed(body, ranges[place]) : Multiplied(body, ranges[place]);
        }

        return isTable ? Tabled(body, ranges) : body;
    }

    // In j = 1..i nothing beyond i counts: it is 0 in a sum and 1 in a product.
    private Bound Limited(Bound body, SyntaxNode range, SyntaxNode node)
    {
        if (_ranges[range].Last is not { } last) return body;
        if (node.Text is "table") throw new FormulaException("The rows of a table must all have the same length.", range.Span, "write j = 1..n with if(j <= i, …, 0)");
        Bound index = new(Graph.Symbol(Index, SymbolRole.IndexRange, new Shape(_ranges[range].Count)), false, [_keys[range]]);
        Bound neutral = Graph.Number(node.Text is "sum" ? Rational.Zero : Rational.One);
        Bound[] parts = [index, last, body, neutral];
        string[] open = [.. AlignmentAt(range).Union(parts), .. body.Open.Append(_keys[range]).Where(name => !AlignmentAt(range).Union(parts).Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
        var lengths = Alignment.Lengths(parts);
        Expression At(Bound part) => Alignment.Spread(part, open, lengths, body.Shape);
        return new Bound(Graph.Choice(LessOrEqual.Of(At(index), At(last)), At(body), neutral.Value), body.IsRow, open);
    }

    private Bound Summed(Bound body, SyntaxNode range)
    {
        if (IsEmpty(range)) return new Bound(Graph.Fill(Rational.Zero, body.Shape), body.IsRow, []);
        var place = Array.IndexOf(body.Open, _keys[range]);
        if (place < 0)
        {
            var count = _ranges[range].Count;
            return body with { Value = count.Name is { } name ? Graph.Product(Rational.One, [Graph.Symbol(name, SymbolRole.Dimension), body.Value]) : Graph.Scale(count.Length, body.Value) };
        }

        var labels = Graph.Alphabet(body.Value.Shape.Rank);
        return new Bound(Graph.Contract(Rational.One, [new Factor(body.Value, labels)], labels.Remove(place, 1)), body.IsRow, [.. body.Open.Where((_, i) => i != place)]);
    }

    private Bound Multiplied(Bound body, SyntaxNode range)
    {
        if (IsEmpty(range)) return new Bound(Graph.Fill(Rational.One, body.Shape), body.IsRow, []);
        var place = Array.IndexOf(body.Open, _keys[range]);
        if (place < 0)
        {
            return _ranges[range].Count is { IsSymbolic: false, Length: var count }
                ? body with { Value = Graph.Power(body.Value, count) }
                : body with { Value = Graph.Power(body.Value, Graph.Symbol(_ranges[range].Count.Name!, SymbolRole.Dimension)) };
        }

        return new Bound(Graph.Reduce(Reduction.Product, body.Value, place), body.IsRow, [.. body.Open.Where((_, i) => i != place)]);
    }

    private Bound Tabled(Bound body, List<SyntaxNode> ranges)
    {
        string[] kept = [.. body.Open.Where(name => !ranges.Exists(range => string.Equals(_keys[range], name, StringComparison.Ordinal)))];
        string[] all = [.. kept, .. ranges.Select(range => _keys[range])];
        if (all.Length + body.Rank > MostAxes) throw new FormulaException($"A table has at most {MostAxes} axes.", ranges[0].Span);
        var lengths = Alignment.Lengths(body);
        foreach (var range in ranges) lengths[_keys[range]] = _ranges[range].Count;
        var (labels, own) = (Alignment.LabelsOf(all), Graph.Alphabet(body.Rank, all.Length));
        var given = new string([.. body.Open.Select(name => labels[Array.IndexOf(all, name)])]);
        var repeated = all.Select((name, i) => (labels[i], lengths[name])).ToDictionary(static pair => pair.Item1, static pair => pair.Item2);
        Factor[] factors = body.Value.Shape.IsScalar ? [new Factor(body.Value, "")] : [new Factor(body.Value, given + own)];
        return new Bound(Graph.Contract(Rational.One, factors, labels + own, repeated), false, kept);
    }

    // Literals: a list of numbers is a vector, a list of equally long vectors a matrix, a list of matrices has three axes.
    private Bound List(SyntaxNode node)
    {
        Bound[] parts = [.. node.Children.Select(child => _bound[child])];
        if (parts.Length == 0) throw new FormulaException("A list must have at least one entry.", node.Span, "write [1, 2, 3]");
        for (var place = 1; place < parts.Length; place++)
        {
            if (parts[place].Shape != parts[0].Shape)
                throw Refused(node.Children[place].Span, $"The rows of a matrix must all have the same length: the first entry of this list is {parts[0]}, this one {parts[place]}.");
        }

        if (parts[0].Rank >= MostAxes) throw new FormulaException($"A list has at most {MostAxes} axes.", node.Span);
        var (open, lengths) = (AlignmentAt(node).Union(parts), Alignment.Lengths(parts));
        Expression[] values = [.. parts.Select(part => Alignment.Spread(part, open, lengths, part.Shape))];
        if (open.Length > 0) values = [.. values.Select(value => value.Shape.IsScalar ? Graph.Fit(value, new Shape([.. open.Select(name => lengths[name])])) : value)];
        return new Bound(Graph.Stack(open.Length, values), false, open);
    }
}
