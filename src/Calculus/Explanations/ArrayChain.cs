using System.Collections.Immutable;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// The chain rule along a composition of vectors and matrices. A stage passes the derivative g of the whole by its own value on to
/// what it is made of: Σ gᵢ ∂valueᵢ/∂placeholder, the product with the transposed Jacobian, which never has to be built
/// (Griewank, Walther, <i>Evaluating Derivatives</i>, 2008, section 3.2).
/// </summary>
internal sealed class ArrayChain
{
    private static readonly ImmutableArray<string> s_stages = ["u", "v", "w", "p", "q", "r", "s", "t"], s_whole = ["y", "f", "F"], s_incoming = ["g", "G", "delta"];

    private readonly Symbol _variable;
    private readonly PrintStyle _style;
    private readonly Graph _exact, _written;
    private readonly List<Expression> _stages;
    private readonly Dictionary<Expression, string> _names = [];
    private readonly Dictionary<Expression, IReadOnlyList<Expression>> _inlets = [];
    private readonly string _incoming;

    /// <summary>Takes a function apart into stages.</summary>
    /// <param name="function">The function as it was written, a number.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="named">The names that the definition gives to intermediate values; where it names none that change, each operation is a stage.</param>
    /// <param name="definition">The definition, whose names are taken.</param>
    /// <param name="style">How formulas are written.</param>
    public ArrayChain(Expression function, Symbol variable, IReadOnlyDictionary<Expression, string> named, Definition definition, PrintStyle style)
    {
        var budget = function.Graph.Budget;
        (_variable, _style) = (variable, style);
        (_exact, _written) = (new Graph(budget) { KeepsDecimals = function.Graph.KeepsDecimals }, new Graph(budget, Rewriting.None));
        var moving = Moving(function);
        var own = moving.Where(node => node != function && named.ContainsKey(node)).ToList();
        _stages = own.Count > 0 ? [.. own, function] : [.. moving.Where(node => node != variable)];
        if (_stages.Count == 0) _stages.Add(function);
        var (letters, whole, incoming) = (new Letters(definition, s_stages), new Letters(definition, s_whole), new Letters(definition, s_incoming));
        foreach (var stage in _stages) _names[stage] = stage == function ? definition.Statements[^1].Name ?? whole.Next() : named.GetValueOrDefault(stage) ?? letters.Next();
        _incoming = incoming.Next();
    }

    /// <summary>The walk.</summary>
    /// <param name="target">Where factors and values are evaluated.</param>
    /// <param name="steps">The lines; the last ends in the derivative.</param>
    public ChainWalk Along(Graph target, IReadOnlyList<Step> steps)
    {
        // The derivative of the whole by each stage: from the outside in.
        var whole = _stages[^1];
        var adjoint = new Dictionary<Expression, Expression> { [whole] = _written.One };
        var links = new Dictionary<Expression, List<ChainLink>>();
        foreach (var stage in Enumerable.Reverse(_stages))
        {
            links[stage] = [];
            foreach (var inlet in InletsOf(stage)) links[stage].Add(Link(stage, inlet, adjoint, target));
        }

        var product = adjoint.GetValueOrDefault(_variable) ?? _written.Fill(Rational.Zero, _variable.Shape);
        return new ChainWalk(
            [.. _stages.Where(stage => links[stage].Count > 0).Select(stage => new ChainStage(_names[stage], Print(In(stage, _exact), InletsOf(stage)), links[stage], Rebuild.In(stage, target, Nothing)))],
            Print(product, null), Leibniz(), Gradients(), steps);
    }

    private static IReadOnlyDictionary<Symbol, Expression> Nothing => ImmutableDictionary<Symbol, Expression>.Empty;

    private List<Expression> Moving(Expression function)
    {
        var nodes = Reachable.From(function);
        var moving = Reachable.ChangingWith(nodes, _variable);

        return [.. nodes.Where(moving.Contains)];
    }

    private bool IsStage(Expression node) => node == _variable || _names.ContainsKey(node);

    // The stages right below one, and the variable where the stage contains it directly.
    private IReadOnlyList<Expression> InletsOf(Expression stage)
    {
        if (_inlets.TryGetValue(stage, out var known)) return known;
        var (found, seen, open) = (new List<Expression>(), new HashSet<Expression>(), new Stack<Expression>());
        Open(stage);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            if (IsStage(node)) found.Add(node);
            else Open(node);
        }

        return _inlets[stage] = [.. found.OrderByDescending(static inlet => inlet.Index)];

        void Open(Expression node)
        {
            _exact.Budget.Visit();
            for (var place = 0; place < node.ChildCount; place++) open.Push(node.Child(place));
        }
    }

    // The stage, with letters for what it is made of.
    private Expression In(Expression stage, Graph graph)
    {
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(stage))
        {
            made[node] = node != stage && IsStage(node)
                ? graph.Symbol(LetterOf(node), SymbolRole.Variable, node.Shape)
                : Rebuild.WithChildren(node, graph, child => made[child]);
        }

        return made[stage];
    }

    private string LetterOf(Expression inlet) => inlet == _variable ? _variable.Name : _names[inlet];

    private ChainLink Link(Expression stage, Expression inlet, Dictionary<Expression, Expression> adjoint, Graph target)
    {
        var outer = In(stage, _exact);
        var placeholder = _exact.Symbol(LetterOf(inlet), SymbolRole.Variable, inlet.Shape);
        var isWhole = stage == _stages[^1];
        var incoming = _exact.Symbol(_incoming, SymbolRole.Datum, stage.Shape);
        var handed = Simplify.Of(isWhole ? ReverseMode.Of(outer, placeholder) : ReverseMode.Along(outer, incoming, placeholder));

        var inside = InletsOf(stage).Where(other => other != _variable).ToDictionary(
            other => _exact.Symbol(LetterOf(other), SymbolRole.Variable, other.Shape), other => Rebuild.In(other, _written, Nothing));
        var atInner = Rebuild.In(handed, _written, inside);
        // A factor of 1, as along the terms of a sum, is not written.
        var factor = adjoint[stage] is Number { Value.IsOne: true }
            ? Rebuild.In(Rebuild.In(handed, _exact, new Dictionary<Symbol, Expression> { [incoming] = _exact.One }), _written, inside)
            : Rebuild.In(atInner, _written, new Dictionary<Symbol, Expression> { [_written.Symbol(_incoming, SymbolRole.Datum, stage.Shape)] = adjoint[stage] });
        adjoint[inlet] = adjoint.TryGetValue(inlet, out var sofar) ? sofar + factor : factor;
        return new ChainLink(LetterOf(inlet), LetterOf(inlet), Print(inlet, null), Print(handed, InletsOf(stage), isWhole), Print(atInner, null), Rebuild.In(factor, target, Nothing));
    }

    private Printed Print(Expression expression, IReadOnlyList<Expression>? inlets, bool isWhole = true)
    {
        var style = inlets is null ? _style : _style with { Variables = [.. inlets.Select(LetterOf), .. isWhole ? Array.Empty<string>() : [_incoming]] };
        var budget = _exact.Budget;
        return new Printed(new TextPrinter(style, budget).Print(expression), new LatexPrinter(style, budget).Print(expression), style.Variables);
    }

    // What comes directly from the whole is a partial derivative with the other stages held still.
    private string Leibniz()
    {
        var root = _stages[^1];
        var whole = LatexName.Of(_names[root]);
        string By(Expression part) => $@"\frac{{\partial {whole}}}{{\partial {LatexName.Of(LetterOf(part))}}}";
        var held = InletsOf(root);
        var lines = new List<string>();
        foreach (var part in Enumerable.Reverse(_stages).Append(_variable))
        {
            var users = UsersOf(part);
            if (part == root || users is [] || (users is [var only] && only == root)) continue;
            lines.Add($"{By(part)} &= {string.Join(" + ", users.Select(user => user == root
                ? $@"\left.{By(part)}\right|_{{{string.Join(", ", held.Where(other => other != part).Select(other => LatexName.Of(LetterOf(other))))}}}"
                : $@"\left(\frac{{\partial {LatexName.Of(_names[user])}}}{{\partial {LatexName.Of(LetterOf(part))}}}\right)^{{\top}} {By(user)}"))}");
        }

        return lines.Count == 0 ? By(_variable) : $@"\begin{{aligned}} {string.Join(@" \\ ", lines)} \end{{aligned}}";
    }

    private string Gradients()
    {
        var root = _stages[^1];
        var whole = LatexName.Of(_names[root]);
        var slope = new Dictionary<Expression, string> { [root] = "" };
        foreach (var part in Enumerable.Reverse(_stages).Append(_variable).Where(part => part != root))
        {
            var ways = UsersOf(part).Select(user => user == root
                ? $@"\nabla_{{{LatexName.Of(LetterOf(part))}}} {whole}"
                : $@"J_{{{LatexName.Of(_names[user])}}}\left({LatexName.Of(LetterOf(part))}\right)^{{\top}} {slope[user]}").ToList();
            var sum = string.Join(" + ", ways);
            slope[part] = ways.Count switch
            {
                0 => "0",
                1 => sum,
                _ when part == _variable => sum,
                _ => $@"\left({sum}\right)",
            };
            if (slope[part].Length > _exact.Budget.Limits.PrintedLength)
                throw new Budgets.LimitException("printedLength", _exact.Budget.Limits.PrintedLength, $"Written out this has more than {_exact.Budget.Limits.PrintedLength} characters.");
        }

        return $@"\nabla_{{{LatexName.Of(_variable.Name)}}} {whole} = {slope[_variable]}";
    }

    private List<Expression> UsersOf(Expression part) => [.. _stages.Where(stage => stage != part && InletsOf(stage).Contains(part))];
}
