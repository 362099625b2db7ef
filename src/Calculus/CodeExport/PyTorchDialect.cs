using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Python with PyTorch; a gradient is also compared with <c>torch.autograd</c>.</summary>
internal sealed class PyTorchDialect : PythonDialect
{
    // Their orders are plain numbers.
    private static readonly ImmutableArray<string> s_ofOrders = ["polygamma(", "sinc_derivative(", "real_power("];

    /// <inheritdoc/>
    public override string Language => "PyTorch";

    /// <inheritdoc/>
    public override bool ComputesBothBranches => true;

    /// <inheritdoc/>
    public override string Library => "torch.";

    /// <inheritdoc/>
    public override string Literal => "torch.tensor";

    /// <inheritdoc/>
    public override string Largest => "torch.amax";

    /// <inheritdoc/>
    public override string Smallest => "torch.amin";

    /// <inheritdoc/>
    public override string EinsumOptions => "";

    /// <inheritdoc/>
    public override string LogSumExp(string x, string axes) => $"torch.logsumexp({x}, axis={axes})";

    /// <inheritdoc/>
    public override string Take(string x, string places, int axis) => string.Create(CultureInfo.InvariantCulture, $"torch.index_select({x}, {axis}, {places})");

    /// <inheritdoc/>
    public override Fragment AsArray(Fragment fragment) => Tensor(fragment);

    /// <inheritdoc/>
    protected override string Imports => "import torch" + Environment.NewLine + Environment.NewLine + "torch.set_default_dtype(torch.float64)" + Environment.NewLine;

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => spellings.PyTorch ?? InTorch(spellings.NumPy);

    /// <inheritdoc/>
    public override Fragment Call(string template, IReadOnlyList<Fragment> arguments)
    {
        // The library's functions take tensors, not plain numbers.
        var keepsPlain = s_ofOrders.Any(name => template.StartsWith(name, StringComparison.Ordinal)) && !arguments.All(static argument => argument.IsPlain);
        var call = Fill(template, keepsPlain ? arguments : [.. arguments.Select(Tensor)]);
        return call;
    }

    /// <inheritdoc/>
    public override Fragment Compare(string relation, Fragment a, Fragment b) => base.Compare(relation, b.IsPlain ? Tensor(a) : a, b);

    /// <inheritdoc/>
    protected override string? Helper(Spellings spellings) =>
        spellings.PyTorchHelper ?? spellings.NumPyHelper;

    /// <inheritdoc/>
    protected override string Translated(string helper) => InTorch(helper);

    /// <inheritdoc/>
    protected override string GeneralPower => "torch.pow({0}, {1})";

    /// <inheritdoc/>
    protected override string Datum(double value) => $"torch.tensor({Literals.Double(value)})";

    /// <inheritdoc/>
    protected override string Taken(string parameter) => $"{parameter} = torch.as_tensor({parameter}, dtype=torch.float64)";

    /// <inheritdoc/>
    protected override void Ending(CodeParts parts, StringBuilder code)
    {
        var gradient = parts.Functions.FirstOrDefault(static function => function.Content == CodeContent.Gradient);
        if (CArrays.Has(parts))
        {
            PyTorchArrays.Ending(parts, gradient, code, Comparison, Arguments);
            return;
        }

        code.AppendLine().AppendLine().Append(
            """
            def numbers(value):
                return torch.stack([torch.as_tensor(entry).reshape(()) for entry in flat(value)])


            def flat(value):
                return [entry for part in value for entry in flat(part)] if isinstance(value, (list, tuple)) else [value]


            def close(actual, expected):
                actual, expected = numbers(actual), numbers(expected)
                return bool(torch.all(torch.abs(actual - expected) <= 1e-9 * torch.clamp(torch.abs(expected), min=1e-3)))


            """);
        if (gradient is not null)
        {
            code.AppendLine().Append(
                $"""
                def automatic({string.Join(", ", gradient.Parameters)}):
                    inputs = [torch.tensor(value, requires_grad=True) for value in [{string.Join(", ", gradient.Parameters)}]]
                    value = torch.as_tensor({parts.Functions[0].Name}(*inputs))
                    if not value.requires_grad:
                        return [0.0 for each in inputs]
                    found = torch.autograd.grad(value, inputs, allow_unused=True)
                    return [0.0 if each is None else each for each in found]



                """);
        }

        code.AppendLine("if __name__ == \"__main__\":");
        foreach (var check in parts.Checks)
        {
            code.AppendLine(CultureInfo.InvariantCulture, $"    {Comparison(check)}");
            if (check.Function != gradient) continue;
            var point = string.Join(", ", check.Point.Select(Literals.Double));
            code.AppendLine(CultureInfo.InvariantCulture, $"    assert close(automatic({point}), {gradient.Name}({point}))");
        }

        if (parts.Checks.Count == 0) code.AppendLine("    pass");
    }

    private static Fragment Tensor(Fragment fragment) => fragment.IsPlain ? Fragment.Atom($"torch.tensor({fragment.Text})") : fragment;

    private static string InTorch(string numPy) => numPy
        .Replace("np.pi", "math.pi", StringComparison.Ordinal).Replace("np.nan", "math.nan", StringComparison.Ordinal)
        .Replace("np.max(", "torch.amax(", StringComparison.Ordinal)
        .Replace("np.power", "torch.pow", StringComparison.Ordinal).Replace("np.", "torch.", StringComparison.Ordinal);
}
