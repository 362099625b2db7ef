using System.Globalization;
using Calculus.Budgets;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>The study of vectors and matrices that this one was written out from; null where nothing was.</summary>
    public Study? Whole { get; private init; }

    /// <summary>
    /// The same function as one of numbers: each variable that is a vector or a matrix gives one variable for each entry, <c>w_1</c> for
    /// <c>w[1]</c>, and data that are arrays are written in as numbers. A point has the same coordinates. Itself where nothing is an array.
    /// </summary>
    /// <exception cref="UnwritableException">A part has no form in numbers that people would read, or the value is no number.</exception>
    /// <exception cref="LimitException">The function written out is longer than a definition may be.</exception>
    public Study EntryByEntry() => HasArrays ? EntryByEntry(_budget) : this;

    private Study EntryByEntry(Budget budget)
    {
        if (!Function.Shape.IsScalar) throw new UnwritableException($"The function's value is {Function.Shape}, and only a number is written out entry by entry.");
        if (Reachable.From(Function).Concat(_bound.Variables).FirstOrDefault(static node => node.Shape.IsSymbolic || node is Symbol { Role: SymbolRole.Dimension }) is { } unknown)
            throw new UnwritableException($"The length of {Print(unknown).Text} is a letter: a function is written out entry by entry where all lengths are numbers.");

        var graph = new Graph(budget);
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var taken = Variables.Concat(_context.Data.Keys).Concat(_context.Arrays.Keys).Concat(_context.Declared).ToHashSet(StringComparer.Ordinal);
        var function = new WrittenEntries(graph, EntriesOf, budget).Of(Function)[0];
        string[] variables = [.. _bound.Variables.SelectMany(symbol => symbol.Shape.IsScalar ? [symbol.Name] : Named(symbol))];
        var text = $"{Name ?? "f"}({string.Join(", ", variables)}) = {new TextPrinter(new PrintStyle(variables) { Decimals = true, SpellOut = _style.SpellOut }, budget).Print(function)}";
        var maximum = budget.Limits.TextLength;
        if (text.Length > maximum)
            throw new LimitException("textLength", maximum, $"Written out entry by entry the function has {text.Length} characters; at most {maximum} are allowed.", text.Length);
        var context = new StudyContext(_context.Data, variables.ToHashSet(StringComparer.Ordinal)) { Functions = _context.Functions };
        var vocabulary = new Vocabulary(Binding.Binder.FunctionNames, context.Declared.Concat(context.Data.Keys).ToHashSet(StringComparer.Ordinal));
        var study = new Study(DefinitionParser.Parse(text, vocabulary, budget), context, budget) { Whole = this };
        study._notes.Clear();
        study._notes.AddRange(_notes);
        study._notes.Add(new Note(NoteCodes.Entries, Said(names)));
        return study;

        IReadOnlyList<Expression> EntriesOf(Symbol symbol) => AllData.TryGetValue(symbol.Name, out var value) && symbol.Role != SymbolRole.Variable
            ? [.. value.Entries.Select(entry => graph.Number(Rational.FromDecimal(entry)))]
            : [.. Named(symbol).Select(name => graph.Symbol(name, symbol.Role))];

        string[] Named(Symbol symbol)
        {
            if (names.TryGetValue(symbol.Name, out var known)) return known;
            string[] own = [.. Enumerable.Range(0, (int)symbol.Shape.Count).Select(k => EntryName(symbol, k, taken))];
            taken.UnionWith(own);
            return names[symbol.Name] = own;
        }
    }

    // What people call a variable: where the function is written out, the entry that it is.
    private string NameOf(int place) => Whole is { } whole
        ? whole.Layout.NameOf(place)
        : Variables[place];

    private static string EntryName(Symbol symbol, int k, HashSet<string> taken)
    {
        var name = symbol.Name + string.Concat(Places.Of(symbol.Shape, k).Select(static index => string.Create(CultureInfo.InvariantCulture, $"_{index + 1}")));
        while (taken.Contains(name)) name += "_";
        return name;
    }

    private string Said(Dictionary<string, string[]> names)
    {
        var examples = _bound.Variables.Where(static symbol => !symbol.Shape.IsScalar).Select(symbol => $"{names[symbol.Name][^1]} is {new Layout([symbol]).Names().Last()}").ToList();
        return "The function is written out entry by entry: " + string.Join(", ", [.. examples, "data that are vectors and matrices stand in it as numbers."]);
    }
}
