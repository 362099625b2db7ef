using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>What goes with every row or column of a matrix: values, derivatives and texts.</summary>
public sealed class BroadcastTests
{
    public static TheoryData<string, string> Definitions => new()
    {
        { "f(X, b) = sum(tanh(X + b))", "X=4x3 b=3" },
        { "f(X, b) = sum(sin(b - X))", "X=4x3 b=3" },
        { "f(X, b) = norm(X .* b + b)", "X=4x3 b=3" },
        { "f(X, b) = sum(cos(X ./ b))", "X=4x3 b=3" },
        { "f(X, b) = sum(cos(X / (1 + b)))", "X=4x3 b=3" },
        { "f(X, r) = sum(sin(X - r'))", "X=4x3 r=3" },
        { "f(X, R) = sum(exp(X .* R))", "X=4x3 R=1x3" },
        { "f(X, C) = sum(exp(X .* C))", "X=4x3 C=4x1" },
        { "f(C, R) = sum(sin(C + R))", "C=4x1 R=1x3" },
        { "f(C, v) = sum(sin(C .* v))", "C=4x1 v=3" },
        { "f(X, M) = norm(X + M)", "X=4x3 M=1x1" },
        { "f(X, W, b) = sum(sigmoid(X @ W + b))", "X=4x3 W=3x1 b=1" },
        { "f(X) = sum(sin(X - mean(X, axis=0)))", "X=4x3" },
        { "f(X) = sum(sin(X - mean(X, axis=1, keepdims=True)))", "X=4x3" },
        { "f(X) = sum(tanh(X - mean(X, axis=0, keepdims=True)))", "X=4x3" },
        { "f(X) = sum(tanh(X - column(rowmean(X))))", "X=3x3" },
        { "f(X) = sum(tanh(X - colmean(X)))", "X=3x3" },
        { "f(X) = sum(sin((X - mean(X, axis=0)) / std(X, axis=0)))", "X=5x2" },
        { "f(X, a, b) = sum(sin(a .* (X - mean(X, axis=1, keepdims=True)) / sqrt(var(X, axis=1, keepdims=True) + 1e-5) + b))", "X=4x3 a=3 b=3" },
        { "m = mean(X, axis=0); s = var(X, axis=0); f(X, a, b) = sum(sin((X - m) ./ sqrt(s + 1e-5) .* a + b))", "X=5x2 a=2 b=2" },
        { "f(X, W, b) = sum(softmax(X @ W + b) .* Y)", "X=4x3 W=3x2 b=2 Y=4x2" },
        { "f(W, b) = cross_entropy(X @ W + b, Y)", "X=4x3 W=3x2 b=2 Y=4x2" },
        { "f(X, Z) = sum(sqrt(0.5 + column(rowsum(X.^2)) - 2*X @ Z' + rowsum(Z.^2)'))", "X=4x2 Z=3x2" },
        { "f(Q, K, V, m) = sum(sin(softmax(Q @ K' ./ sqrt(2) + m) @ V))", "Q=3x2 K=4x2 V=4x2 m=4" },
        { "f(X, b) = sum(atan2(X, b))", "X=4x3 b=3" },
        { "f(X, b) = sum((1 + X.^2) .^ b)", "X=4x3 b=3" },
        { "f(X, c) = sum(hypot(column(c), X))", "X=4x3 c=4" },
        { "f(X, b) = sum(if(X > b, X.^2, b))", "X=4x3 b=3" },
        { "f(X) = sum(var(X, axis=0, ddof=1)) + sum(std(X, axis=1))", "X=4x3" },
        { "f(X) = var(X) + std(X)^3", "X=4x3" },
        { "f(v) = var(v)*std(v, ddof=1)", "v=5" },
        { "f(X) = sum(prod(X, axis=0)) + sum(norm(X, axis=1)) + sum(norm1(X, axis=0))", "X=3x2" },
        { "f(X) = sum(softmax(X, axis=0) .* X) + sum(logsumexp(X, axis=0).^2)", "X=3x2" },
        { "f(X) = sum((max(X, axis=0) - min(X, axis=0)).^2)", "X=2x3" },
        { "f(X) = sum(i = 1..4, norm(X[i] - mean(X, axis=0))^2)", "X=4x3" },
        { "f(X, b) = sum(i = 1..3, sum(sin(X + i*b)))", "X=4x2 b=2" },
        { "f(X, s) = sum(sin(X - mean(X, axis=0) + s))", "X=4x3 s=1" },
        { "f(X) = sum(sin(X - mean(X, axis=0)))", "X=nxd" },
    };

    [Theory, MemberData(nameof(Definitions))]
    public void Symbolic_automatic_and_measured_derivatives_agree_and_texts_read_back(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        string[] variables = [.. study.Variables];
        Assert.Equal(study.Function.Hash, About.Shapes($"f({string.Join(", ", variables)}) = {study.Print(study.Function).Text}", shapes).Function.Hash);
        if (shapes.Contains('n', StringComparison.Ordinal)) return;
        var gradient = study.Gradient(variables);
        foreach (var partial in gradient) ReadBack.Check(study, shapes, partial, study.Print(partial).Text);
        Assert.True(study.VerifyGradient(gradient, variables, []).Verified);
        var all = study.WithLetters(shapes);
        var (letters, at) = (all.Variables.ToList(), About.Draw(all.Variables.Select(all.ShapeOf), 7, 0.3, 1.7));
        foreach (var variable in variables)
        {
            double[] measured = [.. About.Differences(values => all.ValuesAt([all.Function], values)[0].Entries, at, letters.IndexOf(variable)).Select(static column => column[0])];
            About.Close(measured, all.ValuesAt([all.Gradient([variable])[0]], at)[0].Entries, 1e-7, $"{text} by {variable}");
        }
    }

    [Theory]
    [InlineData("f(X, b) = sum((X + b).^2)", "b", "2*colsum(X + b)")]
    [InlineData("f(X, c) = sum((X - column(c)).^2)", "c", "-2*rowsum(X - column(c))")]
    [InlineData("f(X, b) = sum(tanh(X - b))", "b", "-colsum(1 - tanh(X - b).^2)")]
    public void The_gradient_of_what_is_repeated_is_a_sum_over_what_it_goes_with(string text, string variable, string gradient)
    {
        var study = About.Shapes(text, "X=4x3 b=3 c=4");
        Assert.Equal(gradient, study.Print(study.Gradient([variable])[0]).Text);
    }

    [Theory]
    [InlineData("f(X, b) = X + b", "X + b")]
    [InlineData("f(X, b) = X - mean(X, axis=0)", "X - colsum(X)/4")]
    [InlineData("f(X, b) = X - mean(X, axis=1, keepdims=True)", "X - column(rowsum(X))/3")]
    [InlineData("f(X, b) = max(X, b)", "max(X, b)")]
    [InlineData("f(X, b) = max(X, axis=0)", "max(X, axis=0)")]
    [InlineData("f(c, b) = column(c) - b'", "column(c) - b'")]
    public void It_is_written_as_people_write_it(string text, string written) =>
        Assert.Equal(written, Printed(About.Shapes(text, "X=4x3 b=3 c=4")));

    [Theory]
    [InlineData("f(X) = sin(X, axis=0)", "axis=0", "'sin' has no option 'axis'.")]
    [InlineData("f(X) = mean(X, axis=2)", "axis=2", "A 4 × 3 matrix has the axes 0 to 1, but this is axis 2.")]
    [InlineData("f(X) = mean(X, axis=0.5)", "axis=0.5", "'axis' is a whole number.")]
    [InlineData("f(X) = mean(X, keepdims=2)", "keepdims=2", "'keepdims' is True or False.")]
    [InlineData("f(X) = mean(axis=0, X)", "axis=0", "'axis' comes before what it is about.")]
    [InlineData("f(X) = mean(X, axis=0, axis=1)", "axis=1", "'axis' is given twice.")]
    [InlineData("f(X) = mean(X, ddof=1)", "ddof=1", "'mean' has no option 'ddof'.")]
    [InlineData("f(v) = mean(v', axis=0)", "axis=0", "An axis of a row can be taken in two ways.")]
    [InlineData("f(s) = mean(s, axis=0)", "axis=0", "A number has no axis, but this is axis 0.")]
    [InlineData("f(v) = std(v, ddof=3)", "v", "'std' needs more entries than ddof along each axis, but this is a vector of 3.")]
    public void An_option_that_means_nothing_is_refused(string text, string at, string message)
    {
        var refusal = Assert.Throws<FormulaException>(() => About.Shapes(text, "X=4x3 v=3"));
        Assert.Equal(message, refusal.Message);
        Assert.Equal(at, text[refusal.Span.Start..refusal.Span.End]);
    }

    [Fact]
    public void An_index_may_be_called_axis() => Assert.Equal("x + sum(axis = 1..3, axis^2)", Printed(About.Shapes("sum(axis = 1..3, axis^2) + x")));

    private static string Printed(Study study) => study.Print(study.Function).Text;
}
