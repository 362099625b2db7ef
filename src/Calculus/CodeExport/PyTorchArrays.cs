using System.Globalization;
using System.Text;

namespace Calculus.CodeExport;

/// <summary>Comparisons of programs with arrays in PyTorch.</summary>
internal static class PyTorchArrays
{
    /// <summary>The comparisons, a gradient's also with <c>torch.autograd</c>.</summary>
    /// <param name="parts">The program.</param>
    /// <param name="gradient">Its gradient, or null.</param>
    /// <param name="code">Where they are written.</param>
    /// <param name="comparison">The line of a comparison.</param>
    /// <param name="arguments">The point of a comparison.</param>
    public static void Ending(CodeParts parts, CodeFunction? gradient, StringBuilder code, Func<CodeCheck, string> comparison, Func<CodeCheck, string> arguments)
    {
        // Autograd differentiates both branches of a choice, and an undefined value in the one not taken makes its result NaN.
        var isAutomatic = gradient is { HasChoices: false } && parts.Functions[0].Arrays!.Results[0].IsScalar && !parts.Functions[0].HasChoices;
        code.AppendLine().AppendLine().Append(
            """
            def close(actual, expected):
                actual, expected = torch.as_tensor(actual, dtype=torch.float64), torch.as_tensor(expected, dtype=torch.float64)
                largest = max(1e-3, float(torch.max(torch.abs(expected))))
                return actual.shape == expected.shape and bool(torch.all(torch.abs(actual - expected) <= 1e-9 * largest))


            def all_close(actual, expected):
                return len(actual) == len(expected) and all(close(*pair) for pair in zip(actual, expected))



            """);
        if (isAutomatic)
        {
            var list = string.Join(", ", gradient!.Parameters);
            code.Append(
                $"""
                def automatic({list}):
                    inputs = [torch.tensor(value, requires_grad=True) for value in [{list}]]
                    value = torch.as_tensor({parts.Functions[0].Name}(*inputs))
                    if not value.requires_grad:
                        return [torch.zeros_like(each) for each in inputs]
                    found = torch.autograd.grad(value, inputs, allow_unused=True)
                    return [torch.zeros_like(each) if part is None else part for part, each in zip(found, inputs)]



                """);
        }

        code.AppendLine("if __name__ == \"__main__\":");
        foreach (var check in parts.Checks)
        {
            code.AppendLine(CultureInfo.InvariantCulture, $"    {comparison(check)}");
            if (isAutomatic && check.Function == gradient) code.AppendLine(CultureInfo.InvariantCulture, $"    assert all_close(automatic({arguments(check)}), {gradient!.Name}({arguments(check)}))");
        }

        if (parts.Checks.Count == 0) code.AppendLine("    pass");
    }
}
