using Calculus.Binding.Arrays;

namespace CalcApi.Catalog;

/// <summary>The operations of the function language besides its functions of numbers.</summary>
internal static class Operations
{
    private static readonly (string Name, string Value)[] s_values = [("v", "[0.3, 0.7]"), ("w", "[0.2, 0.9]"), ("A", "[[2, 0.5], [0.3, 1.5]]")];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OperationAnswer> All() =>
    [
        .. from kind in ArrayFunctions.Kinds from function in kind.Functions select Of(kind.Name, function),
        Own("diff", "derivative", ["u", "x"], "n", @"\frac{\partial^n u}{\partial x^n}", "The derivative within a definition, of any order by a number; by a vector or a matrix the gradient.", "sum(diff(v' @ A @ v, v))"),
        Own("sum", "index", ["i = 1..n"], "body", @"\sum_{i=1}^{n}", "The sum of a body over an index, which may reach over several indices.", "sum(i = 1..2, v[i]^2)"),
        Own("prod", "index", ["i = 1..n"], "body", @"\prod_{i=1}^{n}", "The product of a body over an index.", "prod(i = 1..2, v[i])"),
        Own("table", "index", ["i = 1..n"], "body", @"\left[ u_i \right]_{i}", "A vector with an entry for each value of an index; with two indices a matrix.", "norm(table(i = 1..2, v[i]^i))"),
    ];

    private static OperationAnswer Of(string kind, ArrayFunction function) => new(
        function.Name,
        kind,
        function.Aliases,
        [.. function.Parameters.Select(static parameter => new ParameterAnswer(parameter.Name, parameter.Default))],
        function.Options,
        function.MinimumArity,
        function.TakesMore ? null : function.MaximumArity,
        function.Latex,
        function.Sentence,
        function.Example,
        Question(function.Example));

    // Those that take names as well as values have no declaration of their own.
    private static OperationAnswer Own(string name, string kind, string[] parameters, string last, string latex, string sentence, string example) => new(
        name, kind, [], [.. parameters.Select(static parameter => new ParameterAnswer(parameter, null)), new ParameterAnswer(last, name is "diff" ? "1" : null)], [], 2, name is "diff" ? 3 : null, latex, sentence, example, Question(example));

    /// <summary>A request for the gradient of an example, at a point that has what it names.</summary>
    public static CatalogQuestion Question(string example)
    {
        var point = string.Join(", ", s_values.Where(value => Names.In(example, value.Name)).Select(static value => $"\"{value.Name}\": {value.Value}"));
        return CatalogQuestion.Of("gradient", example, $$"""{ "point": { {{point}} } }""");
    }
}

/// <summary>Looks for names in definitions.</summary>
internal static class Names
{
    /// <summary>Whether a text has a name that is not part of a longer one.</summary>
    public static bool In(string text, string name)
    {
        for (var place = text.IndexOf(name, StringComparison.Ordinal); place >= 0; place = text.IndexOf(name, place + 1, StringComparison.Ordinal))
        {
            var end = place + name.Length;
            if ((place == 0 || !char.IsLetterOrDigit(text[place - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }
}
