using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Programs with arrays in JavaScript: arrays are their entries row by row; several results are a list.</summary>
internal static class JavaScriptArrays
{
    /// <summary>Whether a program has arrays.</summary>
    public static bool Has(CodeParts parts) => CArrays.Has(parts);

    /// <summary>A constant.</summary>
    public static string Constant(string name, ArrayValue value) => value.Shape.IsScalar
        ? $"const {name} = {Literals.Double(value.Number)};"
        : $"const {name} = [{CodeArrays.Flat(value)}];  // {value.Shape}";

    /// <summary>A function.</summary>
    public static void Write(CodeFunction function, StringBuilder code)
    {
        var arrays = function.Arrays!;
        code.Append("// ").AppendLine(function.Says);
        if (arrays.Said(function.Parameters) is { Length: > 0 } said) code.Append("// ").AppendLine(said);
        code.AppendLine(CultureInfo.InvariantCulture, $"function {function.Name}({string.Join(", ", function.Parameters)}) {{");
        foreach (var line in function.Lines) code.Append("  ").AppendLine(line);
        List<string> results = [];
        for (var i = 0; i < function.Results.Count; i++)
        {
            var (output, result, shape, place) = (arrays.Outputs[i], function.Results[i], arrays.Results[i], arrays.Place);
            if (!shape.IsScalar)
                code.AppendLine(CultureInfo.InvariantCulture, $"  const {output} = new Float64Array({shape.Count});")
                    .AppendLine(CultureInfo.InvariantCulture, $"  for (let {place} = 0; {place} < {shape.Count}; {place}++) {output}[{place}] = {result};");
            results.Add(shape.IsScalar ? result : output);
        }

        code.AppendLine(CultureInfo.InvariantCulture, $"  return {(function.IsOneValue ? results[0] : $"[{string.Join(", ", results)}]")};").AppendLine("}").AppendLine();
    }

    /// <summary>The comparisons.</summary>
    public static string Ending(CodeParts parts, StringBuilder code)
    {
        code.AppendLine(
            """
            function check(actual, expected) {
              expected.forEach((part, k) => {
                const largest = Math.max(1e-3, ...part.map(Math.abs));
                part.forEach((number, i) => {
                  const entry = typeof actual[k] === "number" ? actual[k] : actual[k][i];
                  const isClose = Math.abs(entry - number) <= 1e-9 * largest;
                  if (!isClose) throw new Error(`${entry} is not ${number}`);
                });
              });
            }

            """);
        foreach (var check in parts.Checks)
        {
            var arrays = check.Function.Arrays!;
            var point = CodeArrays.Split(check.Point, arrays.Parameters).Select(static value => value.Shape.IsScalar ? Literals.Double(value.Number) : $"[{CodeArrays.Flat(value)}]");
            var expected = CodeArrays.Split(check.Expected, arrays.Results).Select(static value => $"[{CodeArrays.Flat(value)}]");
            var call = $"{check.Function.Name}({string.Join(", ", point)})";
            code.AppendLine(CultureInfo.InvariantCulture, $"check({(check.Function.IsOneValue ? $"[{call}]" : call)}, [{string.Join(", ", expected)}]);");
        }

        return code.ToString();
    }
}
