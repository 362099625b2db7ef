using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(2.0, 2.0, Precision.Double)]
    [InlineData(0.1 + 0.2, 0.3, Precision.Double)]
    [InlineData((double)0.1f, 0.1, Precision.Single)]
    [InlineData(3.1415927, Math.PI, Precision.Single)]
    [InlineData(3.14, Math.PI, Precision.Rounded)]
    [InlineData(3.142, Math.PI, Precision.Rounded)]
    [InlineData(3.15, Math.PI, Precision.None)]
    [InlineData(3.1, Math.PI, Precision.None)]
    [InlineData(100, 100.3, Precision.Rounded)]
    [InlineData(0.105, 0.10499358540350651, Precision.Rounded)]
    [InlineData(3.140625, Math.PI, Precision.BFloat16)]
    [InlineData(0.0999755859375, 0.1, Precision.Half)]
    [InlineData(0.10009765625, 0.1, Precision.BFloat16)]
    [InlineData(1.0005, 1, Precision.Tolerance)]
    [InlineData(1.002, 1, Precision.None)]
    [InlineData(0, 1e-3, Precision.None)]
    [InlineData(0, 1e-30, Precision.None)]
    [InlineData(0, 1e-47, Precision.Single)]
    [InlineData(1e-9, 0, Precision.Single)]
    [InlineData(1e-6, 0, Precision.None)]
    [InlineData(-2, 2, Precision.None)]
    [InlineData(1e300, -1e300, Precision.None)]
    [InlineData(double.MaxValue, -double.MaxValue, Precision.None)]
    public void Tells_how_well_a_number_agrees(double claimed, double exact, Precision precision) =>
        Assert.Equal(precision, Agreement.Of(claimed, exact, Agreement.NumberTolerance, 0, Agreement.ZeroTolerance));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 2, 0.5)]
    [InlineData(0, 5, 1)]
    [InlineData(-1, 1, 2)]
    [InlineData(double.MaxValue, -double.MaxValue, 2)]
    public void The_relative_error_is_that_of_the_larger_number(double a, double b, double error) => Assert.Equal(error, Agreement.RelativeError(a, b));

    [Fact]
    public void A_value_of_zero_up_to_rounding_counts_as_zero() =>
        Assert.Equal(Precision.Double, Agreement.Of(0, Math.Sin(Math.PI), Agreement.NumberTolerance, 1e-15, Agreement.ZeroTolerance));
}
