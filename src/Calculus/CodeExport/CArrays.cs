using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Programs with arrays in C: arrays are pointers to entries row by row; each array that is returned goes to where a pointer says.</summary>
internal static class CArrays
{
    /// <summary>Whether a program has arrays.</summary>
    public static bool Has(CodeParts parts) => parts.Functions.Any(static function => function.Arrays is not null);

    /// <summary>A constant.</summary>
    public static string Constant(string name, ArrayValue value) => value.Shape.IsScalar
        ? $"const double {name} = {Literals.Double(value.Number)};"
        : string.Create(CultureInfo.InvariantCulture, $"const double {name}[{value.Shape.Count}] = {{ {CodeArrays.Flat(value)} }};  // {value.Shape}");

    /// <summary>A function.</summary>
    public static void Write(CodeFunction function, StringBuilder code)
    {
        var arrays = function.Arrays!;
        var parameters = function.Parameters.Select((name, i) => (arrays.Parameters[i].IsScalar ? "double " : "const double *") + name).ToList();
        var isNumber = IsNumber(function);
        if (!isNumber) parameters.AddRange(arrays.Outputs.Select(static name => $"double *{name}"));
        code.AppendLine().Append("// ").AppendLine(function.Says);
        if (arrays.Said(function.Parameters) is { Length: > 0 } said) code.Append("// ").AppendLine(said);
        code.AppendLine(CultureInfo.InvariantCulture, $"static {(isNumber ? "double" : "void")} {function.Name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters))}) {{");
        foreach (var line in function.Lines) code.Append("    ").AppendLine(line);
        for (var i = 0; i < function.Results.Count; i++)
        {
            var (output, result, shape, place) = (arrays.Outputs[i], function.Results[i], arrays.Results[i], arrays.Place);
            if (isNumber) code.AppendLine(CultureInfo.InvariantCulture, $"    return {result};");
            else if (shape.IsScalar) code.AppendLine(CultureInfo.InvariantCulture, $"    *{output} = {result};");
            else code.AppendLine(CultureInfo.InvariantCulture, $"    for (int {place} = 0; {place} < {shape.Count}; {place}++) {output}[{place}] = {result};");
        }

        code.AppendLine("}");
    }

    /// <summary>The comparisons.</summary>
    public static string Ending(CodeParts parts, StringBuilder code)
    {
        code.AppendLine().AppendLine(
            """
            static int close_to(const double *actual, const double *expected, int count) {
                double largest = 1e-3;
                for (int i = 0; i < count; i++) largest = fmax(largest, fabs(expected[i]));
                for (int i = 0; i < count; i++) if (!(fabs(actual[i] - expected[i]) <= 1e-9 * largest)) return 0;
                return 1;
            }
            """).AppendLine().AppendLine("int main(void) {");
        if (parts.Checks.Count == 0) code.AppendLine("    (void)close_to;");
        if (parts.Checks.Count == 0) foreach (var function in parts.Functions) code.AppendLine(CultureInfo.InvariantCulture, $"    (void){function.Name};");
        foreach (var check in parts.Checks) Write(check, code);
        return code.AppendLine("    return 0;").Append('}').AppendLine().ToString();
    }

    private static bool IsNumber(CodeFunction function) => function.Content == CodeContent.Value && function.Arrays!.Results[0].IsScalar;

    private static void Write(CodeCheck check, StringBuilder code)
    {
        var arrays = check.Function.Arrays!;
        var (point, expected) = (CodeArrays.Split(check.Point, arrays.Parameters), CodeArrays.Split(check.Expected, arrays.Results));
        List<string> arguments = [];
        code.AppendLine("    {");
        for (var i = 0; i < point.Length; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"point{i}");
            if (!point[i].Shape.IsScalar) code.Append("        ").AppendLine(Constant(name, point[i]));
            arguments.Add(point[i].Shape.IsScalar ? Literals.Double(point[i].Number) : name);
        }

        for (var i = 0; i < expected.Length; i++) code.AppendLine(CultureInfo.InvariantCulture, $"        double actual{i}[{expected[i].Entries.Length}], expected{i}[] = {{ {CodeArrays.Flat(expected[i])} }};");
        if (IsNumber(check.Function)) code.AppendLine(CultureInfo.InvariantCulture, $"        actual0[0] = {check.Function.Name}({string.Join(", ", arguments)});");
        else code.AppendLine(CultureInfo.InvariantCulture, $"        {check.Function.Name}({string.Join(", ", arguments.Concat(Enumerable.Range(0, expected.Length).Select(static i => string.Create(CultureInfo.InvariantCulture, $"actual{i}"))))});");
        for (var i = 0; i < expected.Length; i++) code.AppendLine(CultureInfo.InvariantCulture, $"        assert(close_to(actual{i}, expected{i}, {expected[i].Entries.Length}));");
        code.AppendLine("    }");
    }
}
