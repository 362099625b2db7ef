namespace Calculus.Syntax;

/// <summary>The names that the statements of a text define.</summary>
internal sealed class DefinedNames
{
    private readonly Dictionary<string, DefinedName> _names = new(StringComparer.Ordinal);

    /// <summary>Collects what the heads define, behind statements that are known beforehand.</summary>
    /// <exception cref="FormulaException">A name is not free to be defined, or is defined twice.</exception>
    public DefinedNames(Outline outline, Vocabulary vocabulary, string text, params IReadOnlyList<Statement> known)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Name is { } before) _names.Add(before, new DefinedName(i, known[i].Parameters?.Count));
        }

        for (var i = 0; i < outline.Statements.Count; i++)
        {
            var head = outline.Statements[i];
            if (head.Name is not { } name) continue;

            RefuseConstant(name, text);
            if (head.Parameters is not null && vocabulary.Functions.Contains(name.Text) && !Scope.IsSoft(name.Text))
                throw new FormulaException($"'{name.Text}' is a function of the catalogue and cannot be redefined.", name.Span,
                    "choose another name");
            if (vocabulary.Declared.Contains(name.Text))
                throw new FormulaException($"'{name.Text}' is given with the request and also defined here.", name.Span,
                    "choose another name");
            if (!_names.TryAdd(name.Text, new DefinedName(known.Count + i, head.Parameters?.Count)))
                throw new FormulaException($"'{name.Text}' is defined twice.", name.Span, "choose another name");
        }
    }

    /// <summary>Every defined name.</summary>
    public IEnumerable<KeyValuePair<string, DefinedName>> All => _names;

    /// <summary>What the name is, where a statement defines it.</summary>
    public bool TryGet(string name, out DefinedName defined) => _names.TryGetValue(name, out defined);

    /// <summary>Refuses to define a constant, or a symbol that stands for a function.</summary>
    /// <exception cref="FormulaException">The name is <c>pi</c>, <c>tau</c>, <c>inf</c> or a symbol.</exception>
    public static void RefuseConstant(Token name, string text)
    {
        if (name.IsSymbol || name.Text is "pi" or "inf")
            throw new FormulaException($"{Wording.Quote(text, name.Span)} has a fixed meaning and cannot be redefined.", name.Span,
                "choose another name");
    }
}
