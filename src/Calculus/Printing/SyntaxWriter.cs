using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// Writes nodes as syntax trees of the function language, in the form in which people write them: each is the tree that reading its
/// text gives, its brackets counted, and means the same node, up to the values used at points without a derivative. The text of a
/// node is the text of this tree. Serves one thread; keep one for many nodes of one graph.
/// </summary>
internal sealed class SyntaxWriter
{
    // 5^40 in a denominator; a longer decimal is no easier to read than a quotient.
    private const int LongestDecimalExponent = 40;

    private readonly PrintStyle _style;
    private readonly Budget _budget;
    private readonly FormulaPlan _layout;

    // What stands in the places of the pattern that is being made.
    private List<Expression>? _nodes;

    // Of a long text: the patterns of its nodes with what stands in their places.
    private Dictionary<Expression, (SyntaxPattern Pattern, IReadOnlyList<Expression> Nodes)>? _known;

    /// <summary>A writer of a style.</summary>
    /// <param name="style">How to write.</param>
    /// <param name="budget">What may be spent.</param>
    public SyntaxWriter(PrintStyle style, Budget budget)
        : this(style, budget, new FormulaPlan(style, budget))
    {
    }

    /// <summary>A writer that shares what is decided about nodes with another printer of the same style.</summary>
    internal SyntaxWriter(PrintStyle style, Budget budget, FormulaPlan layout) => (_style, _budget, _layout) = (style, budget, layout);

    /// <summary>The node as a tree.</summary>
    /// <exception cref="LimitException">Its text is longer than a printed text may be.</exception>
    public WrittenFormula Write(Expression node)
    {
        var laid = _layout.Of(node);
        _known = laid.Repeats ? [] : null;
        return new WrittenFormula([.. laid.Parts.Select(part => (part.Name.Name, Tree(part.Part, laid.Order)))], Tree(laid.Root, laid.Order));
    }

    /// <summary>Why a text cannot be printed.</summary>
    internal LimitException TooLong() => _layout.TooLong();

    private SyntaxNode Tree(Expression root, PeoplesOrder order)
    {
        var nodes = 0L;
        var filling = new PatternFilling(
            place =>
            {
                _budget.Visit();
                var node = place.Nodes[place.Pattern.Place!.Value];
                var isEnclosed = Levels.Of(node, _style.Decimals) < place.Pattern.Least;
                var (pattern, within) = PatternOf(node, order);
                return new Filled(pattern, within, place.Brackets + (isEnclosed ? 1 : 0));
            },
            // A node takes a character, but for the whole of a range or a slice.
            () =>
            {
                _budget.Visit();
                if (++nodes > 2L * _budget.Limits.PrintedLength) throw TooLong();
            });
        return filling.Tree(SyntaxPattern.At(0), root);
    }

    private (SyntaxPattern Pattern, IReadOnlyList<Expression> Nodes) PatternOf(Expression node, PeoplesOrder order)
    {
        if (_known is not null && _known.TryGetValue(node, out var known)) return known;
        _nodes = node is Call { Function: Notation } notation ? [.. notation.Arguments] : null;
        (SyntaxPattern Pattern, IReadOnlyList<Expression> Nodes) made = (Expanded(node, order), (IReadOnlyList<Expression>?)_nodes ?? []);
        _known?.Add(node, made);
        return made;
    }

    private SyntaxPattern Place(Expression node, Level least)
    {
        (_nodes ??= []).Add(node);
        return SyntaxPattern.At(_nodes.Count - 1, least);
    }

    private SyntaxPattern Expanded(Expression node, PeoplesOrder order) => node switch
    {
        Symbol symbol when !symbol.Name.EndsWith(']') => SyntaxPattern.Name(symbol.Name),
        Symbol symbol => SyntaxPattern.Index(SyntaxPattern.Name(EntryName.ArrayOf(symbol.Name)), [.. EntryName.PlacesIn(symbol.Name).Select(static place => char.IsAsciiDigit(place[0]) ? SyntaxPattern.Digits(place) : SyntaxPattern.Name(place))]),
        Sum sum => OfSum(sum, order),
        Choice choice => OfChoice(choice),
        Call { Function: Power, Arguments: [var @base, not Number and var exponent] } => SyntaxPattern.Binary(
            node.Shape.IsScalar ? SyntaxKind.Power : SyntaxKind.ElementPower, Place(@base, Level.Atom), Place(exponent, Level.Atom)),
        Call { Function: not (Power or RealPower) } call => OfCall(call, order),
        _ => OfQuotient(Quotient.Of(Rational.One, node, order, _style.Decimals), isFirst: true),
    };

    private SyntaxPattern OfSum(Sum sum, PeoplesOrder order)
    {
        SyntaxPattern? written = null;
        foreach (var term in order.Terms(sum))
        {
            var quotient = Quotient.Of(term.Coefficient, term.Of, order, _style.Decimals);
            var next = OfQuotient(quotient, written is null);
            written = written is null ? next : SyntaxPattern.Binary(quotient.IsNegative ? SyntaxKind.Subtract : SyntaxKind.Add, written, next);
        }

        return written!;
    }

    // A choice in the last branch is one condition more.
    private SyntaxPattern OfChoice(Choice choice)
    {
        var parts = new List<SyntaxPattern>();
        Expression rest = choice;
        for (; rest is Choice row; rest = row.Otherwise) parts.AddRange([Place(row.Condition, Level.Any), Place(row.Then, Level.Any)]);
        parts.Add(Place(rest, Level.Any));
        return SyntaxPattern.Call(choice.Otherwise is Choice ? Piecewise.Function.Name : If.Function.Name, [.. parts]);
    }

    // The sign of a first term is written before it; that of another is the sum's.
    private SyntaxPattern OfQuotient(Quotient quotient, bool isFirst)
    {
        var number = quotient.WritesNumber ? SyntaxPattern.Digits(quotient.Number.Text) : null;
        var above = Factors(number, quotient.Numerator, isNumerator: true);
        if (isFirst && quotient.IsNegative) above = Negated(above);
        if (!quotient.HasDenominator) return above;

        // In one product with others 0*x and if(c, x, 0) would take them in.
        var isApart = quotient.Denominator.Any(static factor => TakesIn(factor.Base));
        var together = isApart ? [.. quotient.Denominator.Where(static factor => !TakesIn(factor.Base))] : quotient.Denominator;
        var divisor = quotient.Number.Divisor is { } digits ? SyntaxPattern.Digits(digits) : null;
        var isArray = HasArray(quotient.Numerator);
        if (divisor is not null || together.Count > 0)
        {
            var below = Factors(divisor, together);
            if (together.Count + (divisor is null ? 0 : 1) > 1) below = below.InBrackets();
            above = SyntaxPattern.Binary(isArray && HasArray(together) ? SyntaxKind.ElementDivide : SyntaxKind.Divide, above, below);
        }

        if (!isApart) return above;
        foreach (var alone in quotient.Denominator.Where(static factor => TakesIn(factor.Base)))
            above = SyntaxPattern.Binary(isArray && !alone.Base.Shape.IsScalar ? SyntaxKind.ElementDivide : SyntaxKind.Divide, above, Raised(alone, Level.Power));
        return above;
    }

    private static bool TakesIn(Expression divisor) => divisor
        is Number { Value.IsZero: true }
        or Product { Coefficient.IsZero: true }
        or Choice { Then: Number { Value.IsZero: true } }
        or Choice { Otherwise: Number { Value.IsZero: true } };

    private static bool HasArray(IEnumerable<PeoplesFactor> factors) => factors.Any(static factor => !factor.Base.Shape.IsScalar);

    // Numbers stand before arrays, so that 2*A @ x and x .* y need no brackets; a matrix product stays alone or last.
    private SyntaxPattern Factors(SyntaxPattern? number, IReadOnlyList<PeoplesFactor> factors, bool isNumerator = false)
    {
        var (written, isArray) = (number, false);
        for (var i = 0; i < factors.Count; i++)
        {
            var isNext = !factors[i].Base.Shape.IsScalar;
            var next = Raised(factors[i], isNumerator && i == factors.Count - 1 && !isArray ? Level.Product : Level.Power);
            written = written is null ? next : SyntaxPattern.Binary(isArray && isNext ? SyntaxKind.ElementMultiply : SyntaxKind.Multiply, written, next);
            isArray |= isNext;
        }

        return written!;
    }

    // Of a product a sign belongs to its first factor.
    private static SyntaxPattern Negated(SyntaxPattern product)
    {
        if (product is not { Brackets: 0, Kind: SyntaxKind.Multiply or SyntaxKind.ElementMultiply }) return SyntaxPattern.Negate(product);
        var behind = new Stack<SyntaxPattern>();
        for (; product is { Brackets: 0, Kind: SyntaxKind.Multiply or SyntaxKind.ElementMultiply }; product = product.Parts[0]) behind.Push(product);
        var negated = SyntaxPattern.Negate(product);
        while (behind.TryPop(out var outer)) negated = SyntaxPattern.Binary(outer.Kind, negated, outer.Parts[1]);
        return negated;
    }

    private SyntaxPattern Raised(PeoplesFactor factor, Level alone)
    {
        // Only a matrix product reads on to the right as part of the same product.
        if (factor.Exponent.IsOne) return Place(factor.Base, factor.Base is Call { Function: Notation } ? alone : Level.Power);
        if (factor.Exponent == Rational.Of(1, 2)) return SyntaxPattern.Call(Sqrt.Function.Name, Place(factor.Base, Level.Any));
        return SyntaxPattern.Binary(
            factor.Base.Shape.IsScalar ? SyntaxKind.Power : SyntaxKind.ElementPower, Place(factor.Base, Level.Atom), Exponent(factor));
    }

    // Of constant exponents only a quotient of whole numbers with an odd denominator reads as the real root.
    private SyntaxPattern Exponent(PeoplesFactor factor)
    {
        var exponent = factor.Exponent;
        var numeral = Numeral.Of(exponent, _style.Decimals);
        var isReal = factor.Node is Call { Function: RealPower };
        if (!isReal && numeral.Divisor is null) return SyntaxPattern.Digits(numeral.Text);
        if (isReal || exponent.HasEvenDenominator || factor.Base.Facts.IsNotNegative()) return Fraction(exponent).InBrackets();
        return exponent.TryDecimal(LongestDecimalExponent) is { } text
            ? SyntaxPattern.Digits(text)
            : SyntaxPattern.Binary(SyntaxKind.Multiply, Fraction(Rational.Of(1, exponent.Denominator)), Whole(exponent.Numerator)).InBrackets();
    }

    private static SyntaxPattern Fraction(Rational positive) =>
        positive.IsInteger ? Whole(positive.Numerator) : SyntaxPattern.Binary(SyntaxKind.Divide, Whole(positive.Numerator), Whole(positive.Denominator));

    private static SyntaxPattern Whole(BigInteger positive) => SyntaxPattern.Digits(positive.ToString(CultureInfo.InvariantCulture));

    private SyntaxPattern OfCall(Call call, PeoplesOrder order)
    {
        switch (call.Function)
        {
            case Notation notation:
                return notation.Syntax;
            case Relation relation:
                var (left, turned, right) = Comparison.Of(call, order);
                return SyntaxPattern.Binary(KindOf(turned ?? relation.Name), Place(left, Level.Sum), Place(right, Level.Sum));
            case And or Or:
                var level = Levels.Of(call, _style.Decimals);
                return SyntaxPattern.Binary(
                    call.Function is And ? SyntaxKind.And : SyntaxKind.Or, Place(call.Arguments[0], level), Place(call.Arguments[1], level + 1));
            case Not:
                return SyntaxPattern.Not(Place(call.Arguments[0], Level.Not));
            case Factorial:
                return SyntaxPattern.Postfix(SyntaxKind.Factorial, Place(call.Arguments[0], Level.Postfix));
            default:
                IReadOnlyList<Expression> arguments = call.Function is Extremum ? order.Arguments(call) : call.Arguments;
                var places = new SyntaxPattern[arguments.Count];
                for (var i = 0; i < places.Length; i++) places[i] = Place(arguments[i], Level.Any);
                return SyntaxPattern.Call(call.Function.Name, ImmutableCollectionsMarshal.AsImmutableArray(places));
        }
    }

    private static SyntaxKind KindOf(string comparison) => comparison switch
    {
        "<" => SyntaxKind.Less,
        "<=" => SyntaxKind.LessOrEqual,
        ">" => SyntaxKind.Greater,
        ">=" => SyntaxKind.GreaterOrEqual,
        "==" => SyntaxKind.Equal,
        _ => SyntaxKind.NotEqual,
    };
}
