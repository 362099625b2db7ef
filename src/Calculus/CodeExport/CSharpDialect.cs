using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>C#.</summary>
internal sealed class CSharpDialect : CFamily
{
    private static readonly FrozenDictionary<string, string> s_functions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fabs"] = "Math.Abs",
        ["floor"] = "Math.Floor",
        ["ceil"] = "Math.Ceiling",
        ["rint"] = "Math.Round",
        ["sqrt"] = "Math.Sqrt",
        ["cbrt"] = "Math.Cbrt",
        ["pow"] = "Math.Pow",
        ["exp"] = "Math.Exp",
        ["log"] = "Math.Log",
        ["log2"] = "Math.Log2",
        ["log10"] = "Math.Log10",
        ["sin"] = "Math.Sin",
        ["cos"] = "Math.Cos",
        ["tan"] = "Math.Tan",
        ["asin"] = "Math.Asin",
        ["acos"] = "Math.Acos",
        ["atan"] = "Math.Atan",
        ["atan2"] = "Math.Atan2",
        ["sinh"] = "Math.Sinh",
        ["cosh"] = "Math.Cosh",
        ["tanh"] = "Math.Tanh",
        ["asinh"] = "Math.Asinh",
        ["acosh"] = "Math.Acosh",
        ["atanh"] = "Math.Atanh",
        ["maximum"] = "Math.Max",
        ["minimum"] = "Math.Min",
        ["hypot"] = "double.Hypot",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HelperTexts _helpers;

    /// <summary>Reads the helpers.</summary>
    public CSharpDialect() => _helpers = HelperTexts.Of(static spellings => spellings.CHelper, CHead, s_functions.ContainsKey, Translated, LoopFunctions.All);

    /// <inheritdoc/>
    public override string Buffer(string name, long count) => string.Create(CultureInfo.InvariantCulture, $"double[] {name} = new double[{count}];");

    /// <inheritdoc/>
    public override string Language => "C#";

    /// <inheritdoc/>
    protected override FrozenDictionary<string, string> Functions => s_functions;

    /// <inheritdoc/>
    protected override (string Number, string Condition) Declarations => ("double", "bool");

    /// <inheritdoc/>
    public override bool Reserves(string name) => Keywords.CSharp.Contains(name) || _helpers.Has(name);

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => spellings.CSharp ?? base.Template(spellings);

    /// <inheritdoc/>
    public override Fragment Constant(string name) => Fragment.Atom(name switch
    {
        NamedConstants.Pi => "Math.PI",
        NamedConstants.Tau => "Math.Tau",
        NamedConstants.E => "Math.E",
        _ => "double.PositiveInfinity",
    });

    /// <inheritdoc/>
    public override string Assemble(CodeParts parts)
    {
        var helpers = _helpers.NeededBy(parts.Functions.SelectMany(static function => function.Lines.Concat(function.Results)));
        var code = new StringBuilder();
        foreach (var line in parts.Title) code.Append("// ").AppendLine(line);
        code.AppendLine().AppendLine("using System;").AppendLine().AppendLine("public static class Program").AppendLine("{");
        foreach (var (name, value) in parts.Data) code.Append("    private ").AppendLine(CSharpArrays.Constant(name, value));
        if (parts.Data.Count > 0) code.AppendLine();
        foreach (var function in parts.Functions) Write(function, code);
        foreach (var helper in helpers)
        {
            foreach (var line in helper.Split('\n')) code.Append(line.Length == 0 ? "" : "    ").AppendLine(line);
            code.AppendLine();
        }

        if (CSharpArrays.Has(parts)) return CSharpArrays.Ending(parts, code);
        code.AppendLine("    public static void Main()").AppendLine("    {");
        foreach (var check in parts.Checks)
        {
            var call = $"{check.Function.Name}({string.Join(", ", check.Point.Select(Literals.Double))})";
            code.AppendLine(CultureInfo.InvariantCulture, $"        Check({call}, {string.Join(", ", check.Expected.Select(Literals.Double))});");
        }

        return code.AppendLine(
            """
                }

                private static void Check(double actual, double expected) => Check(new[] { actual }, expected);

                private static void Check(double[] actual, params double[] expected)
                {
                    for (int i = 0; i < expected.Length; i++)
                    {
                        bool isClose = Math.Abs(actual[i] - expected[i]) <= 1e-9 * Math.Max(Math.Abs(expected[i]), 1e-3);
                        if (!isClose) throw new InvalidOperationException(actual[i] + " is not " + expected[i]);
                    }
                }
            }
            """).ToString();
    }

    private static void Write(CodeFunction function, StringBuilder code)
    {
        if (function.Arrays is not null)
        {
            CSharpArrays.Write(function, code);
            return;
        }

        code.Append("    // ").AppendLine(function.Says)
            .AppendLine(CultureInfo.InvariantCulture, $"    public static double{(!function.IsNumber ? "[]" : "")} {function.Name}({string.Join(", ", function.Parameters.Select(static name => $"double {name}"))})")
            .AppendLine("    {");
        foreach (var line in function.Lines) code.Append("        ").AppendLine(line);
        if (function.IsNumber)
        {
            code.AppendLine(CultureInfo.InvariantCulture, $"        return {function.Results[0]};");
        }
        else
        {
            code.AppendLine("        return new[]").AppendLine("        {");
            foreach (var result in function.Results) code.Append("            ").Append(result).AppendLine(",");
            code.AppendLine("        };");
        }

        code.AppendLine("    }").AppendLine();
    }

    /// <inheritdoc/>
    protected override string Head(string name, string parameters) => $"private static double {name}({parameters.Replace("double *", "double[] ", StringComparison.Ordinal)}) {{";

    /// <inheritdoc/>
    protected override string Table(string name, string entries) => $"double[] {name} = {{{entries}}};";

    /// <inheritdoc/>
    protected override string Row(string name, string length) => $"double[] {name} = new double[{length}];";
}
