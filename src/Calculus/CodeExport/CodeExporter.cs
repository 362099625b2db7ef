using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Formulas as programs in other languages that run as they are and check themselves.</summary>
internal static class CodeExporter
{
    private const int LongestSaid = 100;

    /// <summary>Writes a program.</summary>
    /// <param name="question">What is asked for.</param>
    /// <param name="budget">Pays for nodes, numbers and characters.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function.</exception>
    /// <exception cref="LimitException">The code is longer than it may be, or the numbers cost too much.</exception>
    public static ExportedCode Of(CodeQuestion question, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(budget);
        var points = question.Arrays is null ? CodePoints.Of(question, budget) : ArrayCodePoints.Of(question, budget);
        var dialect = DialectOf(question.Language);
        var stable = StableForms.Of([question.Function, .. question.Derivatives], budget);
        if (dialect.ComputesBothBranches && question.Arrays is null) stable = SafeBranches.Of(stable, question, points.Select(static each => each.Point), budget);
        var values = question.Arrays ?? question.Data.ToDictionary(static datum => datum.Key, static datum => ArrayValue.Of(datum.Value), StringComparer.Ordinal);
        Expression[] value = [stable[0]], derivatives = [.. stable.Skip(1)];

        var global = new Names(dialect);
        var name = global.For(question.Name);
        var (gradientName, hessianName) = (global.For("gradient"), global.For("hessian"));
        var data = Reachable.From([.. question.Content == CodeContent.Hessian ? derivatives : stable]).OfType<Symbol>()
            .Where(symbol => symbol.Role != SymbolRole.Constant && values.ContainsKey(symbol.Name) && !question.Variables.Any(variable => string.Equals(variable.Name, symbol.Name, StringComparison.Ordinal)))
            .Select(static symbol => symbol.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(datum => (Written: datum, Name: global.For(datum))).ToList();

        CodeFunction Function(string own, string says, IReadOnlyList<Expression> formulas, CodeContent content)
        {
            string[] variables = [.. question.Variables.Select(static symbol => symbol.Name)];
            var symbols = data.ToDictionary(static datum => datum.Written, static datum => datum.Name, StringComparer.Ordinal);
            string[] parameters = [.. variables.Select(variable => symbols[variable] = global.For(variable))];
            var walk = new Formulas(dialect, global, symbols, variables, budget);
            var results = walk.Write(formulas);
            CodeArrays? arrays = null;
            if (question.Arrays is not null)
            {
                string[] outputs = [.. OutputsOf(content, variables).Select(global.For)];
                arrays = new CodeArrays([.. question.Variables.Select(static symbol => symbol.Shape)], [.. formulas.Select(static formula => formula.Shape)], outputs, (walk.Arrays as LoopArrays)?.Place ?? "");
                global.Release(outputs);
            }

            global.Release(parameters);
            return new CodeFunction(own, says, parameters, walk.Lines, results, content) { HasChoices = walk.HasChoices, Arrays = arrays };
        }

        List<CodeFunction> functions = [];
        if (question.Content != CodeContent.Hessian) functions.Add(Function(name, Said(question), value, CodeContent.Value));
        if (question.Content == CodeContent.Gradient) functions.Add(Function(gradientName, $"The partial derivatives of {name} in the order of its variables.", derivatives, CodeContent.Gradient));
        if (question.Content == CodeContent.Hessian) functions.Add(Function(hessianName, HessianSaid(question), derivatives, CodeContent.Hessian));

        var own = (int)question.Function.Shape.Count;
        List<CodeCheck> checks = [];
        foreach (var (point, numbers) in points)
        {
            foreach (var function in functions) checks.Add(new CodeCheck(function, point, function.IsNumber ? numbers[..own] : numbers[own..]));
        }

        List<string> title = [$"{Said(question)}, in {dialect.Language}."];
        title.Add(points.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"When run, it compares itself with numbers that were computed independently, at {points.Count} {(points.Count == 1 ? "point" : "points")}.")
            : "Nothing is compared: no point was found where all its values are finite and barely affected by rounding.");
        if (question.Points.Any(asked => !points.Any(each => each.Point == asked)))
            title.Add("The point asked for is left out: the numbers there are not finite, are mostly rounding error, or depend on which branch is taken.");
        if (question.Content != CodeContent.Value && functions.Exists(static function => function.HasChoices))
            title.Add("At the edge of a branch the derivative is that of the branch taken.");
        var code = dialect.Assemble(new CodeParts(title, [.. data.Select(datum => (datum.Name, values[datum.Written]))], functions, checks)).ReplaceLineEndings("\n");
        if (code.Length > budget.Limits.PrintedLength)
            throw new LimitException("printedLength", budget.Limits.PrintedLength, $"The code would have {code.Length} characters; at most {budget.Limits.PrintedLength} are allowed.", code.Length);
        return new ExportedCode(code, [.. points.Select(static each => each.Point)]);
    }

    private static IEnumerable<string> OutputsOf(CodeContent content, string[] variables) => content switch
    {
        CodeContent.Gradient => variables.Select(static variable => $"by_{variable}"),
        CodeContent.Hessian when variables.Length > 1 => variables.SelectMany(first => variables.Select(second => $"by_{first}_{second}")),
        _ => ["result"],
    };

    private static string HessianSaid(CodeQuestion question) => question.Arrays is null || question.Variables.Count == 1
        ? $"The matrix of second derivatives of {Said(question)}, row by row."
        : $"The second derivatives of {Said(question)} by each pair of its variables, in order.";

    // A comment is one line, and nothing quoted may end it.
    private static string Said(CodeQuestion question)
    {
        var said = string.Concat(question.Definition.Select(static letter => letter is '"' or '\\' || char.IsControl(letter) ? ' ' : letter));
        return said.Length <= LongestSaid ? said : string.Concat(said.AsSpan(0, LongestSaid), "…");
    }

    private static Dialect DialectOf(CodeLanguage language) => language switch
    {
        CodeLanguage.NumPy => new NumPyDialect(),
        CodeLanguage.PyTorch => new PyTorchDialect(),
        CodeLanguage.Jax => new JaxDialect(),
        CodeLanguage.CSharp => new CSharpDialect(),
        CodeLanguage.JavaScript => new JavaScriptDialect(),
        CodeLanguage.C => new CDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Nobody writes this language."),
    };
}
