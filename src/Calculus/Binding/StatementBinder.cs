using Calculus.Binding.Arrays;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Binds nodes of syntax trees, children before parents.</summary>
/// <param name="scope">What names mean.</param>
/// <param name="indices">Which names are indices where.</param>
/// <param name="outer">The indices that are open around the whole tree, the outermost first.</param>
/// <param name="size">About how many nodes there are.</param>
internal sealed partial class StatementBinder(IScope scope, IndexScopes indices, string[] outer, int size = 0)
{
    private const int FewNodes = 64;

    private readonly Dictionary<SyntaxNode, Bound> _bound = new(size);

    private Graph Graph => scope.Graph;

    /// <summary>The body of one statement, in one loop over its nodes.</summary>
    /// <param name="binder">What names mean outside the statement.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="arguments">What its parameters mean.</param>
    /// <param name="before">Its position: it sees the statements before it.</param>
    public static Bound Bind(Binder binder, Statement statement, IReadOnlyDictionary<string, Bound> arguments, int before)
    {
        string[] outer = arguments.Count == 0 ? [] : [.. arguments.Values.SelectMany(static argument => argument.Open).Distinct(StringComparer.Ordinal)];
        var binding = new StatementBinder(new StatementScope(binder, arguments, before), IndexScopes.Of(statement.Body, statement.Nodes), outer, Math.Min(statement.Nodes.Count, FewNodes));
        var inChain = Chains.InnerLinks(statement.Nodes);
        Conditions.Check(statement);
        for (var i = 0; i < statement.Nodes.Count; i++)
        {
            binder.Graph.Budget.Visit();
            if (inChain?.Contains(statement.Nodes[i]) != true) binding.Add(statement.Nodes[i]);
        }

        return binding._bound[statement.Body];
    }

    /// <summary>Binds a node whose parts are already bound.</summary>
    public void Add(SyntaxNode node) => _bound[node] = Bind(node);

    /// <summary>Whether a node is bound.</summary>
    public bool IsBound(SyntaxNode node) => _bound.ContainsKey(node);

    /// <summary>The expression of a node that is bound.</summary>
    public Bound Bound(SyntaxNode node) => _bound[node];

    private Bound Bind(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Number => Literal(node),
        SyntaxKind.Name => IndexNamed(node) ?? scope.Resolve(node),
        SyntaxKind.Call => Call(node),
        SyntaxKind.Power or SyntaxKind.ElementPower => Power(node),
        SyntaxKind.Negate => Child(node, 0) with { Value = -Child(node, 0).Value },
        SyntaxKind.Plus => Child(node, 0),
        SyntaxKind.Add or SyntaxKind.Subtract => Sum(node),
        SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.ElementMultiply or SyntaxKind.ElementDivide => Product(node),
        SyntaxKind.Less => Both(node, static (a, b) => Less.Of(a, b)),
        SyntaxKind.LessOrEqual => Both(node, static (a, b) => LessOrEqual.Of(a, b)),
        SyntaxKind.Greater => Both(node, static (a, b) => Less.Of(b, a)),
        SyntaxKind.GreaterOrEqual => Both(node, static (a, b) => LessOrEqual.Of(b, a)),
        SyntaxKind.Equal => Both(node, static (a, b) => Equal.Of(a, b)),
        SyntaxKind.NotEqual => Both(node, static (a, b) => NotEqual.Of(a, b)),
        SyntaxKind.Not => EntryByEntry(node, parts => Graph.Call(Not.Function, parts)),
        SyntaxKind.And => EntryByEntry(node, parts => Graph.Call(And.Function, parts)),
        SyntaxKind.Or => EntryByEntry(node, parts => Graph.Call(Or.Function, parts)),
        SyntaxKind.Beside or SyntaxKind.Over or SyntaxKind.Raised => Open(node),
        SyntaxKind.MatrixMultiply => MatrixProduct(node),
        SyntaxKind.Factorial => EntryByEntry(node, static parts => Factorial.Of(parts[0])),
        SyntaxKind.Transpose => Transpose(node),
        SyntaxKind.IndexRange => Range(node),
        SyntaxKind.List => List(node),
        SyntaxKind.Index => Entries(node),
        SyntaxKind.Slice or SyntaxKind.Option => Graph.Zero, // read at its place, with the length of its axis, or by the call
        _ => throw new FormulaException($"This has no meaning here.", node.Span),
    };

    private Bound Child(SyntaxNode node, int place) => _bound[node.Children[place]];

    private Number Literal(SyntaxNode node)
    {
        // A decimal exponent beyond the range of doubles is refused before a power of ten is computed.
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

    private Bound Call(SyntaxNode node)
    {
        if (IsIndexed(node)) return OverIndices(node);
        var arguments = new Bound[node.Children.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (node.Children[i].Kind == SyntaxKind.Option) return WithOptions(node, node.Children[i]);
            arguments[i] = Child(node, i);
        }

        if (scope.TryHelper(node.Text, out var helper))
        {
            CheckArity(node, helper.Parameters.Count, helper.Parameters.Count);
            CheckPrimes(node, helper.Parameters.Count);
            return helper.Call(Graph, node.Primes, arguments, node.Span);
        }

        if (ArrayFunctions.ByName.TryGetValue(node.Text, out var ofArrays) && (!scope.Functions.ContainsKey(node.Text) || arguments is [{ IsScalar: false }]))
            return Call(node, ofArrays, arguments);
        if (scope.Functions.TryGetValue(node.Text, out var function))
        {
            CheckArity(node, function.MinimumArity, function.MaximumArity, isOfArrays: ofArrays is not null);
            CheckPrimes(node, arguments.Length);
            Expression[] values = [.. arguments.Select(static argument => argument.Value)];
            if (function.Refusal(values) is { } reason) throw new FormulaException(reason, node.Span);
            return EntryByEntry(node, parts => node.Primes == 0 ? function.Apply(Graph, parts) : Primed(function, node.Primes, parts[0]));
        }

        return node.Text is Binder.DerivativeName
            ? Differentiated(node, arguments)
            : throw new FormulaException($"'{node.Text}' is not a function.", node.Span);
    }

    private Bound Call(SyntaxNode node, ArrayFunction function, Bound[] arguments, CallOptions options = default)
    {
        CheckArity(node, function.MinimumArity, function.MaximumArity, arguments.Length);
        if (node.Primes > 0) throw new FormulaException($"A prime needs a function of a number, but '{node.Text}' is one of arrays.", node.Span, "write diff(u, x)");
        return function.Apply(new ArrayCall(Graph, node, arguments, AlignmentAt(node), scope, LengthOf) { Options = options });
    }

    // mean(X, axis=0): only functions of many entries have options, and they stand last.
    private Bound WithOptions(SyntaxNode node, SyntaxNode option)
    {
        var name = option.Text[..option.Text.IndexOf('=', StringComparison.Ordinal)];
        if (scope.TryHelper(node.Text, out _) || !ArrayFunctions.ByName.TryGetValue(node.Text, out var function) || !function.Options.Contains(name, StringComparer.Ordinal))
            throw new FormulaException($"'{node.Text}' has no option '{name}'.", option.Span);
        var positional = node.Children.TakeWhile(static child => child.Kind != SyntaxKind.Option).ToList();
        var options = CallOptions.Of(node.Children.Skip(positional.Count));
        return Call(node, function, [.. positional.Select(child => _bound[child])], options);
    }

    private Expression Primed(Function function, int primes, Expression argument)
    {
        var inner = Graph.Symbol("u", SymbolRole.Argument);
        var derivative = Derivative.Of(function.Apply(Graph, inner), inner, primes);
        return Rebuild.In(derivative, Graph, new Dictionary<Symbol, Expression> { [inner] = argument });
    }

    private Bound Differentiated(SyntaxNode node, Bound[] arguments)
    {
        CheckArity(node, 2, 3);
        var by = node.Children[1];
        if (!scope.TryResolveVariable(by, out var symbol))
            throw by.Kind == SyntaxKind.Name
                ? new FormulaException($"'{by.Text}' is a constant here, but 'diff' differentiates by a variable.", by.Span, "write diff(u, x) with a variable x")
                : new FormulaException("The second argument of 'diff' must be the name of a variable.", by.Span, "write diff(u, x)");
        var order = Rational.One;
        if (arguments.Length == 3)
        {
            order = arguments[2].Value is Number { Value: { IsInteger: true, Sign: >= 0 } n }
                ? n
                : throw new FormulaException("The third argument of 'diff' must be the order, a whole number.", node.Children[2].Span);
        }

        CheckOrder(order, node.Span);
        var u = arguments[0];
        if (u.Open.Length > 0) throw new FormulaException("'diff' is not supported inside a sum or table over an index.", node.Span, "differentiate the whole sum");
        if (!symbol.Shape.IsScalar && (!order.IsOne || !u.IsScalar))
            throw new FormulaException($"'{by.Text}' is {symbol.Shape}: only a number can be differentiated by it, and only once; {(u.IsScalar ? $"here the order is {order}" : $"this is {u}")}.", node.Span) { IsOfShapes = true };
        return u with { Value = symbol.Shape.IsScalar ? Derivative.Of(u.Value, symbol, (int)order.Numerator) : ReverseMode.Of(u.Value, symbol) };
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
                $"A prime needs a function of one variable; '{node.Text}' has {parameters}.", node.Span, $"write diff({node.Text}(…), x)");
    }

    // The largest of one number may be meant for the entries of an array.
    private static void CheckArity(SyntaxNode node, int minimum, int maximum, int? given = null, bool isOfArrays = false)
    {
        var count = given ?? node.Children.Count;
        if (count >= minimum && count <= maximum) return;
        var wanted = minimum == maximum ? Arguments(minimum)
            : maximum == int.MaxValue ? $"at least {Arguments(minimum)}"
            : $"{minimum} to {Arguments(maximum)}";
        throw new FormulaException($"'{node.Text}' takes {wanted}; there {(count == 1 ? "is" : "are")} {count}.", node.Span, DecimalComma.Hint(node.Text, node.Children, minimum, maximum)) { IsOfShapes = isOfArrays && count == 1 };
    }

    private static string Arguments(int count) => count == 1 ? "1 argument" : $"{count} arguments";
}
