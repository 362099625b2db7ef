using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Spectra;
using Xunit;

namespace Calculus.Tests.Spectra;

/// <summary>How many eigenvalues of second derivatives are 0 at every point.</summary>
public sealed class KernelByIdentityTests
{
    [Theory]
    [InlineData("f(x, y) = exp(x + y)", 1)]
    [InlineData("f(x, y) = sin(2x - 3y)", 1)]
    [InlineData("f(x, y, z) = tanh(x + y/2 - z)", 2)]
    [InlineData("f(x, y, z) = exp(x + y) + z^2", 1)]
    [InlineData("f(x, y, z) = exp(x - y)", 2)]
    [InlineData("f(x, y, z, w) = log(1 + exp(x + 2y)) * (z - w)^2", 2)]
    [InlineData("f(x, y) = x + y", 2)]
    // Singular at the point, but not everywhere; and not singular at all.
    [InlineData("f(x, y) = x^3 + y^2", 0, 0)]
    [InlineData("f(x, y) = exp(x + y) + 1e-25*sin(x)", 0)]
    [InlineData("f(x, y) = x^2 + y^2", 0)]
    // Not along a direction that a person would write.
    [InlineData("f(x, y) = exp(sqrt(2)*x + y)", 0)]
    public void Counts_directions_without_curvature(string definition, int expected, double first = 0.7)
    {
        var study = Study.Of(definition, BindingContext.Empty, new Budget(new Limits()));
        var formulas = study.Hessian(study.Variables).SelectMany(static row => row).ToList();
        double[] point = [first, .. Enumerable.Range(1, study.Variables.Count - 1).Select(static i => 0.3 * i)];
        double[] numbers = [.. study.At(formulas, point).Values.Select(static value => value.Entries[0])];
        Assert.Equal(expected, KernelByIdentity.Count([.. formulas.Select(static formula => formula.Formula)], numbers, study.Variables.Count));
    }
}
