using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.Intervals;

/// <summary>Formulas of numbers, made ready to be computed over boxes, node by node.</summary>
internal sealed class IntervalProgram
{
    private readonly Expression[] _nodes;
    private readonly int[][] _children;
    private readonly int[] _roots;
    private readonly int[] _inputs;
    private readonly int[] _computed;
    private readonly Enclosure[] _values;
    private readonly Enclosure[][] _coefficients;
    private readonly Enclosure?[] _assumed;
    private readonly int[][] _signs;
    private readonly Enclosure?[] _partners;
    private readonly Budget _budget;

    /// <summary>Makes formulas ready.</summary>
    /// <param name="roots">The formulas, of one graph; every node is a number.</param>
    /// <param name="variables">The variables, in the order of a box.</param>
    /// <param name="data">The value of a datum.</param>
    /// <param name="assumptions">What is assumed of parts of them.</param>
    /// <param name="budget">Pays for every evaluation.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public IntervalProgram(IReadOnlyList<Expression> roots, IReadOnlyList<Symbol> variables, Func<Symbol, Enclosure> data, Assumptions assumptions, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(assumptions);
        _budget = budget;
        _nodes = [.. Reachable.From([.. roots])];
        var places = new Dictionary<Expression, int>(_nodes.Length);
        for (var place = 0; place < _nodes.Length; place++) places[_nodes[place]] = place;
        _children = Array.ConvertAll(_nodes, node => Enumerable.Range(0, node.ChildCount).Select(i => places[node.Child(i)]).ToArray());
        _roots = [.. roots.Select(root => places[root])];
        _inputs = [.. variables.Select(variable => places.GetValueOrDefault(variable, -1))];
        _values = new Enclosure[_nodes.Length];
        _coefficients = Array.ConvertAll(_nodes, CoefficientsOf);
        _assumed = Array.ConvertAll(_nodes, assumptions.Of);
        _signs = Array.ConvertAll(_nodes, node => node is Call call ? Differences(call).Select(pair => assumptions.SignOf(pair.A, pair.B)).ToArray() : []);
        _partners = Array.ConvertAll(_nodes, node => node is Call call && Partner(call) is { } partner ? assumptions.Of(partner) : null);
        _computed = [.. Enumerable.Range(0, _nodes.Length).Where(place => _nodes[place] is not (Number or Symbol))];
        for (var place = 0; place < _nodes.Length; place++)
        {
            Cost += CostOf(_nodes[place]);
            if (_nodes[place] is Number or Symbol && !_inputs.Contains(place)) _values[place] = Constant(_nodes[place], data);
        }
    }

    /// <summary>How many operations one evaluation takes.</summary>
    public int Cost { get; }

    /// <summary>The ranges of the formulas over a box.</summary>
    /// <param name="box">The ranges of the variables.</param>
    /// <param name="ranges">One for each formula.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Run(ReadOnlySpan<Enclosure> box, Span<Enclosure> ranges)
    {
        _budget.SpendOperations(Cost);
        for (var i = 0; i < _inputs.Length; i++)
        {
            if (_inputs[i] < 0) continue;
            _values[_inputs[i]] = _assumed[_inputs[i]] is { } known ? box[i].And(known) : box[i];
        }

        foreach (var place in _computed)
        {
            var value = Cut(Of(place), _nodes[place].Facts);
            _values[place] = _assumed[place] is { } assumed ? value.And(assumed) : value;
        }

        for (var i = 0; i < _roots.Length; i++) ranges[i] = _values[_roots[i]];
    }

    private Enclosure Of(int place)
    {
        var (children, coefficients) = (_children[place], _coefficients[place]);
        switch (_nodes[place])
        {
            case Sum:
                var total = coefficients[0];
                for (var i = 0; i < children.Length; i++) total += Scaled(coefficients[i + 1], _values[children[i]]);
                return total;
            case Product:
                var product = _values[children[0]];
                for (var i = 1; i < children.Length; i++) product *= _values[children[i]];
                return Scaled(coefficients[0], product);
            case Choice: return Chosen(_values[children[0]], _values[children[1]], _values[children[2]]);
            case Call call: return OfCall(call, children, _signs[place], _partners[place]);
            default: throw new InvalidOperationException($"{_nodes[place].GetType().Name} is not a node of numbers.");
        }
    }

    private static Enclosure Scaled(Enclosure coefficient, Enclosure value) => coefficient is { Lower: 1, Upper: 1 } ? value : coefficient * value;

    private Enclosure OfCall(Call call, int[] children, int[] signs, Enclosure? partner)
    {
        switch (call.Function)
        {
            case Sign or Step when signs[0] is var side and not 0: return Enclosure.At(call.Function.Value([(double)side])) with { Known = _values[children[0]].Known & Known.Defined | Known.Continuous };
            case Relation when signs[0] is var order and not 0:
                return Enclosure.At(call.Function.Value([order, 0.0])) with { Known = (_values[children[0]].Known & _values[children[1]].Known & Known.Defined) | Known.Continuous };
            case Mod: return Remainder(_values[children[0]], _values[children[1]], partner);
            case Tan or Sec or Cot or Csc when partner is { } below: return ByQuotient((UnaryFunction)call.Function, _values[children[0]], below);
        }

        Span<Enclosure> arguments = new Enclosure[children.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = _values[children[i]];
        if (call.Function is LargestShare)
        {
            for (var i = 1; i < arguments.Length; i++)
            {
                // An argument that is known to be smaller is left out by making it so.
                if (signs[i - 1] > 0) arguments[i] = new(double.NegativeInfinity, double.NegativeInfinity, arguments[i].Known);
                if (signs[i - 1] < 0) return Enclosure.At(0) with { Known = arguments[0].Known & arguments[i].Known & Known.Smooth };
            }
        }

        return CallRanges.Of(call.Function, call.Function is Extremum ? Undominated(call, arguments, signs) : arguments);
    }

    // Of the arguments of max or min those that are not known to be overtaken by another.
    private static Span<Enclosure> Undominated(Call call, Span<Enclosure> arguments, int[] signs)
    {
        var (count, next, isMax) = (arguments.Length, 0, call.Function is Max);
        var dropped = new bool[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var order = signs[next++];
                if (order != 0) dropped[order > 0 == isMax ? j : i] = true;
            }
        }

        var kept = new List<Enclosure>(count);
        for (var i = 0; i < count; i++)
        {
            if (!dropped[i]) kept.Add(arguments[i]);
        }

        return kept.ToArray();
    }

    // Next to a pole the sign of what is divided by is known.
    private static Enclosure ByQuotient(UnaryFunction function, Enclosure angle, Enclosure below)
    {
        var plain = UnaryRanges.Of(function, angle);
        var divisor = UnaryRanges.Of(function is Tan or Sec ? Cos.Function : Sin.Function, angle).And(below);
        var above = function is Tan ? UnaryRanges.Of(Sin.Function, angle) : function is Cot ? UnaryRanges.Of(Cos.Function, angle) : Enclosure.At(1);
        return plain.IsEmpty ? plain : plain.And(above / divisor);
    }

    private static Enclosure Chosen(Enclosure condition, Enclosure then, Enclosure otherwise)
    {
        if (condition.IsEmpty) return otherwise;
        // Where a condition has no value, it does not hold.
        if (!condition.IsDefined) return then.Hull(otherwise).Without(Known.Continuous);
        if (!condition.MayBeZero) return then with { Known = then.Known & (condition.Known | Known.Continuous | Known.NotZero) };
        if (condition is { Lower: 0, Upper: 0 }) return otherwise with { Known = otherwise.Known & (condition.Known | Known.Continuous | Known.NotZero) };
        return then.Hull(otherwise).Without(Known.Continuous);
    }

    // x − m·⌊x/m⌋ lies between 0 and m.
    private static Enclosure Remainder(Enclosure x, Enclosure m, Enclosure? height)
    {
        if (x.IsEmpty || m.IsEmpty) return Enclosure.Empty;
        var stair = UnaryRanges.Of(Floor.Function, x / m);
        var whole = height is { } known ? stair.And(known) : stair;
        var rest = (x - (m * whole)).Within(Math.Min(m.Lower, 0), Math.Max(m.Upper, 0));
        return rest with { Known = rest.Known & ~(whole.IsContinuous ? Known.None : Known.Continuous) };
    }

    // What the facts of a node exclude.
    private static Enclosure Cut(Enclosure value, Facts facts)
    {
        if (value.IsEmpty) return value;
        if (facts.IsNotNegative() && value.Lower < 0) value = value.Within(0, double.PositiveInfinity);
        if (facts.IsNotPositive() && value.Upper > 0) value = value.Within(double.NegativeInfinity, 0);
        return value with { Known = value.Known | (facts.IsNeverZero() ? Known.NotZero : Known.None) | (facts.IsTotal() ? Known.Defined : Known.None) };
    }

    private static Enclosure[] CoefficientsOf(Expression node) => node switch
    {
        Sum sum => [Enclosure.Of(sum.Constant), .. sum.Terms.Select(static term => Enclosure.Of(term.Coefficient))],
        Product product => [Enclosure.Of(product.Coefficient)],
        _ => [],
    };

    private static Enclosure Constant(Expression node, Func<Symbol, Enclosure> data)
    {
        if (node is Number number) return Enclosure.Of(number.Value);
        var symbol = (Symbol)node;
        if (symbol.Role is not SymbolRole.Constant) return data(symbol);
        return NamedConstants.TryValue(symbol.Name, out var value) && double.IsFinite(value.Value)
            ? new(Math.BitDecrement(value.Value), Math.BitIncrement(value.Value), Known.Smooth)
            : Enclosure.Empty;
    }

    // What a call's branches are told apart by.
    private static IEnumerable<(Expression A, Expression B)> Differences(Call call) => call switch
    {
        { Function: Sign or Step } => [(call.Arguments[0], call.Graph.Zero)],
        { Function: Relation } => [(call.Arguments[0], call.Arguments[1])],
        { Function: LargestShare } => call.Arguments.Skip(1).Select(other => (call.Arguments[0], other)),
        { Function: Extremum } => call.Arguments.SelectMany((a, i) => call.Arguments.Skip(i + 1).Select(b => (a, b))),
        _ => [],
    };

    // What else tells the range of a call, where something is assumed of it.
    private static Expression? Partner(Call call) => call.Function switch
    {
        Mod => Floor.Of(call.Arguments[0] / call.Arguments[1]),
        Tan or Sec => Cos.Of(call.Arguments[0]),
        Cot or Csc => Sin.Of(call.Arguments[0]),
        _ => null,
    };

    private static int CostOf(Expression node) => node switch
    {
        Number or Symbol => 0,
        Call { Function: Gamma or Lgamma or Trigamma or Factorial or Polygamma } => UnaryRanges.DearBallCost,
        Call { Function: UnaryFunction { Turns: null } or Atan2 or Elu or SincDerivative or Root } => UnaryRanges.BallCost,
        Call => 10,
        _ => 1 + node.ChildCount,
    };
}
