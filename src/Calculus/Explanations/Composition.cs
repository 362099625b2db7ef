using System.Collections.Immutable;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>One path from a stage to what it is made of.</summary>
/// <param name="Placeholder">The letter that stands for it in <see cref="Layer.Outer"/>.</param>
/// <param name="Inner">The stage it stands for; null for the variable itself.</param>
internal sealed record Inlet(string Placeholder, Layer? Inner);

/// <summary>One stage of a composition: an outer function of a few letters, and what these stand for.</summary>
internal sealed class Layer(string name, SyntaxNode outer, IReadOnlyList<Inlet> inlets, SyntaxNode written)
{
    /// <summary>Its name: the definition's own, or a letter.</summary>
    public string Name { get; } = name;

    /// <summary>The function of its placeholders.</summary>
    public SyntaxNode Outer { get; } = outer;

    /// <summary>What the placeholders stand for.</summary>
    public IReadOnlyList<Inlet> Inlets { get; } = inlets;

    /// <summary>The stage written out in the variable.</summary>
    public SyntaxNode Written { get; } = written;
}

/// <summary>
/// Takes a function apart into stages, from the inside out: calls of the functions that the definition names, in their own letters, and
/// where it names none, each function or power of something more than the variable.
/// </summary>
internal sealed class Composition
{
    private static readonly ImmutableArray<string> s_preferred = ["u", "v", "w", "p", "q", "r", "s", "t"], s_whole = ["y", "f", "F"];

    private readonly Notation _notation;
    private readonly string _variable;
    private readonly Letters _letters;
    private readonly IReadOnlyDictionary<string, (IReadOnlyList<string> Parameters, SyntaxNode Body)> _named;
    private readonly Dictionary<SyntaxNode, Layer> _layers = [];
    private readonly List<Layer> _order = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private Composition(Definition definition, Notation notation, string variable, IReadOnlyDictionary<string, (IReadOnlyList<string> Parameters, SyntaxNode Body)> named) =>
        (_notation, _variable, _letters, _named) = (notation, variable, new Letters(definition, s_preferred), named);

    /// <summary>The stages, the innermost first; the last is the whole function.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="root">The function with the calls of named functions kept.</param>
    /// <param name="named">The functions that the definition names, written out in their parameters.</param>
    /// <param name="notation">Where lines are made.</param>
    /// <param name="variable">The variable.</param>
    public static IReadOnlyList<Layer> Of(
        Definition definition, SyntaxNode root, IReadOnlyDictionary<string, (IReadOnlyList<string> Parameters, SyntaxNode Body)> named, Notation notation, string variable)
    {
        var composition = new Composition(definition, notation, variable, named);
        composition.Visit(root, definition.Statements[^1].Name ?? new Letters(definition, s_whole).Next());
        return composition._order;
    }

    private bool Changes(SyntaxNode node) => _notation.Dependence.On(_variable, node);

    private bool IsVariable(SyntaxNode node) => node.Kind == SyntaxKind.Name && string.Equals(node.Text, _variable, StringComparison.Ordinal);

    private bool IsNamed(SyntaxNode node) => node is { Kind: SyntaxKind.Call, Primes: 0 } && _named.ContainsKey(node.Text);

    // A stage of its own: a named function of anything that changes, or a function or power of more than the variable.
    private bool IsStage(SyntaxNode node)
    {
        if (!Changes(node)) return false;
        if (IsNamed(node)) return true;
        var changing = node.Kind switch
        {
            SyntaxKind.Call or SyntaxKind.Power or SyntaxKind.Factorial => node.Children.Where(Changes).ToList(),
            _ => [],
        };
        return changing is [var only] && !IsVariable(only);
    }

    private void Visit(SyntaxNode root, string name)
    {
        var open = new Stack<(SyntaxNode Node, IReadOnlyList<SyntaxNode> Parts)>();
        open.Push((root, PartsOf(root)));
        while (open.TryPeek(out var top))
        {
            _notation.Budget.Visit();
            if (top.Parts.FirstOrDefault(part => !_layers.ContainsKey(part)) is { } missing)
            {
                open.Push((missing, PartsOf(missing)));
                continue;
            }

            open.Pop();
            var layer = Made(top.Node, top.Parts, top.Node == root ? name : null);
            _layers[top.Node] = layer;
            _order.Add(layer);
        }
    }

    // What a stage is made of: the stages right below it; any other part that changes is the variable itself.
    private List<SyntaxNode> PartsOf(SyntaxNode stage)
    {
        var parts = new List<SyntaxNode>();
        if (IsStage(stage))
        {
            foreach (var child in stage.Children)
            {
                if (Changes(child) && !IsVariable(child) && !parts.Contains(child)) parts.Add(child);
            }

            return parts;
        }

        var seen = new HashSet<SyntaxNode>();
        var open = new Stack<SyntaxNode>(stage.Children.Reverse());
        while (open.TryPop(out var node))
        {
            _notation.Budget.Visit();
            if (!Changes(node) || !seen.Add(node)) continue;
            if (IsStage(node)) parts.Add(node);
            else foreach (var child in node.Children.Reverse()) open.Push(child);
        }

        return parts;
    }

    private Layer Made(SyntaxNode node, IReadOnlyList<SyntaxNode> parts, string? name)
    {
        var written = Filled(node, parts, part => _layers[part].Written);
        if (IsNamed(node))
        {
            var (parameters, body) = _named[node.Text];
            var inlets = new List<Inlet>();
            for (var i = 0; i < parameters.Count; i++)
            {
                var argument = node.Children[i];
                if (Changes(argument)) inlets.Add(new Inlet(parameters[i], IsVariable(argument) ? null : _layers[argument]));
            }

            var meanings = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
            for (var i = 0; i < parameters.Count; i++)
            {
                if (!Changes(node.Children[i])) meanings[parameters[i]] = node.Children[i];
            }

            var outer = Substitution.In(body, meanings, _notation);
            var all = parameters.Select((parameter, i) => (parameter, node.Children[i])).ToDictionary(
                static pair => pair.parameter, pair => Changes(pair.Item2) && !IsVariable(pair.Item2) ? _layers[pair.Item2].Written : pair.Item2, StringComparer.Ordinal);
            return new Layer(Unique(node.Text), outer, inlets, Substitution.In(body, all, _notation));
        }

        var letters = parts.ToDictionary(static part => part, part => _layers[part].Name);
        var letter = name ?? _letters.Next();
        var made = Filled(node, parts, part => _notation.Factory.Name(letters[part]));
        var ways = parts.Select(part => new Inlet(letters[part], _layers[part])).ToList();
        if (ways.Count == 0 || _notation.Dependence.On(_variable, made)) ways.Add(new Inlet(_variable, null));
        return new Layer(Unique(letter), made, ways, written);
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++) unique = FormattableString.Invariant($"{name}_{n}");
        return unique;
    }

    // The node with other trees in place of its parts.
    private SyntaxNode Filled(SyntaxNode root, IReadOnlyList<SyntaxNode> parts, Func<SyntaxNode, SyntaxNode> with)
    {
        var made = parts.ToDictionary(static part => part, with);
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            _notation.Budget.Visit();
            var waiting = open.Count;
            if (!made.ContainsKey(node))
            {
                foreach (var child in node.Children)
                {
                    if (!made.ContainsKey(child)) open.Push(child);
                }
            }

            if (open.Count > waiting) continue;
            open.Pop();
            if (!made.ContainsKey(node)) made[node] = _notation.Factory.Like(node, [.. node.Children.Select(child => made[child])]);
        }

        return made[root];
    }
}
