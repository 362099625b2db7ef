using Calculus.Expressions;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization.LeastSquares;

/// <summary>Which definitions are read as sums of squares, and that what is read is the function.</summary>
public sealed class SquaresTests
{
    private static readonly Dictionary<string, ArrayValue> s_data = new(StringComparer.Ordinal)
    {
        ["t"] = ArrayValue.Of([0, 1, 2, 3.5]),
        ["y"] = ArrayValue.Of([2.1, 1.2, 0.8, 0.3]),
        ["X"] = ArrayValue.Of([[1, 2], [2, 1], [3, 3], [0.5, -1]]),
        ["weights"] = ArrayValue.Of([1, 0.5, 0, 2]),
        ["k"] = ArrayValue.Of(3),
        ["minus"] = ArrayValue.Of(-2),
    };

    private static readonly Dictionary<string, Shape> s_lengths = new(StringComparer.Ordinal) { ["w"] = new(2), ["A"] = new(2, 2) };

    [Theory]
    [InlineData("(1 - x)^2 + 100(z - x^2)^2", 2)]
    [InlineData("(10(z - x^2))^2 + (1 - x)^2", 2)]
    [InlineData("x*x + z*z + 3*x^2*z^2", 3)]
    [InlineData("((x - 1)^2 + (z + 2)^2)/2", 2)]
    [InlineData("0.5*(x - z)^2 + 1", 2)]
    [InlineData("(x - 1)^4", 1)]
    [InlineData("(x - 1)^4 + (x*z)^6 + 2", 3)]
    [InlineData("(x/z - 1)^2 + x^2/z^4", 2)]
    [InlineData("abs(x - z)^2 + exp(x)^2", 2)]
    [InlineData("-(-x^2 - 4z^2)", 2)]
    [InlineData("k*(x - 1)^2 + minus*(-(z^2))", 2)]
    [InlineData("2(x^2 + 3(z^2 + (x - z)^2))", 3)]
    [InlineData("(x^2 + z^2)*(x - 3)^2", 2)]
    [InlineData("sum((y - (x*t + z)).^2)", 4)]
    [InlineData("mean((y - x*exp(z*t)).^2)", 4)]
    [InlineData("mse(x*t + z, y)", 4)]
    [InlineData("norm(y - x*t)^2", 4)]
    [InlineData("norm(y - x*t - z)^2/2 + x^2 + z^2", 6)]
    [InlineData("dot(y - x*t, y - x*t)", 4)]
    [InlineData("r = y - x*t - z; f(x, z) = r' @ r", 4)]
    [InlineData("r(a, b) = a*t + b - y; f(x, z) = sum(r(x, z).^2)/4", 4)]
    [InlineData("sum(i = 1..4, (y[i] - x*t[i] - z)^2)", 4)]
    [InlineData("sum(i = 1..4, i*(y[i] - x*t[i])^2) + 0*z", 4)]
    [InlineData("sum(i = 1..4, weights[i]*(y[i] - x*t[i])^2)", 4)]
    [InlineData("sum(weights .* (y - x*t).^2)", 4)]
    [InlineData("sum(i = 1..4, (x*t[i] - y[i])^2 + (z*t[i])^4)", 8)]
    [InlineData("sum(i = 1..2, sum(j = 1..3, (x*i - z*j)^2))", 6)]
    [InlineData("f(w) = mse(X @ w, y)", 4)]
    [InlineData("f(w) = sum((X @ w - y).^2) + 0.1*sum(w.^2)", 6)]
    [InlineData("f(w) = w' @ X' @ X @ w", 4)]
    [InlineData("f(w) = norm(X @ w)^2", 4)]
    [InlineData("f(w, x) = mse(X @ w + x, y) + 0.5*norm(w)^2", 6)]
    [InlineData("f(A) = sum((A @ A - eye(2)).^2)", 4)]
    [InlineData("f(A) = norm(X @ A)^2", 8)]
    [InlineData("f(w) = norm(w)^4 + w[1]^2", 2)]
    [InlineData("f(x, z) = [x - 1, 10(z - x^2)]", 2)]
    [InlineData("f(w) = X @ w - y", 4)]
    public void Reads_a_sum_of_squares(string text, int residuals)
    {
        var study = Study(text);
        var squares = study.SumOfSquares();
        Assert.Equal(residuals, squares.Residuals);

        var random = new Random(3);
        for (var trial = 0; trial < 5; trial++)
        {
            double[] x = [.. Enumerable.Range(0, squares.Dimension).Select(_ => 0.3 + random.NextDouble())];
            var (r, jacobian) = Linear(squares, x);
            var (value, gradient) = (0.0, new double[x.Length]);
            value = squares.ValueAndGradient(x, gradient);
            // f and its gradient come from the definition, r and J from the squares: f = Σ r², ∇f = 2 Jᵀr.
            Assert.Equal(value, r.Sum(static each => each * each), 1e-12 * (1 + Math.Abs(value)));
            for (var j = 0; j < x.Length; j++) Assert.Equal(gradient[j], 2 * r.Select((each, i) => each * jacobian[(i * x.Length) + j]).Sum(), 1e-10 * (1 + Math.Abs(gradient[j])));
            if (study.Function.Shape.IsScalar) Assert.Equal(study.Objective().Value(x), value, 1e-14 * (1 + Math.Abs(value)));
            SlopesAreRight(squares, x, r, jacobian);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-x^2")]
    [InlineData("x^2 - z^2")]
    [InlineData("x^2 + z^3")]
    [InlineData("x^2 - 2x + 1")] // a square, but not by its structure
    [InlineData("x^2 + z")]
    [InlineData("x^2 - 1")]
    [InlineData("sin(x)")]
    [InlineData("abs(x) + z^2")]
    [InlineData("minus*x^2 + z^2")]
    [InlineData("norm(y - x*t)")]
    [InlineData("mae(x*t + z, y)")]
    [InlineData("sum(i = 1..4, minus*i*(y[i] - x*t[i])^2)")]
    [InlineData("sum((weights - 1) .* (y - x*t).^2)")]
    [InlineData("(x - 1)*(z - 1)^2")]
    [InlineData("f(w) = w' @ X' @ y")]
    [InlineData("f(A) = trace(A @ A)")]
    [InlineData("sqrt(x^2 + z^2)")]
    public void Refuses_what_is_none_by_its_structure(string text)
    {
        var refusal = Assert.Throws<DescentException>(() => Study(text).SumOfSquares());
        Assert.Equal("optimizer.name", refusal.Field);
        Assert.Contains("takes sums of squares: sum(r.^2)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_part_is_no_square() =>
        Assert.EndsWith(" Here 'sin(z)' is none of them.", Assert.Throws<DescentException>(() => Study("(x - 1)^2 + sin(z)").SumOfSquares()).Message, StringComparison.Ordinal);

    private static Study Study(string text)
    {
        // A datum that the text does not have would be refused by the service; here it only has to be left out.
        var names = string.Concat(text.Select(static letter => char.IsAsciiLetter(letter) ? letter : ' ')).Split(' ').ToHashSet(StringComparer.Ordinal);
        return Asked.Study(text, s_data.Where(each => names.Contains(each.Key)).ToDictionary(StringComparer.Ordinal), s_lengths.Where(each => names.Contains(each.Key)).ToDictionary(StringComparer.Ordinal));
    }

    private static (double[] Residuals, double[] Jacobian) Linear(Calculus.Optimization.LeastSquares.ILeastSquaresObjective squares, double[] x)
    {
        var (r, jacobian) = (new double[squares.Residuals], new double[squares.Residuals * squares.Dimension]);
        squares.ResidualsAndJacobian(x, r, jacobian);
        return (r, jacobian);
    }

    private static void SlopesAreRight(Calculus.Optimization.LeastSquares.ILeastSquaresObjective squares, double[] x, double[] r, double[] jacobian)
    {
        const double h = 1e-6;
        for (var j = 0; j < x.Length; j++)
        {
            double[] up = [.. x], down = [.. x];
            (up[j], down[j]) = (x[j] + h, x[j] - h);
            var (above, below) = (Linear(squares, up).Residuals, Linear(squares, down).Residuals);
            for (var i = 0; i < r.Length; i++)
                Assert.Equal((above[i] - below[i]) / (2 * h), jacobian[(i * x.Length) + j], 1e-6 * (1 + Math.Abs(jacobian[(i * x.Length) + j])));
        }
    }
}
