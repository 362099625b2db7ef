using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>C, as of 2011.</summary>
internal sealed class CDialect : CFamily
{
    private static readonly FrozenSet<string> s_library =
        FrozenSet.Create(StringComparer.Ordinal, "expm1", "log1p", "rint", "tgamma", "lgamma", "erf", "erfc");

    private readonly HelperTexts _helpers;

    /// <summary>Reads the helpers.</summary>
    public CDialect() => _helpers = HelperTexts.Of(static spellings => spellings.CHelper, CHead, s_library.Contains, Translated, LoopFunctions.All);

    // Arrays too large for the stack are kept elsewhere.
    private const long MostOnStack = 4096;

    /// <inheritdoc/>
    public override string Buffer(string name, long count) => string.Create(CultureInfo.InvariantCulture, $"{(count > MostOnStack ? "static " : "")}double {name}[{count}];");

    /// <inheritdoc/>
    public override string Language => "C";

    /// <inheritdoc/>
    protected override FrozenDictionary<string, string> Functions => FrozenDictionary<string, string>.Empty;

    /// <inheritdoc/>
    protected override (string Number, string Condition) Declarations => ("const double", "const int");

    /// <inheritdoc/>
    public override bool Reserves(string name) => Keywords.C.Contains(name) || _helpers.Has(name);

    /// <summary>The name with Greek letters spelt out: compilers need not accept them.</summary>
    public override string Identifier(string name) => GreekLetters.Spelled(name);

    /// <inheritdoc/>
    public override Fragment Constant(string name) => name switch
    {
        NamedConstants.Infinity => Fragment.Atom("INFINITY"),
        _ => Fragment.Atom(Literals.Double(NamedConstants.TryValue(name, out var value) ? value.Value : double.NaN)),
    };

    /// <inheritdoc/>
    public override string Assemble(CodeParts parts)
    {
        var helpers = _helpers.NeededBy(parts.Functions.SelectMany(static function => function.Lines.Concat(function.Results)));
        var code = new StringBuilder();
        foreach (var line in parts.Title) code.Append("// ").AppendLine(line);
        code.AppendLine().AppendLine("#include <assert.h>").AppendLine("#include <math.h>");
        if (parts.Data.Count > 0) code.AppendLine();
        foreach (var (name, value) in parts.Data) code.Append("static ").AppendLine(CArrays.Constant(name, value));
        if (helpers.Count > 0) code.AppendLine();
        foreach (var head in helpers.SelectMany(static helper => helper.Split('\n')).Where(static line => line.StartsWith(Static, StringComparison.Ordinal))) code.Append(head.AsSpan(0, head.Length - 2)).AppendLine(";");
        foreach (var helper in helpers) code.AppendLine().AppendLine(helper);
        foreach (var function in parts.Functions) Write(function, code);
        if (CArrays.Has(parts)) return CArrays.Ending(parts, code);
        code.AppendLine().AppendLine("static int close_to(double actual, double expected) {")
            .AppendLine("    return fabs(actual - expected) <= 1e-9 * fmax(fabs(expected), 1e-3);").AppendLine("}");
        code.AppendLine().AppendLine("int main(void) {");
        if (parts.Checks.Count == 0) code.AppendLine("    (void)close_to;");
        if (parts.Checks.Count == 0) foreach (var function in parts.Functions) code.AppendLine(CultureInfo.InvariantCulture, $"    (void){function.Name};");
        foreach (var check in parts.Checks) Write(check, code);
        return code.AppendLine("    return 0;").Append('}').AppendLine().ToString();
    }

    private static void Write(CodeFunction function, StringBuilder code)
    {
        if (function.Arrays is not null)
        {
            CArrays.Write(function, code);
            return;
        }

        var parameters = function.Parameters.Select(static name => $"double {name}").ToList();
        if (!function.IsNumber) parameters.Add(string.Create(CultureInfo.InvariantCulture, $"double answer[{function.Results.Count}]"));
        code.AppendLine().Append("// ").AppendLine(function.Says)
            .AppendLine(CultureInfo.InvariantCulture, $"static {(function.IsNumber ? "double" : "void")} {function.Name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters))}) {{");
        foreach (var line in function.Lines) code.Append("    ").AppendLine(line);
        if (function.IsNumber) code.AppendLine(CultureInfo.InvariantCulture, $"    return {function.Results[0]};");
        else for (var i = 0; i < function.Results.Count; i++) code.AppendLine(CultureInfo.InvariantCulture, $"    answer[{i}] = {function.Results[i]};");
        code.AppendLine("}");
    }

    private static void Write(CodeCheck check, StringBuilder code)
    {
        string[] point = [.. check.Point.Select(Literals.Double)];
        if (check.Function.IsNumber)
        {
            code.AppendLine(CultureInfo.InvariantCulture, $"    assert(close_to({check.Function.Name}({string.Join(", ", point)}), {Literals.Double(check.Expected[0])}));");
            return;
        }

        var count = check.Expected.Length;
        code.AppendLine("    {")
            .AppendLine(CultureInfo.InvariantCulture, $"        double actual[{count}], expected[{count}] = {{ {string.Join(", ", check.Expected.Select(Literals.Double))} }};")
            .AppendLine(CultureInfo.InvariantCulture, $"        {check.Function.Name}({string.Join(", ", point.Append("actual"))});")
            .AppendLine(CultureInfo.InvariantCulture, $"        for (int i = 0; i < {count}; i++) assert(close_to(actual[i], expected[i]));")
            .AppendLine("    }");
    }

    private const string Static = "static double ";

    /// <inheritdoc/>
    protected override string Head(string name, string parameters) => $"{Static}{name}({parameters}) {{";

    /// <inheritdoc/>
    protected override string Table(string name, string entries) => $"static const double {name}[] = {{{entries}}};";

    /// <inheritdoc/>
    protected override string Row(string name, string length) => $"double {name}[{length}];";

    /// <inheritdoc/>
    protected override string Remainder(string line) => line;
}
