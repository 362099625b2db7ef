using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>A partial derivative by holding the other variables still: replace them by letters, differentiate, put them back.</summary>
internal sealed class PartialDerivatives(Definition definition, Notation notation, Proof proof)
{
    private static readonly ImmutableArray<string> s_preferred = ["b", "c", "d", "k", "m", "p", "q", "r", "s"];

    /// <summary>The step for one partial derivative, with its own steps inside.</summary>
    /// <param name="line">The function.</param>
    /// <param name="variable">The variable that moves.</param>
    /// <param name="answer">The partial derivative.</param>
    /// <param name="printed">The answer as it is printed.</param>
    public Step By(SyntaxNode line, string variable, Expression answer, Printed printed)
    {
        var marker = notation.Marker(line, variable);
        var (frozen, letters) = Freezing.Of(line, variable, notation, new Letters(definition, s_preferred));
        var steps = letters.Count == 0
            ? new Derivation(notation, proof, variable).Of(line, answer).Steps
            : Hold(line, frozen, letters, variable, answer, each => new Derivation(notation, proof, variable).Of(each));
        steps[^1].EndIn(printed);
        var step = notation.Counted(new Step(FreezingRules.Partial, $"Only {variable} moves; every other variable is held still.", notation.Print(marker), printed, steps));
        proof.Claim(step, notation.Bind(marker), answer, notation.Function, notation.SymbolOf(variable));
        proof.Settle(); // the next variable gives the letters another meaning
        return step;
    }

    /// <summary>Steps with the other variables held still: swapped for letters, the derivative of the line in letters, and swapped back.</summary>
    /// <param name="line">The function.</param>
    /// <param name="frozen">The function in letters.</param>
    /// <param name="letters">What the letters stand for.</param>
    /// <param name="variable">The variable that moves.</param>
    /// <param name="answer">The partial derivative.</param>
    /// <param name="derive">The derivative of the line in letters.</param>
    public IReadOnlyList<Step> Hold(
        SyntaxNode line, SyntaxNode frozen, IReadOnlyList<(string Letter, SyntaxNode Meaning)> letters, string variable, Expression answer, Func<SyntaxNode, Derived> derive)
    {
        var declarations = letters.Select(letter => notation.Declare(letter.Letter, SymbolRole.Parameter)).ToList();
        foreach (var (letter, meaning) in letters) proof.Stands(notation.SymbolOf(letter), notation.Bind(meaning));
        List<Step> steps = [proof.Step(FreezingRules.Freeze, $"Whatever does not change with {variable} is a constant for now: {Meanings(letters)}.", line, frozen)];
        var derived = derive(frozen);
        steps.AddRange(derived.Steps);
        var back = Substitution.In(derived.Line, letters.ToDictionary(static letter => letter.Letter, static letter => letter.Meaning, StringComparer.Ordinal), notation);
        var left = letters.Where(letter => notation.Dependence.On(letter.Letter, derived.Line)).ToList();
        if (back != derived.Line) steps.Add(proof.Step(FreezingRules.Unfreeze, $"Put back: {Meanings(left)}.", derived.Line, back));
        steps.AddRange(new Shortening(notation, proof).Steps(back, notation.Write(answer)));
        foreach (var declaration in declarations) declaration.Dispose();
        return steps;
    }

    private string Meanings(IEnumerable<(string Letter, SyntaxNode Meaning)> letters) =>
        string.Join(", ", letters.Select(letter => $"{letter.Letter} = {WrittenText.Print(letter.Meaning, notation.Budget)}"));
}
