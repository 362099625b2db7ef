using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Binds nodes of syntax trees, children before parents.</summary>
/// <param name="scope">What names mean.</param>
internal sealed class StatementBinder(IScope scope)
{
    private readonly Dictionary<SyntaxNode, Expression> _bound = [];

    private Graph Graph => scope.Graph;

    /// <summary>The body of one statement, in one loop over its nodes.</summary>
    public static Expression Bind(Binder binder, Statement statement, IReadOnlyDictionary<string, Symbol> arguments)
    {
        var binding = new StatementBinder(new StatementScope(binder, arguments));
        var inChain = Chains.InnerLinks(statement.Nodes);
        Conditions.Check(statement);
        foreach (var node in statement.Nodes)
        {
            binder.Graph.Budget.Visit();
            if (!inChain.Contains(node)) binding.Add(node);
        }

        return binding._bound[statement.Body];
    }

    /// <summary>Binds a node whose parts are bound.</summary>
    public void Add(SyntaxNode node) => _bound[node] = Bind(node);

    /// <summary>Whether a node is bound.</summary>
    public bool IsBound(SyntaxNode node) => _bound.ContainsKey(node);

    /// <summary>The expression of a node that is bound.</summary>
    public Expression Bound(SyntaxNode node) => _bound[node];

    private Expression Bind(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Number => Literal(node),
        SyntaxKind.Name => scope.Resolve(node),
        SyntaxKind.Call => Call(node),
        SyntaxKind.Power or SyntaxKind.ElementPower => Power(node),
        SyntaxKind.Negate => -Child(node, 0),
        SyntaxKind.Plus => Child(node, 0),
        SyntaxKind.Add or SyntaxKind.Subtract => Sum(node),
        SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.ElementMultiply or SyntaxKind.ElementDivide => Product(node),
        SyntaxKind.Less => Less.Of(Child(node, 0), Child(node, 1)),
        SyntaxKind.LessOrEqual => LessOrEqual.Of(Child(node, 0), Child(node, 1)),
        SyntaxKind.Greater => Less.Of(Child(node, 1), Child(node, 0)),
        SyntaxKind.GreaterOrEqual => LessOrEqual.Of(Child(node, 1), Child(node, 0)),
        SyntaxKind.Equal => Equal.Of(Child(node, 0), Child(node, 1)),
        SyntaxKind.NotEqual => NotEqual.Of(Child(node, 0), Child(node, 1)),
        SyntaxKind.Not => Graph.Call(Not.Function, Child(node, 0)),
        SyntaxKind.And => Graph.Call(And.Function, Child(node, 0), Child(node, 1)),
        SyntaxKind.Or => Graph.Call(Or.Function, Child(node, 0), Child(node, 1)),
        SyntaxKind.MatrixMultiply => throw new FormulaException(
            "The matrix product '@' stands between numbers, and vectors and matrices are not supported.", node.Span, "write '*' for the product of numbers"),
        SyntaxKind.Factorial => Factorial.Of(Child(node, 0)),
        SyntaxKind.Transpose => throw new FormulaException(
            "A prime behind a value is a transpose, and vectors and matrices are not supported.", node.Span, "for a derivative write f'(x) of a named function, or diff(u, x)"),
        SyntaxKind.IndexRange => throw new FormulaException("Sums, products and tables over an index are not supported.", node.Span, "write the terms out"),
        _ => throw new FormulaException("Vectors and matrices are not supported.", node.Span),
    };

    private Expression Child(SyntaxNode node, int place) => _bound[node.Children[place]];

    private Number Literal(SyntaxNode node)
    {
        // A decimal exponent beyond the doubles is refused before a power of ten is computed.
        const int longestExponent = 5_000;
        var e = node.Text.IndexOf('e', StringComparison.Ordinal);
        var digits = e < 0 ? node.Text.AsSpan() : node.Text.AsSpan(0, e);
        var isZero = digits.IndexOfAnyExcept('0', '.') < 0;
        var exponent = e < 0 ? [] : node.Text.AsSpan(e + 1);
        var isLong = exponent.TrimStart("+-").TrimStart('0').Length > 4;
        if (isZero) return Graph.Number(Rational.Zero);
        if (!isLong && exponent.Length > 0 && int.Parse(exponent, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture) is var size)
            isLong = Math.Abs(size) > longestExponent;
        if (isLong && exponent[0] == '-') throw new FormulaException("This number is smaller than a double can hold.", node.Span);
        if (isLong) throw new FormulaException("This number is larger than a double can hold.", node.Span);
        var value = Rational.Parse(node.Text);
        var nearest = value.ToDouble();
        if (!double.IsFinite(nearest)) throw new FormulaException("This number is larger than a double can hold.", node.Span);
        if (nearest == 0) throw new FormulaException("This number is smaller than a double can hold.", node.Span);
        return Graph.Number(value);
    }

    private Expression Power(SyntaxNode node)
    {
        var (@base, exponent) = (Child(node, 0), Child(node, 1));
        var written = node.Children[1];
        while (written.Kind is SyntaxKind.Negate or SyntaxKind.Plus) written = written.Children[0];
        var isFraction = written.Kind == SyntaxKind.Divide;
        return isFraction && exponent is Number { Value: { IsInteger: false, HasEvenDenominator: false } fraction }
            ? RealPower.Of(@base, fraction)
            : Graph.Power(@base, exponent);
    }

    private Expression Sum(SyntaxNode node)
    {
        var terms = new List<Term>();
        foreach (var (link, isInverse) in Chains.Sum(node)) terms.Add(new Term(isInverse ? -1 : Rational.One, _bound[link]));
        return Graph.Sum(Rational.Zero, [.. terms]);
    }

    private Expression Product(SyntaxNode node)
    {
        var factors = new List<Expression>();
        foreach (var (link, isInverse) in Chains.Product(node)) factors.Add(isInverse ? Graph.Power(_bound[link], -1) : _bound[link]);
        return Graph.Product(Rational.One, [.. factors]);
    }

    private Expression Call(SyntaxNode node)
    {
        var arguments = new Expression[node.Children.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Child(node, i);
        if (scope.TryHelper(node.Text, out var helper))
        {
            CheckArity(node, helper.Parameters.Count, helper.Parameters.Count);
            CheckPrimes(node, helper.Parameters.Count);
            return helper.Call(Graph, node.Primes, arguments);
        }

        if (scope.Functions.TryGetValue(node.Text, out var function))
        {
            CheckArity(node, function.MinimumArity, function.MaximumArity);
            CheckPrimes(node, arguments.Length);
            if (function.Refusal(arguments) is { } reason) throw new FormulaException(reason, node.Span);
            return node.Primes == 0 ? function.Apply(Graph, arguments) : Primed(function, node.Primes, arguments[0]);
        }

        return node.Text is Binder.DerivativeName
            ? Differentiated(node, arguments)
            : throw new FormulaException($"'{node.Text}' works on vectors and matrices, which are not supported.", node.Span);
    }

    private Expression Primed(Function function, int primes, Expression argument)
    {
        var inner = Graph.Symbol("u", SymbolRole.Argument);
        var derivative = Derivative.Of(function.Apply(Graph, inner), inner, primes);
        return Rebuild.In(derivative, Graph, new Dictionary<Symbol, Expression> { [inner] = argument });
    }

    private Expression Differentiated(SyntaxNode node, Expression[] arguments)
    {
        CheckArity(node, 2, 3);
        var by = node.Children[1];
        if (!scope.TryResolveVariable(by, out var symbol))
            throw by.Kind == SyntaxKind.Name
                ? new FormulaException($"'{by.Text}' is a constant here, and 'diff' differentiates by a variable.", by.Span, "write diff(u, x) with a variable x")
                : new FormulaException("The second argument of 'diff' is the name of a variable.", by.Span, "write diff(u, x)");
        var order = Rational.One;
        if (arguments.Length == 3)
        {
            order = arguments[2] is Number { Value: { IsInteger: true, Sign: >= 0 } n }
                ? n
                : throw new FormulaException("The third argument of 'diff' is the order, a whole number.", node.Children[2].Span);
        }

        CheckOrder(order, node.Span);
        return Derivative.Of(arguments[0], symbol, (int)order.Numerator);
    }

    private void CheckOrder(Rational order, TextSpan span)
    {
        var maximum = Graph.Budget.Limits.DerivativeOrder;
        if (order > maximum)
            throw new LimitException("derivativeOrder", maximum, $"A derivative of order {order} is asked for; at most {maximum} is allowed.") { Start = span.Start, End = span.End };
    }

    private void CheckPrimes(SyntaxNode node, int parameters)
    {
        if (node.Primes == 0) return;
        CheckOrder(node.Primes, node.Span);
        if (parameters != 1)
            throw new FormulaException(
                $"A prime wants a function of one variable; '{node.Text}' has {parameters}.", node.Span, $"write diff({node.Text}(…), x)");
    }

    private static void CheckArity(SyntaxNode node, int minimum, int maximum)
    {
        var count = node.Children.Count;
        if (count >= minimum && count <= maximum) return;
        var wanted = minimum == maximum ? Arguments(minimum)
            : maximum == int.MaxValue ? $"at least {Arguments(minimum)}"
            : $"{minimum} to {Arguments(maximum)}";
        throw new FormulaException($"'{node.Text}' takes {wanted}; there {(count == 1 ? "is" : "are")} {count}.", node.Span, DecimalComma(node));
    }

    // sin(0,5) is one number with a decimal comma more often than two.
    private static string? DecimalComma(SyntaxNode node) =>
        node.Children is [{ Kind: SyntaxKind.Number } whole, { Kind: SyntaxKind.Number } rest] && whole.Span.End + 1 == rest.Span.Start
            ? $"write a decimal with a point: {whole.Text}.{rest.Text}"
            : null;

    private static string Arguments(int count) => count == 1 ? "1 argument" : $"{count} arguments";
}
