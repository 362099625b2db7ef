namespace Calculus.Syntax;

/// <summary>The readings that were not chosen, as trees to be printed.</summary>
internal static class Readings
{
    /// <summary><c>x(x + 1)^2</c> as a call: the name applied to the bracket at the left end of what follows it.</summary>
    public static SyntaxNode Applied(string name, SyntaxNode right)
    {
        var behind = new Stack<SyntaxNode>();
        while (right.Brackets == 0 && right.Children.Count > 0)
        {
            behind.Push(right);
            right = right.Children[0];
        }

        var reading = new SyntaxNode(SyntaxKind.Call, right.Span, name, right);
        while (behind.TryPop(out var outer)) reading = WithFirst(outer, reading);
        return reading;
    }

    /// <summary><c>sin x/y</c> as <c>sin(x/y)</c>: the call at the left takes the right operand into its argument.</summary>
    public static SyntaxNode WithLongerArgument(SyntaxNode product, SyntaxNode call)
    {
        var (left, right) = (product.Children[0], product.Children[1]);
        var argument = new SyntaxNode(product.Kind, product.Span, "", call.Children[0], right);
        return Replaced(left, call, WithFirst(call, argument));
    }

    /// <summary><c>sin 2x</c> as <c>sin(2)*x</c>, <c>sin x^2</c> as <c>sin(x)^2</c>; null where there is only one reading.</summary>
    public static SyntaxNode? WithShorterArgument(FunctionHead function, SyntaxNode argument)
    {
        SyntaxNode? sign = null;
        if (argument is { Kind: SyntaxKind.Negate or SyntaxKind.Plus })
        {
            sign = argument;
            argument = argument.Children[0];
        }

        var isLong = argument is { Brackets: 0, Kind: SyntaxKind.Power or SyntaxKind.ElementPower }
            or { Brackets: 0, Kind: SyntaxKind.Multiply, Implied: true };
        if (!isLong) return null;
        var first = argument.Children[0];
        return WithFirst(argument, Call(function, sign is null ? first : WithFirst(sign, first)));
    }

    /// <summary><c>sin^-1(x)</c> as <c>sin(x)^(-1)</c>.</summary>
    public static SyntaxNode Reciprocal(string name, SyntaxNode inverse)
    {
        var one = new SyntaxNode(SyntaxKind.Number, inverse.Span, "1");
        return new SyntaxNode(SyntaxKind.Power, inverse.Span, "",
            new SyntaxNode(SyntaxKind.Call, inverse.Span, name, [.. inverse.Children]),
            new SyntaxNode(SyntaxKind.Negate, inverse.Span, "", one));
    }

    /// <summary><c>sin^2(x)</c> as <c>sin(sin(x))</c>; of other exponents, with the exponent on the argument.</summary>
    public static SyntaxNode Repeated(FunctionHead function, SyntaxNode power)
    {
        var call = power.Children[0];
        if (function is { Exponent.Text: "2", ExponentSign: null } && call.Children.Count == 1)
            return WithFirst(call, new SyntaxNode(SyntaxKind.Call, call.Span, call.Text, call.Children[0]));
        return WithFirst(call, new SyntaxNode(SyntaxKind.Power, power.Span, "", call.Children[0], power.Children[1]));
    }

    /// <summary><c>3e2x</c> as <c>3*e2x</c>, <c>3e-2x</c> as <c>3*e - 2*x</c>.</summary>
    public static SyntaxNode WithConstant(string text, Token number, int constant, Token name)
    {
        var factor = new SyntaxNode(SyntaxKind.Number, number.Span, number.Text[..number.Text.IndexOf('e', StringComparison.Ordinal)]);
        var digits = constant + 1;
        if (char.IsAsciiDigit(text[digits]))
            return Product(factor, new SyntaxNode(SyntaxKind.Name, name.Span, text[constant..name.End]));

        var kind = text[digits] == '+' ? SyntaxKind.Add : SyntaxKind.Subtract;
        return new SyntaxNode(kind, number.Span, "",
            Product(factor, new SyntaxNode(SyntaxKind.Name, number.Span, text[constant..digits])),
            Product(new SyntaxNode(SyntaxKind.Number, number.Span, text[(digits + 1)..number.End]),
                new SyntaxNode(SyntaxKind.Name, name.Span, name.Text)));
    }

    private static SyntaxNode Product(SyntaxNode left, SyntaxNode right) =>
        new(SyntaxKind.Multiply, left.Span.To(right.Span), "", left, right);

    private static SyntaxNode Call(FunctionHead function, SyntaxNode argument)
    {
        var span = argument.Span;
        var call = function.LogarithmBase is { } number
            ? new SyntaxNode(SyntaxKind.Call, span, function.Name, argument, new SyntaxNode(SyntaxKind.Name, number.Span, number.Text))
            : new SyntaxNode(SyntaxKind.Call, span, function.Name, argument);
        if (function.Exponent is not { } exponent) return call;

        var power = new SyntaxNode(SyntaxKind.Number, exponent.Span, exponent.Text);
        if (function.ExponentSign is not null) power = new SyntaxNode(SyntaxKind.Negate, exponent.Span, "", power);
        return new SyntaxNode(SyntaxKind.Power, span, "", call, power);
    }

    private static SyntaxNode WithFirst(SyntaxNode node, SyntaxNode first) =>
        new(node.Kind, node.Span, node.Text, [first, .. node.Children.Skip(1)]) { Implied = node.Implied, Primes = node.Primes };

    // The call is the whole, the base of a power, or the right operand of a product, alone or with its power.
    private static SyntaxNode Replaced(SyntaxNode whole, SyntaxNode call, SyntaxNode other)
    {
        if (ReferenceEquals(whole, call)) return other;
        if (whole.Kind == SyntaxKind.Power) return WithFirst(whole, other);

        var right = whole.Children[1];
        return new SyntaxNode(whole.Kind, whole.Span, "", whole.Children[0],
            ReferenceEquals(right, call) ? other : WithFirst(right, other));
    }
}
