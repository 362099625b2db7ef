using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>The models that people train: gradients and Hessians against closed forms written by hand, and against differences.</summary>
public sealed class ModelTests
{
    private const int N = 5, D = 3;

    public static TheoryData<string, string> Models => new()
    {
        { "f(w, b) = mean((X @ w + b - y).^2)", "X=5x3 w=3 y=5" },
        { "f(w) = norm(X @ w - y)^2 + lambda*norm(w)^2", "X=5x3 w=3 y=5" },
        { "p = sigmoid(X @ w + b); f(w, b) = log_loss(p, t)", "X=5x3 w=3 t=5" },
        { "f(W) = cross_entropy(X @ W, T)", "X=5x3 W=3x2 T=5x2" },
        { "f(U, V) = norm(Y - U @ V')^2", "Y=4x3 U=4x2 V=3x2" },
        { "r = x - m; f(m, S) = -0.5*logdet(S) - 0.5*r' @ inv(S) @ r", "x=2 m=2 S=2x2" },
        { "f(Q, K, V) = sum(softmax(Q @ K' ./ sqrt(2)) @ V)", "Q=3x2 K=3x2 V=3x2" },
        { "f(C) = sum(i = 1..4, norm(X[i] - C)^2)", "X=4x2 C=2" },
        { "f(x) = sum(i = 1..3, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", "x=4" },
        { "f(x) = sum(i = 1..4, sum(j = 1..i, x[i]*x[j]))", "x=4" },
        { "f(x) = prod(i = 1..4, x[i] + i)", "x=4" },
        { "h(u) = u' @ u; f(x, y) = h(x - y) + h([x[1], y[2]])", "x=3 y=3" },
        { "f(x) = log(sum(exp(x))) + norm(softmax(x))", "x=4" },
        { "f(A) = trace(inv(A) @ B) + det(A)", "A=2x2 B=2x2" },
        { "f(w) = huber(X @ w, y) + rmse(X @ w, y) + log_cosh(X @ w, y)", "X=5x3 w=3 y=5" },
        { "f(w) = kl(softmax(w), softmax(v)) + mae(w, v)", "w=3 v=3" },
    };

    /// <summary>A two-layer network with each function of one number that the catalogue has for this.</summary>
    public static TheoryData<string> Activations =>
        ["tanh", "sigmoid", "relu", "leaky_relu", "elu", "selu", "softplus", "softsign", "gelu", "gelu_tanh", "silu", "mish", "hard_sigmoid", "hard_tanh", "sin", "atan", "erf"];

    [Theory, MemberData(nameof(Models))]
    public void Gradient_and_Hessian_agree_with_differences(string text, string shapes) => CheckBoth(text.Replace("lambda", "0.3", StringComparison.Ordinal), shapes);

    [Theory, MemberData(nameof(Activations))]
    public void A_network_of_two_layers_agrees_with_differences(string activation)
    {
        Assert.True(Catalogue.ByName.ContainsKey(activation));
        CheckBoth($"f(W, b, v, c) = mse({activation}(X @ W + b) @ v + c, y)", "X=5x3 W=3x2 b=2 v=2 y=5");
    }

    [Fact]
    public void Least_squares_and_ridge_by_hand()
    {
        var (x, w, y) = Data();
        var study = About.Shapes("f(w, X, y) = norm(X @ w - y)^2 + 0.7*norm(w)^2", "w=3 X=5x3 y=5");
        var gradient = new double[D];
        var hessian = new double[D * D];
        for (var j = 0; j < D; j++)
        {
            gradient[j] = 1.4 * w.Entries[j];
            for (var i = 0; i < N; i++) gradient[j] += 2 * At(x, i, j) * (Row(x, w, i) - y.Entries[i]);
            for (var k = 0; k < D; k++)
            {
                hessian[(j * D) + k] = j == k ? 1.4 : 0;
                for (var i = 0; i < N; i++) hessian[(j * D) + k] += 2 * At(x, i, j) * At(x, i, k);
            }
        }

        CheckHand(study, [w, x, y], gradient, hessian);
    }

    [Fact]
    public void Logistic_regression_by_hand()
    {
        var (x, w, _) = Data();
        var t = new ArrayValue(new Shape(N), [0, 1, 1, 0, 1]);
        var study = About.Shapes("p = sigmoid(X @ w); f(w, X, t) = log_loss(p, t)", "w=3 X=5x3 t=5");
        var (gradient, hessian) = (new double[D], new double[D * D]);
        for (var i = 0; i < N; i++)
        {
            var p = 1 / (1 + Math.Exp(-Row(x, w, i)));
            for (var j = 0; j < D; j++)
            {
                gradient[j] += At(x, i, j) * (p - t.Entries[i]) / N;
                for (var k = 0; k < D; k++) hessian[(j * D) + k] += At(x, i, j) * At(x, i, k) * p * (1 - p) / N;
            }
        }

        CheckHand(study, [w, x, t], gradient, hessian);
    }

    [Fact]
    public void Softmax_regression_by_hand()
    {
        const int classes = 2;
        var drawn = About.Draw([new Shape(D, classes), new Shape(N, D)], 3);
        var (w, x) = (drawn[0], drawn[1]);
        var t = new ArrayValue(new Shape(N, classes), [1, 0, 0, 1, 0, 1, 1, 0, 0, 1]);
        var study = About.Shapes("f(W, X, T) = cross_entropy(X @ W, T)", "W=3x2 X=5x3 T=5x2");
        var gradient = new double[D * classes];
        for (var i = 0; i < N; i++)
        {
            var z = Enumerable.Range(0, classes).Select(c => Enumerable.Range(0, D).Sum(j => At(x, i, j) * w.Entries[(j * classes) + c])).ToArray();
            var total = z.Sum(Math.Exp);
            for (var j = 0; j < D; j++)
                for (var c = 0; c < classes; c++) gradient[(j * classes) + c] += At(x, i, j) * ((Math.Exp(z[c]) / total) - t.Entries[(i * classes) + c]) / N;
        }

        About.Close(gradient, study.EvaluateArrays([study.ArrayDerivatives(["W"])[0]], [w, x, t])[0].Entries, 1e-12, "the gradient");
    }

    [Fact]
    public void The_logistic_Hessian_of_large_data_is_one_product()
    {
        const int rows = 10_000, columns = 100;
        var study = About.Shapes("f(w, X, y) = sum(log(1 + exp(-y .* (X @ w))))", $"w={columns} X={rows}x{columns} y={rows}");
        var hessian = study.Hessian(["w"])[0][0];
        Assert.Equal("X' @ diag(y.^2 .* exp(y .* (X @ w)) ./ (1 + exp(y .* (X @ w))).^2) @ X", study.Print(hessian).Text);
        var dense = 2.0 * rows * columns * columns;
        // The product with the weights, X @ w, and scaling its rows are of a smaller order.
        Assert.InRange(study.ProductOperations([hessian]), dense / 4, 1.05 * dense);
        var value = study.EvaluateArrays([hessian], About.Draw([new Shape(columns), new Shape(rows, columns), new Shape(rows)], 1))[0];
        Assert.Equal(columns * columns, value.Entries.Length);
        for (var i = 0; i < columns; i += 7)
            for (var j = 0; j < i; j++) Assert.Equal(value.Entries[(i * columns) + j], value.Entries[(j * columns) + i], 9);
    }

    [Theory]
    [InlineData("f(x) = logsumexp(x)", new double[] { 800, -800, 799 }, 800.3132616875182, new[] { 0.7310585786300049, 0, 0.2689414213699951 })]
    [InlineData("f(x) = log(sum(exp(x)))", new double[] { 800, -800, 799 }, 800.3132616875182, new[] { 0.7310585786300049, 0, 0.2689414213699951 })]
    [InlineData("f(x) = log_loss_with_logits(x, [1, 1, 0])", new double[] { 800, -800, -800 }, 800.0 / 3, new[] { 0, -1.0 / 3, 0 })]
    [InlineData("f(x) = log_loss(sigmoid(x), [1, 1, 0])", new double[] { 800, -800, -800 }, 800.0 / 3, new[] { 0, -1.0 / 3, 0 })]
    [InlineData("f(x) = cross_entropy(x, [0, 1, 0])", new double[] { 800, -800, -800 }, 1600, new double[] { 1, -1, 0 })]
    [InlineData("f(x) = norm(x)", new double[] { 0, 0, 0 }, 0, new double[] { 0, 0, 0 })]
    [InlineData("f(x) = norm(x)", new double[] { 3e200, 4e200, 0 }, 5e200, new[] { 0.6, 0.8, 0 })]
    [InlineData("f(x) = sum(log(1 + exp(x)))", new double[] { 800, -800, 0 }, 800.6931471805599, new[] { 1, 0, 0.5 })]
    [InlineData("f(x) = log_loss(x, [1, 0, 1])", new double[] { 1, 0, 1 }, 0, null)]
    [InlineData("f(x) = log_loss(x, [0, 1, 1])", new double[] { 1, 0, 1 }, double.PositiveInfinity, null)]
    [InlineData("f(x) = kl([0.5, 0.5, 0.5], x)", new double[] { 0, 1, 0 }, 0.6931471805599453, null)]
    [InlineData("f(x) = prod(x)", new double[] { 0, 2, 3 }, 0, new double[] { 6, 0, 0 })]
    [InlineData("f(x) = prod(x)", new double[] { 0, 0, 3 }, 0, new double[] { 0, 0, 0 })]
    public void Values_and_gradients_hold_at_the_edges(string text, double[] x, double value, double[]? gradient)
    {
        var study = About.Shapes(text, "x=3");
        var numbers = study.EvaluateArrays([study.Function, study.ArrayDerivatives(["x"])[0]], [ArrayValue.Of(x)]);
        if (double.IsInfinity(value)) Assert.Equal(value, numbers[0].Number);
        else About.Close([value], [numbers[0].Number], 1e-14, "the value");
        if (gradient is not null) About.Close(gradient, numbers[1].Entries, 1e-13, "the gradient");
    }

    [Theory]
    [InlineData("f(A) = logdet(inv(inv(inv(inv(A @ A @ A @ A)))))", "A=4x4")]
    [InlineData("f(A) = det(A @ A @ A)", "A=4x4")]
    public void What_rounding_makes_of_bad_matrices_is_no_disagreement(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        Assert.NotEqual(false, study.Verify(study.ArrayDerivatives(["A"]), ["A"], []).Verified);
    }

    [Theory]
    [InlineData("f(x) = norm(A @ x - y)^2", "A=3x4 x=4 y=3")]
    [InlineData("f(x) = x' @ A @ x", "A=4x4 x=4")]
    [InlineData("f(x) = logsumexp(A @ x)", "A=3x4 x=4")]
    [InlineData("f(x) = 1000*x[1]^2 + 0.001*x[2]^2", "x=2")]
    public void A_wrong_formula_is_found(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        var right = study.ArrayDerivatives(["x"])[0];
        var (graph, x) = (right.Graph, right.Graph.Symbol("x", SymbolRole.Variable, right.Shape));
        // A sign, a factor, a term too many, one entry that is hardly wrong, and the variable itself.
        Expression[] wrong =
        [
            -right, 2 * right, right + graph.Fill(Rational.Of(1, 1000), right.Shape),
            right + graph.Put(graph.Fill(Rational.Of(1, 100), new Shape(1)), new Selection(0, 1, 1, right.Shape[0])), x,
        ];
        Assert.True(study.Verify([right], ["x"], []).Verified);
        Assert.All(wrong, formula => Assert.False(study.Verify([formula], ["x"], []).Verified));
    }

    private static void CheckBoth(string text, string shapes)
    {
        var given = About.Shapes(text, shapes);
        string[] variables = [.. given.Variables];
        var study = given.WithLetters(shapes);
        var at = About.Draw(study.Variables.Select(study.ShapeOf), 11, 0.25, 1.6);
        var derivatives = study.ArrayDerivatives(variables);
        var hessian = study.Hessian(variables);
        for (var k = 0; k < variables.Length; k++)
        {
            var place = study.Variables.ToList().IndexOf(variables[k]);
            var slopes = About.Differences(values => study.EvaluateArrays([study.Function], values)[0].Entries, at, place);
            About.Close([.. slopes.Select(static column => column[0])], study.EvaluateArrays([derivatives[k]], at)[0].Entries, 1e-7, $"the gradient by {variables[k]}");
            ReadBack.Check(given, shapes, derivatives[k], study.Print(derivatives[k]).Text);
            for (var l = 0; l < variables.Length; l++)
            {
                var second = study.Variables.ToList().IndexOf(variables[l]);
                var bends = About.Differences(values => study.EvaluateArrays([derivatives[k]], values)[0].Entries, at, second);
                var (rows, columns) = (bends[0].Length, bends.Length);
                double[] expected = [.. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, columns).Select(column => bends[column][row]))];
                About.Close(expected, study.EvaluateArrays([hessian[k][l]], at)[0].Entries, 1e-6, $"the Hessian by {variables[k]} and {variables[l]}");
            }
        }

        Assert.True(given.Verify(given.ArrayDerivatives(variables), variables, []).Verified);
        Assert.NotEqual(false, given.VerifyHessian(given.Hessian(variables), variables, []).Verified);
    }

    private static void CheckHand(Study study, ArrayValue[] at, double[] gradient, double[] hessian)
    {
        var name = study.Variables[0];
        About.Close(gradient, study.EvaluateArrays([study.ArrayDerivatives([name])[0]], at)[0].Entries, 1e-12, "the gradient");
        About.Close(hessian, study.EvaluateArrays([study.Hessian([name])[0][0]], at)[0].Entries, 1e-12, "the Hessian");
    }

    private static (ArrayValue X, ArrayValue W, ArrayValue Y) Data()
    {
        var drawn = About.Draw([new Shape(N, D), new Shape(D), new Shape(N)], 5);
        return (drawn[0], drawn[1], drawn[2]);
    }

    private static double At(ArrayValue matrix, int row, int column) => matrix.Entries[(row * matrix.Shape[1].Length) + column];

    private static double Row(ArrayValue x, ArrayValue w, int row) => Enumerable.Range(0, w.Entries.Length).Sum(column => At(x, row, column) * w.Entries[column]);
}
