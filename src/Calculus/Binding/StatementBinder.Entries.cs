using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

internal sealed partial class StatementBinder
{
    // x[i], x[2:5], X[i, :], X[:, j], x[2*i + 1]: each place takes one entry, some, or one for each number of an index.
    private Bound Entries(SyntaxNode node)
    {
        var of = Child(node, 0);
        var places = node.Children.Count - 1;
        if (of.IsScalar) throw Refused(node.Span, $"{Capital(of)} has no entries.", "write * to multiply");
        if (places > of.Rank) throw Refused(node.Span, $"{Capital(of)} has {of.Rank} {(of.Rank == 1 ? "index" : "indices")}, but {places} are given.");

        var selections = new List<Selection>();
        foreach (var length in of.Value.Shape.Dimensions[..of.Open.Length]) selections.Add(Selection.All(length));
        var (indexOf, kept) = (new string?[of.Rank], new bool[of.Rank]);
        for (var axis = 0; axis < of.Rank; axis++)
        {
            var length = of.Shape[axis];
            kept[axis] = true;
            if (axis >= places)
            {
                selections.Add(Selection.All(length));
                continue;
            }

            var place = node.Children[axis + 1];
            if (place.Kind == SyntaxKind.Slice)
            {
                selections.Add(SliceOf(place, length));
                continue;
            }

            kept[axis] = false;
            var (selection, index) = PlaceOf(place, length);
            selections.Add(selection);
            indexOf[axis] = index;
        }

        return Taken(node, of, [.. selections], indexOf, kept);
    }

    private Bound Taken(SyntaxNode node, Bound of, Selection[] selections, string?[] indexOf, bool[] kept)
    {
        var taken = Graph.Take(of.Value, selections);
        string[] open = [.. AlignmentAt(node).Union(of, new Bound(of.Value, false, [.. indexOf.OfType<string>()]))];
        var labels = Alignment.LabelsOf(open);
        var next = open.Length;
        var (given, own) = (of.Open.Select(name => labels[Array.IndexOf(open, name)]).ToList(), new List<char>());
        for (var axis = 0; axis < of.Rank; axis++)
        {
            if (indexOf[axis] is { } index)
            {
                given.Add(labels[Array.IndexOf(open, index)]);
                continue;
            }

            // An axis of one place that is not kept is summed away.
            var label = (char)('a' + next++);
            given.Add(label);
            if (kept[axis]) own.Add(label);
        }

        var value = Graph.Contract(Rational.One, [new Factor(taken, new string([.. given]))], labels + new string([.. own]));
        return new Bound(value, of.IsRow && own.Count == 1, open);
    }

    private Selection SliceOf(SyntaxNode place, Dimension length)
    {
        if (place.Children.Count == 0) return Selection.All(length);
        if (LetterAt(place.Children[0]) is { } low) throw BetweenLetters(place.Children[0].Span, low, length);
        if (LetterAt(place.Children[1]) is { } high)
            return high == length && WholeNumber(place.Children[0]) == 1 ? Selection.All(length) : throw BetweenLetters(place.Span, high, length);
        var (from, to) = (WholeNumber(place.Children[0]), WholeNumber(place.Children[1]));
        if (from is not { } first || to is not { } last)
            throw new FormulaException("The ends of a slice must be whole numbers.", place.Span, "write x[2:5]");
        if (first > last) throw Refused(place.Span, $"The slice from {first} to {last} has no entry.", "both ends are included: write x[2:5]");
        CheckWithin(first, length, place.Children[0].Span);
        CheckWithin(last, length, place.Children[1].Span);
        return new Selection(first - 1, 1, last - first + 1, length);
    }

    private Dimension? LetterAt(SyntaxNode place) =>
        _bound[place] is { Open.Length: 0, Value.Shape.IsScalar: true } bound && LengthOf(bound.Value) is { IsSymbolic: true } letter ? letter : null;

    private static FormulaException BetweenLetters(TextSpan span, Dimension letter, Dimension length) => Refused(
        span, $"The length {letter} has no value here: from an axis of {length} entries only the whole axis or positions given as numbers can be taken.",
        length.IsSymbolic ? $"write 1:{length}, or give the length as a number" : $"write 1:{length}");

    private (Selection Selection, string? Index) PlaceOf(SyntaxNode place, Dimension length)
    {
        var bound = _bound[place];
        if (WholeNumber(place) is { } number)
        {
            CheckWithin(number, length, place.Span);
            return (new Selection(number - 1, 1, 1, length), null);
        }

        if (bound is not { Open: [var index], Value.Shape.Rank: 1 } || Linear(bound.Value) is not var (step, offset, range))
            throw new FormulaException("An index must be a whole number, a slice, or the index of a sum or table, alone or in a form such as 2*i + 1.", place.Span);
        if (length.IsSymbolic)
        {
            if (step != 1 || offset != 0 || range.Shape[0] != length)
                throw Refused(place.Span, $"This axis has {length} entries, but the index runs to {range.Shape[0]}.", $"write i = 1..{length}");
            return (Selection.All(length), index);
        }

        var (first, last) = (step + offset, (step * range.Shape[0].Length) + offset);
        if (range.Shape[0] is { IsSymbolic: false, Length: 0 }) return (new Selection(0, 1, 0, length), index);
        CheckWithin(first, length, place.Span);
        CheckWithin(last, length, place.Span);
        return (new Selection(first - 1, step, range.Shape[0], length), index);
    }

    private static void CheckWithin(int place, Dimension length, TextSpan span)
    {
        if (length.IsSymbolic || (place >= 1 && place <= length.Length)) return;
        throw Refused(span, $"The index reaches {place}, but this axis has {length} {(length.Length == 1 ? "entry" : "entries")}.", "the first entry is number 1");
    }

    private int? WholeNumber(SyntaxNode place) =>
        _bound[place] is { Open.Length: 0, Value.Shape.IsScalar: true } bound && LengthOf(bound.Value) is { IsSymbolic: false, Length: var number } ? number : null;

    // a·i + b with whole numbers; the index itself runs from 1.
    private (int Step, int Offset, Symbol Range)? Linear(Expression node)
    {
        var (step, offset, range) = (Rational.Zero, Rational.Zero, default(Symbol));
        IReadOnlyList<Term> terms = node is Sum sum ? [.. sum.Terms, new Term(sum.Constant, node.Graph.One)] : [new Term(Rational.One, node)];
        foreach (var term in terms)
        {
            var (coefficient, of) = (term.Coefficient, term.Of);
            if (of is Product product)
            {
                coefficient *= product.Coefficient;
                var letters = new List<Expression>();
                foreach (var factor in product.Factors)
                {
                    if (factor is Number number) coefficient *= number.Value;
                    else if (WholeNumbers.ValueOf(factor, scope.Data) is { } datum) coefficient *= datum;
                    else letters.Add(factor);
                }

                if (letters.Count != 1) return null;
                of = letters[0];
            }

            switch (of)
            {
                case Number number:
                    offset += coefficient * number.Value;
                    break;
                case Sum { Terms: [{ Of: Symbol { Role: SymbolRole.IndexRange } inner, Coefficient: var c }] } shifted:
                    (step, offset, range) = (step + (coefficient * c), offset + (coefficient * shifted.Constant), inner);
                    break;
                case Symbol { Role: SymbolRole.IndexRange } index when range is null || range == index:
                    (step, range) = (step + coefficient, index);
                    break;
                case var other when WholeNumbers.ValueOf(other, scope.Data) is { } datum:
                    offset += coefficient * datum;
                    break;
                default:
                    return null;
            }
        }

        const int most = 1_000_000;
        if (range is null || !step.IsInteger || !offset.IsInteger || step.Abs() > most || offset.Abs() > most) return null;
        return ((int)step.Numerator, (int)offset.Numerator, range);
    }
}
