using Calculus.Expressions;
using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>A right gradient by vectors and matrices is never called wrong, and one that is moved a little is.</summary>
public sealed class RightArrayGradientTests
{
    public static TheoryData<string, string> Models => new()
    {
        { "f(w, b) = mean((X @ w + b - y).^2)", "X=5x3 w=3 y=5" },
        { "f(m) = mean((m*x - y).^2)", "x=4 y=4" },
        { "f(w) = norm(X @ w - y)^2 + 0.3*norm(w)^2", "X=5x3 w=3 y=5" },
        { "p = sigmoid(X @ w + b); f(w, b) = log_loss(p, t)", "X=5x3 w=3 t=5" },
        { "f(W) = cross_entropy(X @ W, T)", "X=5x3 W=3x2 T=5x2" },
        { "f(U, V) = norm(Y - U @ V')^2", "Y=4x3 U=4x2 V=3x2" },
        { "r = x - m; f(m, S) = -0.5*logdet(S) - 0.5*r' @ inv(S) @ r", "x=3 m=3 S=3x3" },
        { "f(Q, K, V) = sum(softmax(Q @ K' ./ sqrt(2)) @ V)", "Q=3x2 K=3x2 V=3x2" },
        { "f(x) = x' @ A @ x", "A=3x3 x=3" },
        { "f(x) = sum(i = 1..3, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", "x=4" },
        { "f(S) = trace(inv(S) @ B) + det(S)", "S=2x2 B=2x2" },
        { "f(x) = log(sum(exp(x))) + norm(softmax(x))", "x=4" },
        { "f(w) = huber(X @ w, y) + rmse(X @ w, y) + log_cosh(X @ w, y)", "X=5x3 w=3 y=5" },
        { "f(x) = prod(i = 1..4, x[i] + i)", "x=4" },
        { "f(x) = sum(if(x > 0, x, 0.1*x))", "x=4" },
    };

    public static TheoryData<string> Activations => ["tanh", "sigmoid", "relu", "leaky_relu", "elu", "softplus", "softsign", "gelu", "silu", "mish", "sin", "erf"];

    [Theory, MemberData(nameof(Models))]
    public void Right_is_right_and_moved_is_wrong(string function, string shapes)
    {
        var asked = CheckingArrays.Of(function, shapes);
        var exact = asked.Exact();
        Right(asked, "numbers", exact.Select((value, place) => CheckingArrays.Value(place, value)));
        Right(asked, "single precision", exact.Select((value, place) => CheckingArrays.Value(place, value with { Entries = [.. value.Entries.Select(static x => (double)(float)x)] })));
        Right(asked, "six decimals", exact.Select((value, place) => CheckingArrays.Value(place, value with { Entries = [.. value.Entries.Select(static x => Math.Round(x, 6))] })));
        Right(asked, "formulas", asked.Study.Gradient(asked.Study.Variables)
            .Select((formula, place) => new Claim(place, null, asked.Study.ReadFormula(asked.Study.Print(formula).Text).Formula)));
        for (var place = 0; place < exact.Length; place++)
        {
            var entries = (double[])exact[place].Entries.Clone();
            var entry = Array.IndexOf([.. entries.Select(Math.Abs)], entries.Max(Math.Abs));
            entries[entry] *= 1.0123456789;
            if (entries[entry] == 0) continue;
            var report = asked.Check(CheckingArrays.Value(place, exact[place] with { Entries = entries }));
            Assert.False(report.Correct);
            if (!exact[place].Shape.IsScalar) Assert.Equal(exact[place].Shape is { Rank: 2 } matrix ? [(entry / matrix[1].Length) + 1, (entry % matrix[1].Length) + 1] : [entry + 1], report.Components[0].WorstEntry);
        }
    }

    [Theory, MemberData(nameof(Activations))]
    public void A_network_of_two_layers(string activation) => Right_is_right_and_moved_is_wrong(
        $"f(W, b, v, c) = mse({activation}(X @ W + b) @ v + c, y)", "X=5x3 W=3x2 b=2 v=2 y=5");

    [Fact]
    public void Numeric_derivatives_agree()
    {
        var asked = CheckingArrays.Of("f(W) = cross_entropy(X @ W, T)", "X=5x3 W=3x2 T=5x2");
        var exact = asked.Exact()[0];
        var numeric = asked.Check(CheckingArrays.Value(0, exact)).Components[0].Numeric!;
        for (var i = 0; i < exact.Entries.Length; i++) Assert.Equal(exact.Entries[i], numeric.Entries[i], 1e-8);
    }

    [Theory]
    [InlineData("f(w) = sum(abs(w))", "w=3", 0.5, true)]
    [InlineData("f(w) = sum(abs(w))", "w=3", 1.5, false)]
    public void At_a_kink_what_lies_between_the_slopes_is_right(string function, string shapes, double claimed, bool right)
    {
        var asked = CheckingArrays.Of(function, shapes);
        var report = asked.Study.CheckGradient([CheckingArrays.Value(0, ArrayValue.Of([1, claimed, -1]))], [2, 0, -3]);
        Assert.Equal(right, report.Correct);
        Assert.Contains("kink", report.Components[0].Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f(m) = sum(abs(m*x))", 0.5, true)]
    [InlineData("f(m) = sum(abs(m*x))", 100, false)]
    [InlineData("f(m) = sum(relu(m*x)) + m", 1, true)]
    [InlineData("f(m) = sum(relu(m*x)) + m", -100, false)]
    public void A_number_at_a_kink_inside_arrays_is_judged_by_its_slopes(string function, double claimed, bool right)
    {
        var report = CheckingArrays.Of(function, "x=4").Study.CheckGradient([new Claim(0, ArrayValue.Of(claimed))], [0]);
        Assert.Equal(right, report.Correct);
        Assert.StartsWith("The point is a kink with the slopes", report.Components[0].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_many_entries_are_a_kink_is_measured()
    {
        double[] point = [.. Enumerable.Range(0, 80).Select(static i => i == 3 ? 0.0 : i + 1)], claimed = [.. point.Select(static x => x == 0 ? 0.25 : 1)];
        var asked = CheckingArrays.Of("f(w) = sum(abs(w))", "w=80");
        var report = asked.Study.CheckGradient([new Claim(0, ArrayValue.Of(claimed))], point);
        Assert.True(report.Correct, report.Verdict);
        Assert.Contains("Along w[4] the point is a kink", report.Components[0].Remark, StringComparison.Ordinal);
        claimed[3] = 1.5;
        Assert.False(asked.Study.CheckGradient([new Claim(0, ArrayValue.Of(claimed))], point).Correct);
    }

    [Fact]
    public void Where_branches_meet_smoothly_the_slope_of_both_sides_is_right()
    {
        var asked = CheckingArrays.Of("f(w) = sum(if(w == 0, 0, w.^2 .* sin(w)./w))", "w=2");
        Assert.True(asked.Study.CheckGradient([new Claim(0, ArrayValue.Of([0.0, Math.Sin(1) + Math.Cos(1)]))], [0, 1]).Correct);
    }

    [Fact]
    public void Where_there_is_no_derivative_nothing_is_judged()
    {
        var asked = CheckingArrays.Of("f(w) = sum(log(w))", "w=2");
        Assert.Null(asked.Study.CheckGradient([CheckingArrays.Value(0, ArrayValue.Of([1, 1]))], [-1, 0]).Correct);
    }

    private static void Right(CheckingArrays asked, string what, IEnumerable<Claim> claims)
    {
        var report = asked.Check(claims);
        Assert.True(report.Correct == true, $"{what}: {report.Verdict} {string.Join("; ", report.Components.Select(static component => $"{component.RelativeError} {component.Remark} {string.Join(",", component.Diagnoses.Select(static each => each.Slip))}"))}");
    }
}
