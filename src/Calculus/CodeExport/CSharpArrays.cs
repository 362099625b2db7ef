using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Programs with arrays in C#: arrays are their entries row by row; several results are an array of arrays.</summary>
internal static class CSharpArrays
{
    /// <summary>Whether a program has arrays.</summary>
    public static bool Has(CodeParts parts) => CArrays.Has(parts);

    /// <summary>A constant.</summary>
    public static string Constant(string name, ArrayValue value) => value.Shape.IsScalar
        ? $"const double {name} = {Literals.Double(value.Number)};"
        : $"static readonly double[] {name} = {{ {CodeArrays.Flat(value)} }};  // {value.Shape}";

    /// <summary>A function.</summary>
    public static void Write(CodeFunction function, StringBuilder code)
    {
        var arrays = function.Arrays!;
        var parameters = function.Parameters.Select((name, i) => (arrays.Parameters[i].IsScalar ? "double " : "double[] ") + name);
        var answer = !function.IsOneValue ? "double[][]" : arrays.Results[0].IsScalar ? "double" : "double[]";
        code.Append("    // ").AppendLine(function.Says);
        if (arrays.Said(function.Parameters) is { Length: > 0 } said) code.Append("    // ").AppendLine(said);
        code.AppendLine(CultureInfo.InvariantCulture, $"    public static {answer} {function.Name}({string.Join(", ", parameters)})").AppendLine("    {");
        foreach (var line in function.Lines) code.Append("        ").AppendLine(line);
        List<string> results = [];
        for (var i = 0; i < function.Results.Count; i++)
        {
            var (output, result, shape, place) = (arrays.Outputs[i], function.Results[i], arrays.Results[i], arrays.Place);
            if (!shape.IsScalar)
                code.AppendLine(CultureInfo.InvariantCulture, $"        double[] {output} = new double[{shape.Count}];")
                    .AppendLine(CultureInfo.InvariantCulture, $"        for (int {place} = 0; {place} < {shape.Count}; {place}++) {output}[{place}] = {result};");
            results.Add(!shape.IsScalar ? output : function.IsOneValue ? result : $"new[] {{ {result} }}");
        }

        code.AppendLine(CultureInfo.InvariantCulture, $"        return {(function.IsOneValue ? results[0] : $"new[] {{ {string.Join(", ", results)} }}")};").AppendLine("    }").AppendLine();
    }

    /// <summary>The comparisons.</summary>
    public static string Ending(CodeParts parts, StringBuilder code)
    {
        code.AppendLine("    public static void Main()").AppendLine("    {");
        foreach (var check in parts.Checks)
        {
            var arrays = check.Function.Arrays!;
            var point = CodeArrays.Split(check.Point, arrays.Parameters).Select(static value => value.Shape.IsScalar ? Literals.Double(value.Number) : Row(value));
            var expected = CodeArrays.Split(check.Expected, arrays.Results).Select(Row);
            var call = $"{check.Function.Name}({string.Join(", ", point)})";
            var actual = !check.Function.IsOneValue ? call : arrays.Results[0].IsScalar ? $"new[] {{ new[] {{ {call} }} }}" : $"new[] {{ {call} }}";
            code.AppendLine(CultureInfo.InvariantCulture, $"        Check({actual}, {string.Join(", ", expected)});");
        }

        return code.AppendLine(
            """
                }

                private static void Check(double[][] actual, params double[][] expected)
                {
                    for (int k = 0; k < expected.Length; k++)
                    {
                        double largest = 1e-3;
                        foreach (double number in expected[k]) largest = Math.Max(largest, Math.Abs(number));
                        for (int i = 0; i < expected[k].Length; i++)
                        {
                            bool isClose = Math.Abs(actual[k][i] - expected[k][i]) <= 1e-9 * largest;
                            if (!isClose) throw new InvalidOperationException(actual[k][i] + " is not " + expected[k][i]);
                        }
                    }
                }
            }
            """).ToString();
    }

    private static string Row(ArrayValue value) => $"new[] {{ {CodeArrays.Flat(value)} }}";
}
