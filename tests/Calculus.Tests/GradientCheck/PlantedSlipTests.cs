using System.Globalization;
using Calculus.GradientCheck;
using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>Mistakes made on purpose are found and named.</summary>
public sealed class PlantedSlipTests
{
    public static TheoryData<string, double[], string, string> InOneVariable => new()
    {
        // The chain rule.
        { "sin(x^2)", [1.3], "cos(x^2)", "inner-derivative-lost" },
        { "sin(3x)", [0.7], "cos(3x)", "inner-derivative-lost" },
        { "(x^2 + 1)^3", [2], "3(x^2 + 1)^2", "inner-derivative-lost" },
        { "exp(-x^2/2)", [0.7], "exp(-x^2/2)", "inner-derivative-lost" },
        { "sigmoid(3x + 1)", [0.2], "sigmoid(3x + 1)*(1 - sigmoid(3x + 1))", "inner-derivative-lost" },
        { "sin(x^2)", [1.3], "-0.118922", "inner-derivative-lost" },
        { "sin(x^2)", [1.3], "2x*cos(x)", "outer-at-variable" },
        { "sin(x^2)", [1.3], "cos(2x)", "outer-at-inner-derivative" },
        { "log(x^2 + 1)", [1.3], "2x", "outer-derivative-lost" },
        { "A(x) = sin(x); B(x) = x^3; f(x) = A(B(x))", [0.8], "3x^2*cos(x^3)*3x^2", "chain-factor-twice" },
        { "sin(3x) + cos(2x)", [0.4], "cos(3x) - sin(2x)", "inner-derivative-lost" },
        // Powers and exponentials.
        { "x^3", [1.7], "x^2", "power-factor-lost" },
        { "x^3 + 5x^2", [1.7], "x^2 + 5x", "power-factor-lost" },
        { "x^3", [1.7], "3x^3", "power-not-lowered" },
        { "x^5", [1.7], "5x^3", "power-lowered-twice" },
        { "x^-2", [1.7], "-2x^-1", "power-raised" },
        { "x^4", [1.7], "3x^3", "power-wrong-factor" },
        { "x^3 + x", [1.7], "x^4/4 + 1", "power-integrated" },
        { "sqrt(x)", [3], "1/sqrt(x)", "power-factor-lost" },
        { "exp(x)", [1.7], "x*exp(x - 1)", "exponential-as-power" },
        { "2^x + x", [1.7], "x*2^(x - 1) + 1", "exponential-as-power" },
        { "2^x", [1.7], "2^x", "exponential-logarithm-lost" },
        { "x^x", [1.7], "x*x^(x - 1)", "power-half-lost" },
        // Products and quotients.
        { "x^2*sin(x)", [1.1], "2x*cos(x)", "product-of-derivatives" },
        { "x^2*sin(x)", [1.1], "2x*sin(x)", "product-half-lost" },
        { "x^2*sin(x)", [1.1], "2x*sin(x) - x^2*cos(x)", "product-sign" },
        { "sin(x)/x", [1.1], "(cos(x)*x + sin(x))/x^2", "quotient-sign" },
        { "sin(x)/x", [1.1], "(cos(x)*x - sin(x))/x", "denominator-not-squared" },
        { "sin(x)/(x^2 + 1)", [1.1], "cos(x)/(2x)", "quotient-of-derivatives" },
        { "sin(x)/(x^2 + 1)", [1.1], "(2x*sin(x) - (x^2 + 1)*cos(x))/sin(x)^2", "quotient-upside-down" },
        { "5 + x/(x^2 + 1) + x^3", [1.1], "(2x^2 - (x^2 + 1))/(x^2 + 1)^2 + 3x^2", "quotient-order" },
        { "5sin(x)", [1.1], "cos(x)", "factor-lost" },
        { "((2x - 1)^2 + (3x + 2)^2)/2", [1.1], "4(2x - 1) + 6(3x + 2)", "divisor-lost" },
        { "x^2*sin(x)/7", [1.1], "(2x*sin(x) + x^2*cos(x))/49", "factor-twice" },
        { "log(x, 3)", [1.1], "1/x", "logarithm-base-lost" },
        { "log10(x)", [1.1], "1/x", "logarithm-base-lost" },
        // Sums and branches.
        { "x^2 + sin(x) + exp(x)", [1.1], "2x + exp(x)", "term-lost" },
        { "x^2 - sin(x)", [1.1], "2x + cos(x)", "term-sign" },
        { "x^2 + 3", [2], "2x + 3", "constant-kept" },
        { "x^2 + 3", [2], "2x + 1", "constant-as-one" },
        { "if(x > 0, x^2, -3x)", [2], "-3", "other-branch" },
        // Functions.
        { "x^2 + cos(x)", [1.1], "2x + sin(x)", "function-sign" },
        { "x^2 + sin(x)", [1.1], "2x + sin(x)", "function-kept" },
        { "tanh(x)", [0.4], "1 - tanh(x)", "square-lost" },
        { "asin(x)", [0.4], "1/(1 - x^2)", "root-lost" },
        { "atan(x)", [0.4], "1/(1 - x^2)", "inverse-function-sign" },
        { "sigmoid(x)", [0.4], "x*(1 - x)", "argument-for-value" },
        { "sigmoid(x)", [0.4], "1 - sigmoid(x)", "one-minus-lost" },
        { "log(x)", [2.5], "1/log(x)", "logarithm-not-inverted" },
        { "abs(x)", [-2], "1", "kink-ignored" },
        { "if(abs(x - 1) < 0.5, (x - 1)^2/2, 0.5*(abs(x - 1) - 0.25))", [-2], "0.5", "kink-ignored" },
        { "elu(x, 1.5)", [-2], "elu(x, 1.5)", "function-itself" },
        // The whole derivative.
        { "x^2*exp(x)", [1.3], "-(x^2 + 2x)*exp(x)", "sign-flipped" },
        { "x^3 - 2x", [1.3], "x^3 - 2x", "function-itself" },
        { "x^3 - 2x", [1.3], "6x", "differentiated-twice" },
        { "sin(x)*x", [1.3], "(cos(x)*x + sin(x))*pi/180", "angle-in-degrees" },
        { "(x - 1)^2 + (2x - 3)^2 + (x + 2)^2", [1.3], "(2(x - 1) + 4(2x - 3) + 2(x + 2))/3", "term-count" },
        { "x*exp(x)", [1.3], "7(1 + x)*exp(x)", "constant-factor" },
        { "x*exp(x)", [1.3], "(1 + x)*exp(x) + 0.25", "constant-added" },
        { "x^2*exp(x)", [1.3], "0", "held-constant" },
        { "x^3", [2], "12.61", "difference-step-too-large" },
        { "exp(x)", [1], Forward(Math.Exp, 1, 1e-15), "difference-step-too-small" },
        { "x^5", [1.7], "42", "rounded-too-far" },
        { "x^3*exp(x)", [1.5], "0.753064290500951", "other-point" },
    };

    public static TheoryData<string, double[], string[], string> InSeveralVariables => new()
    {
        { "f(x, z) = 2z^3 x^2", [3, 2], ["6x^2*z^2", "4z^3*x"], "components-permuted" },
        { "f(x, z) = 2z^3 x^2", [3, 2], ["216", "96"], "components-permuted" },
        { "f(x, z) = 2z^3 x^2", [3, 2], ["-96", "-216"], "descent-direction" },
        { "f(x, z) = 2z^3 x^2", [3, 2], ["0.4061384660534476", "0.9138115486202572"], "unit-vector" },
        { "f(x, z) = 2z^3 x^2", [3, 2], ["216", "216"], "wrong-variable" },
        { "loss(w, b) = ((w + b - 1)^2 + (2w + b - 3)^2 + (4w + b - 2)^2)/3", [0.3, 0.2],
            ["2(w + b - 1) + 4(2w + b - 3) + 8(4w + b - 2)", "2(w + b - 1) + 2(2w + b - 3) + 2(4w + b - 2)"], "divisor-lost" },
        { "loss(w, b) = ((w + b - 1)^2 + (2w + b - 3)^2)/2", [0.3, 0.2], ["(w + b - 1) + (2w + b - 3)", "(w + b - 1) + (2w + b - 3)"], "inner-derivative-lost" },
        { "f(a, b, c) = a*b^2*c^3", [1, 2, 3], ["2*b*c^3*a", "b^2*c^3", "3*a*b^2*c^2"], "components-permuted" },
    };

    [Theory, MemberData(nameof(InOneVariable))]
    public void A_slip_in_one_variable_is_named(string function, double[] point, string claimed, string slip)
    {
        var report = Checking.Of(function, point, claimed);
        Assert.False(report.Correct);
        Assert.Contains(slip, report.Slips(), StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(InSeveralVariables))]
    public void A_slip_in_several_variables_is_named(string function, double[] point, string[] claimed, string slip)
    {
        var report = Checking.Of(function, point, claimed);
        Assert.False(report.Correct);
        for (var i = 0; i < report.Components.Count; i++)
        {
            if (report.Components[i].Correct == false) Assert.Contains(slip, report.Slips(i), StringComparer.Ordinal);
        }
    }

    private static string Forward(Func<double, double> f, double x, double h) => FiniteDifference.Forward(f, x, h).ToString("R", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_slip_of_the_catalogue_is_planted()
    {
        var planted = InOneVariable.Select(static row => row.Data.Item4).Concat(InSeveralVariables.Select(static row => row.Data.Item4))
            .Concat(PlantedArraySlipTests.Planted.Select(static row => row.Data.Item4));
        Assert.Empty(Slips.All.Select(static slip => slip.Id).Except(planted, StringComparer.Ordinal));
    }
}
