using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;

namespace Calculus.CodeExport;

/// <summary>
/// Formulas of one graph as code: one walk over the nodes, children first. Anything used more than once, or long, gets a
/// line and a name of its own.
/// </summary>
internal sealed class Formulas
{
    private const int LongestPart = 72;

    private readonly Dialect _dialect;
    private readonly Names _names;
    private readonly IReadOnlyDictionary<string, string> _symbols;
    private readonly PeoplesOrder _order;
    private readonly Budget _budget;
    private readonly Dictionary<Expression, Fragment> _written = [];
    private readonly HashSet<Expression> _named = [];
    private readonly List<string> _lines = [];
    private readonly ArrayWriter _arrays;
    private long _length;

    /// <summary>Makes the walk.</summary>
    /// <param name="dialect">The language.</param>
    /// <param name="names">Gives names to common parts.</param>
    /// <param name="symbols">The names of variables and data.</param>
    /// <param name="variables">The variables in the order in which people write them.</param>
    /// <param name="budget">Pays for the nodes and bounds the length.</param>
    public Formulas(Dialect dialect, Names names, IReadOnlyDictionary<string, string> symbols, IReadOnlyList<string> variables, Budget budget)
    {
        (_dialect, _names, _symbols, _order, _budget) = (dialect, names, symbols, new PeoplesOrder(variables), budget);
        _arrays = dialect.Arrays(this);
    }

    /// <summary>The lines written so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Whether a choice was written.</summary>
    public bool HasChoices { get; private set; }

    /// <summary>Writes formulas and returns the code that stands for each.</summary>
    public IReadOnlyList<string> Write(IReadOnlyList<Expression> formulas)
    {
        var nodes = Reachable.From([.. formulas]);
        var uses = new Dictionary<Expression, int>(nodes.Count);
        foreach (var formula in formulas) uses[formula] = uses.GetValueOrDefault(formula) + 1;
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.ChildCount; place++) uses[node.Child(place)] = uses.GetValueOrDefault(node.Child(place)) + 1;
        }

        foreach (var node in nodes)
        {
            _budget.Visit();
            var fragment = Of(node);
            if (node.ChildCount > 0 && !_arrays.IsHeld(node) && (uses[node] > 1 || (fragment.Text.Length > LongestPart && !formulas.Contains(node)))) fragment = Named(node, fragment);
            _written[node] = fragment;
            Count(fragment.Text.Length);
        }

        return [.. formulas.Select(formula => _dialect.AsNumber(_written[formula]).Text)];
    }

    private Fragment Named(Expression node, Fragment fragment)
    {
        _named.Add(node);
        return _arrays.Named(node, _names.ForPart(), fragment);
    }

    /// <summary>Adds a line.</summary>
    public void Add(string line)
    {
        Count(line.Length);
        _lines.Add(line);
    }

    /// <summary>The code that stands for a written node, as a number.</summary>
    public Fragment Value(Expression node) => _dialect.AsNumber(_written[node]);

    /// <summary>Sets the code that stands for a node from now on.</summary>
    public void Replace(Expression node, Fragment fragment)
    {
        _named.Add(node);
        _written[node] = fragment;
    }

    /// <summary>A name for a common part.</summary>
    public string NameForPart() => _names.ForPart();

    /// <summary>A name for an index of a loop, or a number inside one.</summary>
    public string NameForIndex(string name) => _names.ForIndex(name);

    /// <summary>Pays for the nodes and bounds the length.</summary>
    public Budget Budget => _budget;

    /// <summary>The writer of arrays.</summary>
    public ArrayWriter Arrays => _arrays;

    private void Count(int characters)
    {
        _length += characters;
        var longest = _budget.Limits.PrintedLength;
        if (_length > longest) throw new LimitException("printedLength", longest, $"The code would have more than {longest} characters.", _length);
    }

    private Fragment Of(Expression node) => node switch
    {
        Number number => Signed(number.Value.Sign < 0, _dialect.Number(number.Value.Abs())),
        Symbol { Role: SymbolRole.Constant } constant => _dialect.Constant(constant.Name),
        Symbol { Role: SymbolRole.IndexRange } range => _arrays.Range(range.Shape[0].Length),
        Symbol symbol => _arrays.Symbol(symbol, _symbols[symbol.Name]),
        Sum sum => OfSum(sum),
        Product product => OfProduct(product.Coefficient, product),
        Call call => OfCall(call),
        Choice choice => OfChoice(choice),
        _ => _arrays.Of(node),
    };

    private static Fragment Signed(bool isNegative, Fragment fragment) =>
        isNegative ? new Fragment("-" + fragment.At(Tightness.Product), Tightness.Sign) { IsPlain = fragment.IsPlain } : fragment;

    private Fragment OfSum(Sum sum)
    {
        var text = new System.Text.StringBuilder();
        var isPlain = true;
        foreach (var (coefficient, node) in _order.Terms(sum))
        {
            _budget.Visit();
            var number = node is Number constant ? coefficient * constant.Value : coefficient;
            var size = node is Number ? _dialect.Coefficient(number.Abs())
                : node is Product product && !_named.Contains(node) ? OfProduct(number.Abs() * product.Coefficient, product)
                : Scaled(number.Abs(), Value(node));
            var isNegative = number.Sign < 0;
            isPlain &= size.IsPlain;
            if (size.Tightness == Tightness.Sign && size.Text[0] == '-') (isNegative, size) = (!isNegative, new Fragment(size.Text[1..], Tightness.Product));
            text.Append(text.Length == 0 ? (isNegative ? "-" : "") : isNegative ? " - " : " + ").Append(size.At(isNegative ? Tightness.MatrixProduct : Tightness.Sum));
        }

        return new Fragment(text.Length == 0 ? _dialect.Number(Rational.Zero).Text : text.ToString(), Tightness.Sum) { IsPlain = isPlain };
    }

    private Fragment Scaled(Rational coefficient, Fragment fragment)
    {
        if (coefficient.IsOne) return fragment;
        var (above, below) = Literals.IsWrittenAsQuotient(coefficient) ? (Rational.Of(coefficient.Numerator, 1), Rational.Of(coefficient.Denominator, 1)) : (coefficient, Rational.One);
        var text = above.IsOne ? fragment.At(Tightness.Product) : $"{_dialect.Coefficient(above).Text} * {fragment.At(Tightness.Sign)}";
        return new Fragment(below.IsOne ? text : $"{text} / {_dialect.Coefficient(below).Text}", Tightness.Product) { IsPlain = fragment.IsPlain };
    }

    private Fragment OfProduct(Rational coefficient, Product product)
    {
        var ordered = _order.Factors(product);
        List<Fragment> above = [], below = [];
        foreach (var factor in ordered.Numerator) above.Add(Value(factor.Node));
        foreach (var factor in ordered.Denominator)
        {
            // A quotient by a plain number might be a division by zero, which some languages refuse.
            if (_named.Contains(factor.Node) || factor.Node is not Call { Function: Power } || Value(factor.Base).IsPlain) above.Add(Value(factor.Node));
            else below.Add(Raised(Value(factor.Base), factor.Exponent));
        }

        var size = coefficient.Abs();
        if (above.Count > 0 && Literals.IsWrittenAsQuotient(size))
        {
            below.Insert(0, _dialect.Coefficient(Rational.Of(size.Denominator, 1)));
            size = Rational.Of(size.Numerator, 1);
        }

        if (!size.IsOne || above.Count == 0) above.Insert(0, _dialect.Coefficient(size));
        var isPlain = above.TrueForAll(static each => each.IsPlain) && below.TrueForAll(static each => each.IsPlain);
        var text = string.Join(" * ", above.Select(static (each, i) => i == 0 || IsChain(each) ? each.At(Tightness.Product) : each.At(Tightness.Sign)));
        if (below.Count == 1) text += $" / {below[0].At(Tightness.Power)}";
        else if (below.Count > 1) text += $" / ({string.Join(" * ", below.Select(static each => IsChain(each) ? each.Text : each.At(Tightness.Sign)))})";
        var tightness = above.Count + below.Count > 1 ? Tightness.Product : above[0].Tightness;
        return Signed(coefficient.Sign < 0, new Fragment(text, tightness) { IsPlain = isPlain });
    }

    // Factors of factors join the chain.
    private static bool IsChain(Fragment fragment) => fragment.Tightness == Tightness.Product && !fragment.Text.Contains('/', StringComparison.Ordinal);

    private Fragment Raised(Fragment @base, Rational exponent)
    {
        if (exponent.IsOne) return @base;
        return exponent == Rational.Of(1, 2) ? Called(Sqrt.Function, @base) : _dialect.Power(@base, exponent);
    }

    private Fragment OfCall(Call call)
    {
        if (call.Function is Relation) return _dialect.Compare(call.Function.Name, Value(call.Arguments[0]), Value(call.Arguments[1]));
        if (call.Function is Connective) return _dialect.Connect(call.Function.Name, [.. call.Arguments.Select(argument => _dialect.AsCondition(_written[argument]))]);
        if (call.Function is not Power)
        {
            return call.Function is RealPower && call.Arguments[1] is Number { Value.IsOne: true } && call.Arguments[2] is Number { Value: var q } && q == 3
                ? Called(Cbrt.Function, Value(call.Arguments[0]))
                : Called(call.Function, [.. call.Arguments.Select(Value)]);
        }

        var @base = Value(call.Arguments[0]);
        if (call.Arguments[1] is not Number { Value: var exponent }) return _dialect.Power(@base, Value(call.Arguments[1]));
        if (exponent.IsZero) return _dialect.Number(Rational.One);
        if (exponent.Sign > 0) return Raised(@base, exponent);
        if (@base.IsPlain && call.Arguments[0] is Number { Value.IsZero: true }) return _dialect.Power(@base, exponent);
        return new Fragment($"{_dialect.Coefficient(Rational.One).Text} / {Raised(@base, exponent.Abs()).At(Tightness.Power)}", Tightness.Product) { IsPlain = @base.IsPlain };
    }

    private Fragment Called(Function function, params Fragment[] arguments)
    {
        if (function.Spellings is not { } spellings)
            throw new CodeException("language", $"{_dialect.Language} has no counterpart of '{function.Name}'.");
        var template = _dialect.Template(spellings);
        if (spellings.Folds) return arguments.Skip(1).Aggregate(arguments[0], (a, b) => _dialect.Call(template, [a, b]));
        var defaults = function.Parameters.Skip(arguments.Length).Where(static parameter => parameter.Default is not (null or "e"))
            .Select(parameter => _dialect.Number(Rational.Parse(parameter.Default)));
        return _dialect.Call(template, [.. arguments, .. defaults]);
    }

    private Fragment OfChoice(Choice choice)
    {
        HasChoices = true;
        return _dialect.Choose(_dialect.AsCondition(_written[choice.Condition]), Value(choice.Then), Value(choice.Otherwise));
    }
}
