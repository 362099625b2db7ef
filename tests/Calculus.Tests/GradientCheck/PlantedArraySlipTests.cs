using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>Mistakes made on purpose in gradients by vectors and matrices are found and named.</summary>
public sealed class PlantedArraySlipTests
{
    public static TheoryData<string, string, string[], string> Planted => new()
    {
        { "f(w) = norm(X @ w - y)^2", "X=5x3 w=3 y=5", ["-2*X' @ (X @ w - y)"], "sign-flipped" },
        { "f(w) = mean((X @ w - y).^2)", "X=5x3 w=3 y=5", ["X' @ (X @ w - y)/5"], "power-factor-lost" },
        { "f(w) = mean((X @ w - y).^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y)"], "divisor-lost" },
        { "f(w) = sum((X @ w - y).^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y)/5"], "term-count" },
        { "f(w) = mean((X @ w - y).^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y)/25"], "factor-twice" },
        { "f(w) = sum((X @ w - y).^2) + 0.3*sum(w.^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y)"], "term-lost" },
        { "f(w) = sum((X @ w - y).^2) + 0.3*sum(w.^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y) - 0.6*w"], "term-sign" },
        { "f(w) = sum((X @ w - y).^2) + 0.3*sum(w.^2)", "X=5x3 w=3 y=5", ["2*X' @ (X @ w - y) + 0.3*w"], "power-factor-lost" },
        { "f(w) = sum((X @ w - y).^2)", "X=5x3 w=3 y=5", ["7*X' @ (X @ w - y)"], "constant-factor" },
        { "f(x) = x' @ A @ x", "A=3x3 x=3", ["A @ x"], "product-half-lost" },
        { "f(x) = x' @ A @ x", "A=3x3 x=3", ["A' @ x"], "product-half-lost" },
        { "f(x) = x' @ A @ x", "A=3x3 x=3", ["2*A @ x"], "symmetry-assumed" },
        { "f(S) = logdet(S)", "S=3x3", ["inv(S)"], "transposed" },
        { "f(A) = trace(A @ B)", "A=3x3 B=3x3", ["B"], "transposed" },
        { "f(w) = sum((X @ w - y).^2)", "X=3x3 w=3 y=3", ["2*X @ (X @ w - y)"], "transposed" },
        { "f(W) = sum((X @ W - Y).^2)", "X=4x3 W=3x2 Y=4x2", ["(2*X' @ (X @ W - Y))'"], "transposed" },
        { "f(S) = trace(inv(S) @ B)", "S=3x3 B=3x3", ["(inv(S) @ B @ inv(S))'"], "sign-flipped" },
        { "f(S) = trace(inv(S) @ B)", "S=3x3 B=3x3", ["-inv(S) @ B @ inv(S)"], "transposed" },
        { "f(S) = trace(inv(S))", "S=3x3", ["-inv(S)'"], "inverse-rule" },
        { "f(S) = det(S)", "S=3x3", ["inv(S)'"], "determinant-rule" },
        { "f(S) = logdet(S)", "S=3x3", ["det(S)*inv(S)'"], "determinant-rule" },
        { "f(w, v) = sum((X @ w - y).^2) + sum(v.^4)", "X=5x3 w=3 v=3 y=5", ["4*v.^3", "4*v.^3"], "wrong-variable" },
        { "f(w) = sum(sigmoid(X @ w))", "X=5x3 w=3", ["X' @ (sigmoid(X @ w) .* sigmoid(X @ w))"], "one-minus-lost" },
        { "f(w) = sum(sigmoid(X @ w))", "X=5x3 w=3", ["X' @ sigmoid(X @ w)"], "function-kept" },
        { "f(w) = sum((tanh(X @ w) - y).^2)", "X=5x3 w=3 y=5", ["2*X' @ (tanh(X @ w) - y)"], "outer-derivative-lost" },
        { "f(w) = sum(tanh(X @ w))", "X=5x3 w=3", ["X' @ (1 - tanh(X @ w))"], "square-lost" },
        { "f(x) = sum(sin(2*x))", "x=4", ["cos(2*x)"], "inner-derivative-lost" },
        { "f(x) = sum(x .* sin(x))", "x=4", ["cos(x)"], "product-of-derivatives" },
        { "f(x) = sum(x.^3)", "x=4", ["3*x.^3"], "power-not-lowered" },
        { "f(x) = logsumexp(x)", "x=4", ["exp(x)"], "softmax-not-normalised" },
        { "f(x) = log(sum(exp(x)))", "x=4", ["exp(x)"], "outer-derivative-lost" },
        { "f(x) = norm(x)", "x=4", ["x"], "norm-not-divided" },
        { "f(x) = norm(x)", "x=4", ["2*x"], "norm-not-divided" },
        { "f(U, V) = sum((Y - U @ V').^2)", "Y=4x3 U=4x2 V=3x2", ["2*(Y - U @ V') @ V", "2*(Y - U @ V')' @ U"], "descent-direction" },
        { "f(x) = sum(x.^2)", "x=4", ["0*x"], "held-constant" },
        { "f(m) = mean((m*x - y).^2)", "x=4 y=4", ["mean(2*(m*x - y))"], "inner-derivative-lost" },
        { "f(m) = mean((m*x - y).^2)", "x=4 y=4", ["sum(2*(m*x - y) .* x)"], "divisor-lost" },
    };

    [Theory, MemberData(nameof(Planted))]
    public void A_slip_is_named(string function, string shapes, string[] claimed, string slip)
    {
        var report = CheckingArrays.Of(function, shapes).Check(claimed);
        Assert.False(report.Correct);
        for (var i = 0; i < report.Components.Count; i++)
        {
            if (report.Components[i].Correct != false) continue;
            Assert.True(report.Slips(i).Contains(slip, StringComparer.Ordinal), $"{string.Join(", ", report.Slips(i))}: {report.Verdict} {string.Join(" | ", report.Components[i].Diagnoses.Select(static each => each.Explanation))}");
        }
    }

    [Fact]
    public void Numbers_are_diagnosed_as_formulas_are()
    {
        var asked = CheckingArrays.Of("f(w) = mean((X @ w - y).^2)", "X=5x3 w=3 y=5");
        var exact = asked.Exact()[0];
        var half = asked.Check(CheckingArrays.Value(0, exact with { Entries = [.. exact.Entries.Select(static x => Math.Round(x / 2, 4))] }));
        Assert.Contains("power-factor-lost", half.Slips(), StringComparer.Ordinal);
        var turned = asked.Check(CheckingArrays.Value(0, exact with { Entries = [.. exact.Entries.Select(static x => 5 * x)] }));
        Assert.Contains("divisor-lost", turned.Slips(), StringComparer.Ordinal);
    }

    [Fact]
    public void A_gradient_divided_by_its_length_is_known_in_one_vector_too()
    {
        var asked = CheckingArrays.Of("f(w) = sum((X @ w - y).^2)", "X=5x3 w=3 y=5");
        var exact = asked.Exact()[0];
        var length = Math.Sqrt(exact.Entries.Sum(static x => x * x));
        Assert.Equal(["unit-vector"], asked.Check(CheckingArrays.Value(0, exact with { Entries = [.. exact.Entries.Select(x => x / length)] })).Slips(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("f(x) = max(x) - 2*min(x) + prod(x)", "x=4")]
    [InlineData("f(A) = sum(A[1, :]) + A[2, 1]^2 + trace(A @ A') + 3", "A=3x3")]
    [InlineData("f(x) = sum(if(x > 0, x, x.^2)) + if(sum(x) > 0, 1, x[1])", "x=4")]
    [InlineData("f(x, c) = sum(c ./ (1 + x.^2)) + sum(x.^c ./ p) + sum(2.^x) + c/(c^2 + 1)", "x=4 p=4")]
    [InlineData("f(A, b) = b' @ inv(A @ A' + S) @ b + logdet(A' @ A + S) + det(S + A)", "A=3x3 b=3 S=3x3")]
    [InlineData("f(x) = norm([x[1], x[2]^2]) + sum(abs(x)) + sum(x .* x ./ (x.^2 + 1)) + 5", "x=3")]
    [InlineData("f(X) = sum(softmax(X)) + logsumexp(X[1, :]) + mean(X) + norm(X)", "X=3x2")]
    [InlineData("f(c) = sum(sin(c*y)) + mean((c*y - 1).^2)*prod(c*y) + norm(c*y)^c", "y=3")]
    public void Any_wrong_claim_is_answered(string function, string shapes)
    {
        CheckingArrays asked;
        try
        {
            asked = CheckingArrays.Of(function, shapes);
        }
        catch (Calculus.Syntax.FormulaException)
        {
            return; // a text that is refused is not a question
        }

        var wrong = asked.Exact().Select((value, place) => CheckingArrays.Value(place, value with { Entries = [.. value.Entries.Select(static (x, i) => (1.7 * x) + 0.123 + i)] }));
        Assert.NotEqual(true, asked.Check(wrong).Correct);
    }
}
