using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>
/// Nodes of one shape that are computed entry by entry, as a program of numbers: each array that they read is a letter there.
/// All that holds for programs of numbers holds for it: stable forms, and choices of which only the branch taken counts.
/// </summary>
internal sealed class Region
{
    private readonly Graph _graph;
    private readonly OperandOrder _order;
    private readonly Dictionary<Expression, Expression> _images = [];
    private readonly Dictionary<Expression, Expression> _origins = [];
    private readonly List<Expression> _inputs = [];
    private readonly List<Symbol> _symbols = [];

    /// <summary>Makes the program.</summary>
    /// <param name="nodes">The nodes, children before parents.</param>
    /// <param name="outputs">Those of them that are read elsewhere.</param>
    /// <param name="order">The order of terms and factors.</param>
    /// <param name="budget">Asked for each node.</param>
    public Region(IReadOnlyList<Expression> nodes, IReadOnlyList<Expression> outputs, OperandOrder order, Budget budget)
    {
        (_graph, _order, Outputs) = (new Graph(budget, Rewriting.None), order, outputs);
        var members = nodes.ToHashSet();
        foreach (var node in nodes)
        {
            var image = ImageOf(node, child => Read(node, child, members));
            _images[node] = image;
            _origins.TryAdd(image, node);
        }

        Program = Lowering.Compile([.. outputs.Select(output => _images[output])], _symbols, new Dictionary<string, double>(StringComparer.Ordinal), [], budget);
    }

    /// <summary>The nodes that something else reads.</summary>
    public IReadOnlyList<Expression> Outputs { get; }

    /// <summary>The nodes that are read, one for each input of the program.</summary>
    public IReadOnlyList<Expression> Inputs => _inputs;

    /// <summary>The program.</summary>
    public Program Program { get; }

    /// <summary>The node whose value one of the program's nodes has, or null.</summary>
    public Expression? OriginOf(Expression image) => _origins.GetValueOrDefault(image);

    /// <summary>The program of one output alone.</summary>
    public Program ProgramOf(int output, Budget budget) =>
        Lowering.Compile([_images[Outputs[output]]], _symbols, new Dictionary<string, double>(StringComparer.Ordinal), [], budget);

    private Expression ImageOf(Expression node, Func<Expression, Expression> read)
    {
        switch (node)
        {
            case Sum sum:
                return OfSum(sum, read);
            case Product product:
                return _graph.Product(product.Coefficient, [.. _order.Factors(product).Select(read)]);
            case Call call:
                return _graph.Call(call.Function, [.. call.Arguments.Select(read)]);
            default:
                var choice = (Choice)node;
                return _graph.Choice(read(choice.Condition), read(choice.Then), read(choice.Otherwise));
        }
    }

    // The form 1 − y² is known by its shape; ones among the terms are numbers.
    private Expression OfSum(Sum sum, Func<Expression, Expression> read)
    {
        if (sum.Terms.Any(static term => ArrayReading.IsOnes(term.Of)))
        {
            var constant = sum.Terms.Where(static term => ArrayReading.IsOnes(term.Of)).Aggregate(sum.Constant, static (total, term) => total + term.Coefficient);
            return _graph.Sum(constant, [.. sum.Terms.Where(static term => !ArrayReading.IsOnes(term.Of)).Select(term => term with { Of = read(term.Of) })]);
        }

        return Reading.TryOneMinusSquare(sum) is not null || !sum.Graph.IsExact
            ? _graph.Sum(sum.Constant, [.. sum.Terms.Select(term => term with { Of = read(term.Of) })])
            : _graph.Sum(Rational.Zero, [.. _order.Terms(sum).Select(term => term with { Of = read(term.Of) })]);
    }

    private Expression Read(Expression node, Expression child, HashSet<Expression> members)
    {
        if (!ArrayReading.IsKnown(child) && !members.Contains(child) && ArrayReading.SeesThrough(node, child))
        {
            var call = (Call)child;
            var image = _graph.Call(call.Function, [.. call.Arguments.Select(argument => Read(argument, members))]);
            _origins.TryAdd(image, child);
            return image;
        }

        return Read(child, members);
    }

    private Expression Read(Expression child, HashSet<Expression> members)
    {
        if (child is Number number) return _graph.Number(number.Value);
        if (ArrayReading.IsOnes(child)) return _graph.One;
        if (child is Symbol { Role: SymbolRole.Constant, Shape.IsScalar: true } constant) return _graph.Symbol(constant.Name, constant.Role);
        if (members.Contains(child)) return _images[child];
        if (_images.TryGetValue(child, out var known)) return known;
        var symbol = _graph.Symbol(FormattableString.Invariant($"v{child.Index}"), SymbolRole.Variable);
        _inputs.Add(child);
        _symbols.Add(symbol);
        _origins[symbol] = child;
        return _images[child] = symbol;
    }
}
