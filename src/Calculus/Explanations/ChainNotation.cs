using System.Collections.Immutable;
using Calculus.Budgets;
using Calculus.Printing;

namespace Calculus.Explanations;

/// <summary>The chain rule of one composition in both notations, in LaTeX.</summary>
internal sealed class ChainNotation(string variable, string? name, IReadOnlyList<Layer> layers, Notation notation)
{
    // For a function that has no letter yet: the outermost one, and the whole.
    private static readonly ImmutableArray<string> s_outer = ["g", "h", "k", "G", "H"], s_whole = ["f", "y", "F", "G", "H"];

    private readonly Budget _budget = notation.Budget;
    private readonly string _x = LatexName.Of(variable);

    /// <summary>df/dx as a product of quotients; where a stage changes along several paths, the sum over them.</summary>
    public string Leibniz()
    {
        var made = new Dictionary<Layer, string>();
        foreach (var layer in layers)
        {
            var d = layer.Inlets.Count > 1 ? @"\partial " : "d";
            made[layer] = Sum(layer.Inlets.Select(inlet =>
            {
                var by = inlet.Inner is { } inner ? LatexName.Of(inner.Name) : _x;
                return $@"\frac{{{d}{LatexName.Of(layer.Name)}}}{{{d}{by}}}{(inlet.Inner is { } below ? $" {made[below]}" : "")}";
            }), layer == layers[^1]);
        }

        return $@"\frac{{d{LatexName.Of(name ?? layers[^1].Name)}}}{{d{_x}}} = {made[layers[^1]]}";
    }

    /// <summary>
    /// f′(x) as a product of primes at the inner functions; a slope by one of several arguments has the argument as an index. What is composed and the
    /// outermost function are two functions, and have two letters: f(x) = g(u(x)) with g(u) = sin(u).
    /// </summary>
    public string Prime()
    {
        var root = layers[^1];
        var (whole, outermost, meaning) = (name ?? root.Name, root.Function, "");
        if (layers.Count > 1 && string.Equals(whole, outermost, StringComparison.Ordinal))
        {
            if (root.IsCall)
            {
                whole = Free(s_whole) ?? whole;
            }
            else if (Free(s_outer) is { } letter)
            {
                outermost = letter;
                var placeholders = string.Join(", ", root.Inlets.Select(static inlet => LatexName.Of(inlet.Placeholder)));
                meaning = $@" \quad \text{{with }} {letter}\left({placeholders}\right) = {notation.Print(root.Outer).Latex}";
            }
        }

        var (value, slope) = (new Dictionary<Layer, string>(), new Dictionary<Layer, string>());
        foreach (var layer in layers)
        {
            var at = string.Join(", ", layer.Inlets.Select(inlet => inlet.Inner is { } inner ? value[inner] : _x));
            var own = LatexName.Of(layer == root ? outermost : layer.Function);
            value[layer] = Bounded($@"{own}\left({at}\right)");
            slope[layer] = Sum(layer.Inlets.Select(inlet =>
            {
                var prime = layer.Inlets.Count > 1 ? $"_{{{LatexName.Of(inlet.Placeholder)}}}" : "'";
                return $@"{(prime[0] == '_' ? $"{{{own}}}" : own)}{prime}\left({at}\right){(inlet.Inner is { } below ? $" {slope[below]}" : "")}";
            }), layer == root);
        }

        return Bounded($@"{LatexName.Of(whole)}'\left({_x}\right) = {slope[root]}{meaning}");
    }

    private string? Free(ImmutableArray<string> letters)
    {
        HashSet<string> taken = [variable, .. notation.Variables.Select(static symbol => symbol.Name), .. layers.SelectMany(static layer => layer.Inlets.Select(static inlet => inlet.Placeholder).Append(layer.Name).Append(layer.Function))];
        return letters.FirstOrDefault(letter => !taken.Contains(letter));
    }

    private string Sum(IEnumerable<string> terms, bool isWhole)
    {
        var all = terms.ToList();
        return Bounded(all.Count switch
        {
            0 => "0",
            1 => all[0],
            _ when isWhole => string.Join(" + ", all),
            _ => $@"\left({string.Join(" + ", all)}\right)",
        });
    }

    private string Bounded(string latex)
    {
        var most = _budget.Limits.PrintedLength;
        return latex.Length <= most ? latex : throw new LimitException("printedLength", most, $"Written out this has more than {most} characters.");
    }
}
