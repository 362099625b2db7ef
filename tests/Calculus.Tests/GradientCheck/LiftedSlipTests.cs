using System.Globalization;
using System.Text.RegularExpressions;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>A number is an array with one entry: where the variable is the entry of a vector or of a matrix, a claim gets the same answer.</summary>
public sealed class LiftedSlipTests
{
    public static TheoryData<string, double[], string[]> Planted =>
    [
        .. PlantedSlipTests.InOneVariable.Select(static row => (row.Data.Item1, row.Data.Item2, new[] { row.Data.Item3 })),
        .. PlantedSlipTests.InSeveralVariables.Select(static row => (row.Data.Item1, row.Data.Item2, row.Data.Item3)),
    ];

    [Theory, MemberData(nameof(Planted))]
    public void The_entry_of_a_vector_is_checked_like_a_number(string function, double[] point, string[] claims) => Same(function, point, claims, "[1]", "[{0}]", new Shape(1));

    [Theory, MemberData(nameof(Planted))]
    public void The_entry_of_a_matrix_is_checked_like_a_number(string function, double[] point, string[] claims) => Same(function, point, claims, "[1, 1]", "[[{0}]]", new Shape(1, 1));

    [Theory]
    [InlineData("abs(x)", 0, "0.3")]
    [InlineData("abs(x)", 0, "1.5")]
    [InlineData("abs(x)", 0, "2sign(x)")]
    [InlineData("relu(x)", 0, "step(x)")]
    [InlineData("log(x)", -1, "-1")]
    [InlineData("x^3", 0, "3x^3/x*(x/x)^0.5")]
    [InlineData("x^2*sin(x)", 1.3, "17.3914")]
    [InlineData("x^2*sin(x)", 1.3, "2x*sin(x) + x^2*cos(x)")]
    public void So_is_what_has_no_slip(string function, double x, string claim)
    {
        Same(function, [x], [claim], "[1]", "[{0}]", new Shape(1));
        Same(function, [x], [claim], "[1, 1]", "[[{0}]]", new Shape(1, 1));
    }

    private static void Same(string function, double[] point, string[] claims, string entry, string brackets, Shape shape)
    {
        var plain = Checking.Of(function, point, claims);
        var variable = function.Split(" = ") is [.., var head, _] && head.LastIndexOf('(') is var open and >= 0 ? head[(open + 1)..].Split(',', ')')[0] : "x";
        var first = Math.Max(function.LastIndexOf(" = ", StringComparison.Ordinal), 0);
        var text = (first == 0 ? $"f({variable}) = " : "") + function[..first] + Entered(function[first..]);
        var context = new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>([variable], StringComparer.Ordinal))
        {
            Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { [variable] = shape },
        };
        var study = Study.Of(text, context, new Budget(new Limits(), TestContext.Current.CancellationToken));
        var lifted = study.CheckGradient([.. claims.Select(Claimed)], point);

        Assert.Equal(plain.Correct, lifted.Correct);
        Assert.Equal(plain.Verdict, lifted.Verdict);
        for (var i = 0; i < claims.Length; i++)
        {
            Assert.Equal(plain.Slips(i), lifted.Slips(i), StringComparer.Ordinal);
            Assert.Equal(plain.Components[i].Precision, lifted.Components[i].Precision);
            Assert.Equal(plain.Components[i].PointsCompared, lifted.Components[i].PointsCompared);
            Assert.Equal(plain.Components[i].Remark is null, lifted.Components[i].Remark is null);
            Assert.Equal(plain.Components[i].RelativeError, lifted.Components[i].RelativeError, 1e-9);
        }

        string Entered(string formula) => Regex.Replace(formula, $"(?<![A-Za-z_]){variable}(?![A-Za-z_0-9])", variable + entry, RegexOptions.None, TimeSpan.FromSeconds(1));

        Claim Claimed(string claim, int place)
        {
            var isFirst = place == 0;
            if (double.TryParse(claim, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return new Claim(place, new ArrayValue(isFirst ? shape : Shape.Scalar, [number]));
            var formula = Entered(claim);
            return new Claim(place, null, study.ReadFormula(isFirst ? string.Format(CultureInfo.InvariantCulture, brackets, formula) : formula).Formula);
        }
    }
}
