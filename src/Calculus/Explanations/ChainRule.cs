using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>One path along which a stage of a composition changes.</summary>
/// <param name="By">What Leibniz's notation differentiates by: the inner stage's name, or the variable.</param>
/// <param name="Placeholder">The letter that the outer function is written in.</param>
/// <param name="Inner">What it stands for.</param>
/// <param name="Derivative">The derivative of the outer function by the placeholder.</param>
/// <param name="AtInner">That derivative with the inner function put back.</param>
/// <param name="Factor">The same as an expression: the factor that this stage gives.</param>
public sealed record ChainLink(string By, string Placeholder, Printed Inner, Printed Derivative, Printed AtInner, Expression Factor);

/// <summary>One stage of a composition.</summary>
/// <param name="Name">Its name: the definition's own, or a letter.</param>
/// <param name="Outer">The function of its placeholders.</param>
/// <param name="Links">The paths along which it changes, one for each placeholder; a plain chain has one.</param>
/// <param name="Function">The stage as a function of the variable.</param>
public sealed record ChainStage(string Name, Printed Outer, IReadOnlyList<ChainLink> Links, Expression Function);

/// <summary>A derivative along a composition, from the inside out.</summary>
/// <param name="Stages">The stages, the innermost first.</param>
/// <param name="Product">The derivative as the product of the stages' derivatives.</param>
/// <param name="Leibniz">The rule in Leibniz's notation, in LaTeX.</param>
/// <param name="Prime">The rule with primes, in LaTeX.</param>
/// <param name="Steps">The walk; its last step ends in the derivative.</param>
public sealed record ChainWalk(IReadOnlyList<ChainStage> Stages, Printed Product, string Leibniz, string Prime, IReadOnlyList<Step> Steps);

/// <summary>Walks along a composition: each outer function in a letter of its own, then the inner functions put back and everything multiplied.</summary>
internal sealed class ChainRule(Notation notation, Proof proof, string variable)
{
    private readonly List<Step> _steps = [];
    private readonly Shortening _shortening = new(notation, proof);
    private readonly Dictionary<Layer, IReadOnlyList<SyntaxNode>> _factors = [];
    private readonly Dictionary<Layer, IReadOnlyList<SyntaxNode>> _shortFactors = [];

    private SyntaxFactory Factory => notation.Factory;

    /// <summary>The walk.</summary>
    /// <param name="name">The name of the whole function, where it has one.</param>
    /// <param name="layers">The stages, the innermost first.</param>
    /// <param name="first">Steps that come before.</param>
    /// <param name="answer">The derivative.</param>
    /// <param name="printed">The derivative as it is printed.</param>
    public ChainWalk Along(string? name, IReadOnlyList<Layer> layers, IReadOnlyList<Step> first, Expression answer, Printed printed)
    {
        _steps.AddRange(first);
        ChainStage[] stages = [.. layers.Select(Stage)];
        var root = layers[^1];
        var (product, shorter) = (Times(_factors[root]), Times(_shortFactors[root]));
        Add(ChainRules.Multiply, Together(layers), notation.Marker(root.Written, variable), product);
        if (shorter != product) Add(DerivativeRules.Simplify, $"Each factor{_shortening.Sentence(product, shorter)["The same formula".Length..]}", product, shorter);
        var result = notation.Write(answer);
        _steps.AddRange(_shortening.Steps(shorter, result));
        _steps[^1].EndIn(printed);
        var notations = new ChainNotation(variable, name, layers, notation);
        return new ChainWalk(stages, notation.Print(product), notations.Leibniz(), notations.Prime(), _steps);
    }

    private static string Together(IReadOnlyList<Layer> layers) => layers.Count == 1 ? "There is only one stage."
        : layers.Any(static layer => layer.Inlets.Count > 1) ? ChainRules.Multiply.Sentence : "The derivatives of all stages are multiplied.";

    private ChainStage Stage(Layer layer)
    {
        var links = new List<ChainLink>();
        var (ways, shortWays) = (new List<IReadOnlyList<SyntaxNode>>(), new List<IReadOnlyList<SyntaxNode>>());
        foreach (var inlet in layer.Inlets)
        {
            var (link, atInner, shorter) = Link(layer, inlet);
            links.Add(link);
            ways.Add([atInner, .. inlet.Inner is { } inner ? _factors[inner] : []]);
            shortWays.Add([shorter, .. inlet.Inner is { } within ? _shortFactors[within] : []]);
        }

        _factors[layer] = Together(ways);
        _shortFactors[layer] = Together(shortWays);
        return new ChainStage(layer.Name, In(layer, notation.Print(layer.Outer)), links, notation.Bind(layer.Written));
    }

    private (ChainLink Link, SyntaxNode AtInner, SyntaxNode Shorter) Link(Layer layer, Inlet inlet)
    {
        var inside = inlet.Inner?.Written ?? Factory.Name(variable);
        var letters = layer.Inlets.Where(static other => other.Inner is not null).ToDictionary(static other => other.Placeholder, static other => other.Inner!.Written, StringComparer.Ordinal);
        var declarations = letters.Keys.Select(letter => notation.Declare(letter, SymbolRole.Argument)).ToList();
        var derived = new Derivation(notation, proof, inlet.Placeholder).Of(layer.Outer);
        var marker = notation.Marker(layer.Outer, inlet.Placeholder);
        var isInnermost = letters.Count == 0;
        var step = notation.Counted(new Step(
            isInnermost ? ChainRules.Inside : ChainRules.Outside, Sentence(layer, inlet, notation.Quote(inside)),
            In(layer, notation.Print(marker)), In(layer, notation.Print(derived.Line)), derived.Steps is [_] ? [] : derived.Steps));
        proof.Claim(step, marker, derived.Line);
        _steps.Add(step);
        var symbols = letters.Keys.ToDictionary(notation.SymbolOf);
        var inLetters = notation.Bind(derived.Line);
        foreach (var declaration in Enumerable.Reverse(declarations)) declaration.Dispose();

        var atInner = Substitution.In(derived.Line, letters, notation);
        var factor = notation.Bind(atInner);
        if (atInner != derived.Line)
        {
            var replaced = Rebuild.In(inLetters, notation.Graph, symbols.ToDictionary(static pair => pair.Key, pair => notation.Bind(letters[pair.Value])));
            var again = letters.Where(letter => notation.Dependence.On(letter.Key, derived.Line)).Select(letter => $"{letter.Key} is {notation.Quote(letter.Value)}");
            var back = notation.Counted(new Step(ChainRules.PutBack, $"{Words.List([.. again])} again.", In(layer, notation.Print(derived.Line)), notation.Print(atInner)));
            proof.Claim(back, replaced, factor);
            _steps.Add(back);
        }

        var shorter = notation.Write(Simplify.Of(factor));
        _steps.AddRange(_shortening.Steps(atInner, shorter));
        return (new ChainLink(inlet.Inner?.Name ?? variable, inlet.Placeholder, notation.Print(inside), In(layer, notation.Print(derived.Line)), notation.Print(atInner), factor), atInner, shorter);
    }

    private string Sentence(Layer layer, Inlet inlet, string inside)
    {
        var others = layer.Inlets.Where(other => other != inlet).Select(static other => other.Placeholder).ToList();
        var held = others.Count == 0 ? "" : $" while {Words.List(others)} {(others.Count == 1 ? "is" : "are")} held still";
        return inlet.Inner is not null
            ? $"In {layer.Name} the letter {inlet.Placeholder} stands for {inside}; {layer.Name} is differentiated by {(held.Length == 0 ? "that letter" : inlet.Placeholder)}{held}."
            : $"{layer.Name} contains {variable} directly, and is differentiated by it{held}.";
    }

    private static Printed In(Layer layer, Printed printed) => printed with { Variables = [.. layer.Inlets.Select(static inlet => inlet.Placeholder)] };

    private IReadOnlyList<SyntaxNode> Together(List<IReadOnlyList<SyntaxNode>> ways) => ways switch
    {
        [] => [Factory.Number(0)],
        [var only] => only,
        _ => [ways.Skip(1).Aggregate(Times(ways[0]), (sum, way) => Factory.Add(sum, Times(way)))],
    };

    // A slope of 1, as along the terms of a sum, is not written as a factor.
    private SyntaxNode Times(IReadOnlyList<SyntaxNode> factors)
    {
        var written = factors.Where(factor => factor != Factory.Number(1)).ToList();
        return written.Count == 0 ? factors[0] : written.Skip(1).Aggregate(written[0], Factory.Multiply);
    }

    private void Add(Rule rule, string explanation, SyntaxNode before, SyntaxNode after) => _steps.Add(proof.Step(rule, explanation, before, after));
}
