using System.Collections.Immutable;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>One path from a stage to what it is made of.</summary>
/// <param name="Placeholder">The letter that stands for it in <see cref="Layer.Outer"/>.</param>
/// <param name="Inner">The stage it stands for; null for the variable, which is its own placeholder.</param>
internal sealed record Inlet(string Placeholder, Layer? Inner);

/// <summary>One stage of a composition: an outer function of a few letters, and what these stand for.</summary>
internal sealed class Layer(string name, string function, SyntaxNode outer, IReadOnlyList<Inlet> inlets, SyntaxNode written)
{
    /// <summary>Its name: the definition's own, or a letter; numbered where the same function is called again.</summary>
    public string Name { get; } = name;

    /// <summary>The function that it is a value of: that of the definition, or its own name.</summary>
    public string Function { get; } = function;

    /// <summary>Whether that is a function of the definition.</summary>
    public bool IsCall { get; init; }

    /// <summary>The function of its placeholders.</summary>
    public SyntaxNode Outer { get; } = outer;

    /// <summary>What the placeholders stand for.</summary>
    public IReadOnlyList<Inlet> Inlets { get; } = inlets;

    /// <summary>The stage written out in the variable.</summary>
    public SyntaxNode Written { get; } = written;
}

/// <summary>
/// Takes a function apart into stages, from the inside out: calls of the functions and the values that the definition names, and where it
/// names none, each function or power of something more than the variable. A parameter of the definition stays the letter that stands
/// for the inside, unless it is a name that means something else as well: then a free letter takes its place.
/// </summary>
internal sealed class Composition
{
    private static readonly ImmutableArray<string> s_preferred = ["u", "v", "w", "p", "q", "r", "s", "t"], s_whole = ["y", "f", "F"];

    private readonly Notation _notation;
    private readonly string _variable;
    private readonly Letters _letters;
    private readonly HashSet<string> _defined;
    private readonly WrittenOut _named;
    private readonly Dictionary<string, Layer> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<Layer, string> _letterOf = [];
    private readonly Dictionary<SyntaxNode, Layer> _layers = [];
    private readonly List<Layer> _order = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private Composition(Definition definition, Notation notation, string variable, WrittenOut named)
    {
        (_notation, _variable, _letters, _named) = (notation, variable, new Letters(definition, s_preferred), named);
        _defined = [.. notation.Variables.Select(static symbol => symbol.Name), .. definition.Statements.Select(static statement => statement.Name).OfType<string>()];
    }

    /// <summary>The stages, the innermost first; the last is the whole function.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="root">The function with the calls of named functions kept.</param>
    /// <param name="named">The functions and values that the definition names.</param>
    /// <param name="notation">Where lines are made.</param>
    /// <param name="variable">The variable.</param>
    public static IReadOnlyList<Layer> Of(Definition definition, SyntaxNode root, WrittenOut named, Notation notation, string variable)
    {
        var composition = new Composition(definition, notation, variable, named);
        composition.Visit(root, definition.Statements[^1].Name ?? new Letters(definition, s_whole).Next());
        return composition._order;
    }

    private bool Changes(SyntaxNode node) => _notation.Dependence.On(_variable, node);

    private bool IsVariable(SyntaxNode node) => node.Kind == SyntaxKind.Name && string.Equals(node.Text, _variable, StringComparison.Ordinal);

    private bool IsNamed(SyntaxNode node) => node is { Kind: SyntaxKind.Call, Primes: 0 } && _named.Functions.ContainsKey(node.Text);

    // A stage of its own: what the definition names, or a function or power of more than the variable.
    private bool IsStage(SyntaxNode node) =>
        Changes(node) && !IsVariable(node) && (_named.Values.ContainsKey(node) || IsOuter(node));

    // Its arguments are stages, whatever they are.
    private bool IsOuter(SyntaxNode node)
    {
        if (IsNamed(node)) return true;
        var changing = node.Kind switch
        {
            SyntaxKind.Call or SyntaxKind.Power or SyntaxKind.Factorial => node.Children.Where(Changes).ToList(),
            // A number over a function is a function of what it is divided by.
            SyntaxKind.Divide when !Changes(node.Children[0]) => [node.Children[1]],
            _ => [],
        };
        return changing is [var only] && !IsVariable(only) && !IsCondition(only);
    }

    // A condition is no value that a stage could hand on.
    private static bool IsCondition(SyntaxNode node) => node.Kind is >= SyntaxKind.Less and <= SyntaxKind.Or;

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
        if (IsOuter(stage))
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
        var written = IsNamed(node) ? WrittenCall(node) : Filled(node, parts, part => _layers[part].Written);
        if (IsNamed(node)) return Called(node, _named.Values.GetValueOrDefault(node) ?? node.Text, written);
        var own = name ?? _named.Values.GetValueOrDefault(node) ?? _letters.Next();
        var letters = parts.ToDictionary(static part => part, part => PlaceholderOf(_layers[part]));
        var outer = Filled(node, parts, part => _notation.Factory.Name(letters[part]));
        return LayerOf(own, own, outer, [.. parts.Select(part => new Inlet(letters[part], _layers[part]))], written);
    }

    // The variable is its own placeholder, and what does not change stays as it is; equal arguments share a letter.
    private Layer Called(SyntaxNode call, string name, SyntaxNode written)
    {
        var (parameters, body) = _named.Functions[call.Text];
        var meanings = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        var inlets = new List<Inlet>();
        for (var i = 0; i < parameters.Count; i++)
        {
            var argument = call.Children[i];
            meanings[parameters[i]] = argument;
            if (!Changes(argument)) continue;
            var inner = IsVariable(argument) ? null : _layers[argument];
            if (inlets.Find(inlet => inlet.Inner == inner) is not { } inlet)
                inlets.Add(inlet = new Inlet(inner is null ? _variable : PlaceholderOf(inner, parameters[i], call), inner));
            meanings[parameters[i]] = _notation.Factory.Name(inlet.Placeholder);
        }

        return LayerOf(name, call.Text, Substitution.In(body, meanings, _notation), inlets, written);
    }

    private Layer LayerOf(string name, string function, SyntaxNode outer, List<Inlet> inlets, SyntaxNode written)
    {
        if (inlets.Count == 0 || (inlets.TrueForAll(static inlet => inlet.Inner is not null) && _notation.Dependence.On(_variable, outer))) inlets.Add(new Inlet(_variable, null));
        return new Layer(Unique(name), function, outer, inlets, written) { IsCall = _named.Functions.ContainsKey(function) };
    }

    // The definition's own letter where it says nothing else; the letter of a stage that has one; else a new one.
    private string PlaceholderOf(Layer inner, string parameter, SyntaxNode call)
    {
        var isFree = string.Equals(parameter, inner.Name, StringComparison.Ordinal)
            || (!_defined.Contains(parameter) && !call.Children.Any(argument => _notation.Dependence.On(parameter, argument)));
        return isFree && (_placeholders.TryAdd(parameter, inner) || _placeholders[parameter] == inner) ? parameter : PlaceholderOf(inner);
    }

    private string PlaceholderOf(Layer inner)
    {
        if (!_named.Functions.ContainsKey(inner.Function)) return inner.Name;
        if (_letterOf.TryGetValue(inner, out var letter)) return letter;
        return _letterOf[inner] = _letters.Next();
    }

    private SyntaxNode WrittenCall(SyntaxNode call)
    {
        var (parameters, body) = _named.Functions[call.Text];
        var meanings = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++)
        {
            var argument = call.Children[i];
            meanings[parameters[i]] = Changes(argument) && !IsVariable(argument) ? _layers[argument].Written : argument;
        }

        return Substitution.In(body, meanings, _notation);
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
