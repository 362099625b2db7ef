namespace Calculus.Syntax;

/// <summary>Collects what can be read in two ways: both readings with every bracket written, the chosen one first.</summary>
internal sealed class ReadingNotes
{
    // Enough to learn from, and few enough that a long text does not drown in them.
    private const int Most = 20;

    private const int LongestReading = 500;

    private readonly List<Note> _ambiguous = [];
    private Note? _naturalLogarithm;

    /// <summary>The notes in the order of the text.</summary>
    public IReadOnlyList<Note> InOrder() =>
        [.. (_naturalLogarithm is null ? _ambiguous : _ambiguous.Append(_naturalLogarithm)).OrderBy(note => note.Span?.Start ?? 0)];

    /// <summary>Notes that were made before the text was read as tokens.</summary>
    public void AddAll(IEnumerable<Note> notes) => _ambiguous.AddRange(notes.Take(Most));

    /// <summary><c>log(x)</c> is the natural logarithm; noted once.</summary>
    public void NaturalLogarithm(TextSpan span) =>
        _naturalLogarithm ??= new Note(NoteCodes.NaturalLog,
            "log is the natural logarithm; write log10(x) or log(x, b) for another base.", span);

    /// <summary><c>1/2x</c>, <c>e^x(x + 1)</c>, <c>x(x + 1)</c>, <c>sin x/y</c>: now that the right operand is known.</summary>
    public void Resolve(Doubt doubt, SyntaxNode product)
    {
        if (_ambiguous.Count == Most) return;

        var (subject, right) = (doubt.Subject, product.Children[1]);
        switch (doubt.Kind)
        {
            case DoubtKind.Quotient:
                Add("Division and implied products are done from left to right.", product.Span, product,
                    Pair(subject.Kind, subject.Children[0], Times(subject.Children[1], right)));
                break;
            case DoubtKind.Exponent:
                Add("A power binds more tightly than an implied product.", subject.Span.To(product.Span), Times(subject, right),
                    Pair(subject.Kind, subject.Children[0], Times(subject.Children[1], right)));
                break;
            case DoubtKind.NameBeforeBracket:
                Add($"'{subject.Text}' is a value here, so this is a product and not a call.", subject.Span.To(product.Span),
                    Times(subject, right), Readings.Applied(subject.Text, right));
                break;
            default:
                Add($"Without brackets the argument of '{subject.Text}' ends at '*', '/', '+', '-' or the next function.",
                    product.Span, product, Readings.WithLongerArgument(product, subject));
                break;
        }
    }

    /// <summary><c>sin 2x</c>, <c>sin x^2</c>: the argument of a function without brackets is more than one sign long.</summary>
    public void ApplicationMade(FunctionHead function, Operand argument, SyntaxNode taken)
    {
        if (argument.Brackets > 0 || _ambiguous.Count == Most) return;
        if (Readings.WithShorterArgument(function, argument.Node) is { } other)
            Add($"Without brackets the argument of '{function.Token.Text}' is the whole implied product, powers included.",
                taken.Span, taken, other);
    }

    /// <summary><c>sin^2(x)</c>, <c>sin^-1(x)</c>.</summary>
    public void FunctionPower(FunctionHead function, SyntaxNode taken)
    {
        if (_ambiguous.Count == Most) return;
        var name = function.Token.Text;
        if (function.IsInverse)
            Add($"The exponent -1 after '{name}' means the inverse function.", taken.Span, taken, Readings.Reciprocal(name, taken));
        else
            Add($"An exponent after '{name}' applies to its value.", taken.Span, taken, Readings.Repeated(function, taken));
    }

    /// <summary><c>ax^2</c>: a short name that may be meant as a product.</summary>
    public void Glued(Token name, string product)
    {
        if (_ambiguous.Count == Most || _ambiguous.Exists(note => note.Span == name.Span)) return;
        _ambiguous.Add(new Note(NoteCodes.Ambiguous, $"This can be read in two ways. '{name.Text}' is one name here; for a product write {product}.", name.Span, [name.Text, product]));
    }

    /// <summary><c>3e2x</c>: digits after an <c>e</c> that follows a number give a power of ten.</summary>
    public void ScientificNumber(string text, Token number, Token name)
    {
        if (number.Kind != TokenKind.Number || number.End != name.Start || _ambiguous.Count == Most) return;
        var sign = text.AsSpan(number.Start, number.End - number.Start).IndexOfAny('e', 'E');
        if (sign < 0) return;

        var value = new SyntaxNode(SyntaxKind.Name, name.Span, name.Text);
        Add("Digits after an 'e' that follows a number give a power of ten.", number.Span.To(name.Span),
            Times(new SyntaxNode(SyntaxKind.Number, number.Span, number.Text), value),
            Readings.WithConstant(text, number, number.Start + sign, name));
    }

    private static SyntaxNode Times(SyntaxNode left, SyntaxNode right) => Pair(SyntaxKind.Multiply, left, right);

    private static SyntaxNode Pair(SyntaxKind kind, SyntaxNode left, SyntaxNode right) =>
        new(kind, left.Span.To(right.Span), "", left, right);

    private void Add(string message, TextSpan span, SyntaxNode taken, SyntaxNode other) =>
        _ambiguous.Add(new Note(NoteCodes.Ambiguous, "This can be read in two ways. " + message, span,
            [SyntaxPrinter.Shortened(taken, LongestReading), SyntaxPrinter.Shortened(other, LongestReading)]));
}
