using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>JavaScript.</summary>
internal sealed class JavaScriptDialect : CFamily
{
    private static readonly FrozenDictionary<string, string> s_functions =
        "floor ceil sqrt cbrt pow exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh hypot sign"
            .Split(' ').Select(static name => KeyValuePair.Create(name, "Math." + name))
            .Concat([KeyValuePair.Create("fabs", "Math.abs"), KeyValuePair.Create("maximum", "Math.max"), KeyValuePair.Create("minimum", "Math.min")])
            .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HelperTexts _helpers;

    /// <summary>Reads the helpers.</summary>
    public JavaScriptDialect() => _helpers = HelperTexts.Of(static spellings => spellings.CHelper, CHead, s_functions.ContainsKey, Translated, LoopFunctions.All);

    /// <inheritdoc/>
    public override string Buffer(string name, long count) => string.Create(CultureInfo.InvariantCulture, $"const {name} = new Float64Array({count});");

    /// <inheritdoc/>
    public override string Language => "JavaScript";

    /// <inheritdoc/>
    protected override FrozenDictionary<string, string> Functions => s_functions;

    /// <inheritdoc/>
    protected override (string Number, string Condition) Declarations => ("const", "const");

    /// <inheritdoc/>
    public override bool Reserves(string name) => Keywords.JavaScript.Contains(name) || _helpers.Has(name);

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => spellings.JavaScript ?? base.Template(spellings);

    /// <inheritdoc/>
    public override Fragment Number(Rational value) => Literals.Exact(value, wholeNumbers: true);

    /// <inheritdoc/>
    public override Fragment Constant(string name) => name switch
    {
        NamedConstants.Pi => Fragment.Atom("Math.PI"),
        NamedConstants.Tau => new Fragment("2 * Math.PI", Tightness.Product),
        NamedConstants.E => Fragment.Atom("Math.E"),
        _ => Fragment.Atom("Infinity"),
    };

    /// <inheritdoc/>
    public override string Assemble(CodeParts parts)
    {
        var helpers = _helpers.NeededBy(parts.Functions.SelectMany(static function => function.Lines.Concat(function.Results)));
        var code = new StringBuilder();
        foreach (var line in parts.Title) code.Append("// ").AppendLine(line);
        code.AppendLine();
        foreach (var (name, value) in parts.Data) code.AppendLine(JavaScriptArrays.Constant(name, value));
        if (parts.Data.Count > 0) code.AppendLine();
        foreach (var function in parts.Functions) Write(function, code);
        foreach (var helper in helpers) code.AppendLine(helper).AppendLine();
        if (JavaScriptArrays.Has(parts)) return JavaScriptArrays.Ending(parts, code);
        code.AppendLine(
            """
            function check(actual, expected) {
              [actual].flat(2).forEach((number, i) => {
                const isClose = Math.abs(number - expected[i]) <= 1e-9 * Math.max(Math.abs(expected[i]), 1e-3);
                if (!isClose) throw new Error(`${number} is not ${expected[i]}`);
              });
            }

            """);
        foreach (var check in parts.Checks)
        {
            var call = $"{check.Function.Name}({string.Join(", ", check.Point.Select(Literals.Double))})";
            code.AppendLine(CultureInfo.InvariantCulture, $"check({call}, [{string.Join(", ", check.Expected.Select(Literals.Double))}]);");
        }

        return code.ToString();
    }

    private static void Write(CodeFunction function, StringBuilder code)
    {
        if (function.Arrays is not null)
        {
            JavaScriptArrays.Write(function, code);
            return;
        }

        code.Append("// ").AppendLine(function.Says)
            .AppendLine(CultureInfo.InvariantCulture, $"function {function.Name}({string.Join(", ", function.Parameters)}) {{");
        foreach (var line in function.Lines) code.Append("  ").AppendLine(line);
        switch (function.Content)
        {
            case CodeContent.Value:
                code.AppendLine(CultureInfo.InvariantCulture, $"  return {function.Results[0]};");
                break;
            case CodeContent.Gradient:
                code.AppendLine("  return [");
                foreach (var result in function.Results) code.Append("    ").Append(result).AppendLine(",");
                code.AppendLine("  ];");
                break;
            default:
                code.AppendLine("  return [");
                foreach (var row in function.Results.Chunk(function.Columns)) code.Append("    [").AppendJoin(", ", row).AppendLine("],");
                code.AppendLine("  ];");
                break;
        }

        code.AppendLine("}").AppendLine();
    }

    /// <inheritdoc/>
    protected override string Head(string name, string parameters) => $"function {name}({parameters.Replace("double *", "", StringComparison.Ordinal).Replace(CHead, "", StringComparison.Ordinal).Replace("int ", "", StringComparison.Ordinal)}) {{";

    /// <inheritdoc/>
    protected override string Table(string name, string entries) => $"const {name} = [{entries}];";

    /// <inheritdoc/>
    protected override string Row(string name, string length) => $"const {name} = new Array({length}).fill(0);";

    /// <inheritdoc/>
    protected override string Declared(string line) =>
        line.Replace("(int)", "", StringComparison.Ordinal).Replace("double ", "let ", StringComparison.Ordinal).Replace("int ", "let ", StringComparison.Ordinal);
}
