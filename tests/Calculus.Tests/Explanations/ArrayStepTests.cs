using System.Text.RegularExpressions;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Tests.CodeExport;
using Xunit;

namespace Calculus.Tests.Explanations;

/// <summary>The lines of a gradient by vectors and matrices: the derivative of the function by a part, once for each part, as it is printed.</summary>
public sealed partial class ArrayStepTests
{
    public static TheoryData<string, string, string> Definitions => [.. ArrayPrograms.Definitions.Where(static each => each.Text is not "f(x) = max(x) + min(x)*logsumexp(x)")];

    [Theory, MemberData(nameof(Definitions))]
    public void Each_line_as_it_is_printed_is_the_derivative_by_the_part_on_its_left(string text, string variables, string data)
    {
        var study = ArrayPrograms.StudyOf((text, variables, data));
        if (!study.Function.Shape.IsScalar) return;
        var partials = study.Gradient(study.Variables);
        var steps = study.Explain.Gradient(partials);
        var nodes = Reachable.From(study.Function).ToHashSet();
        var size = study.Variables.Sum(name => (int)study.ShapeOf(name).Count);
        var point = Enumerable.Range(1, 20).Select(draw => Point(size, draw)).First(each => double.IsFinite(study.ValuesAt([study.Function], study.ValuesOf(each))[0].Number));
        Assert.Equal(steps.Count, steps.Select(static step => step.Before.Text).Distinct(StringComparer.Ordinal).Count());
        foreach (var step in steps)
        {
            var left = Left().Match(step.Before.Text);
            Assert.True(left.Success, step.Before.Text);
            Assert.InRange(step.Residual, 0, 1e-7);
            var part = study.ReadFormula(left.Groups["part"].Value).Formula;
            Assert.Contains(part, nodes);
            var slope = study.ReadFormula(step.After.Text).Formula;
            var expected = study.ValuesAt([Moved(study.Function, part)], study.ValuesOf(point))[0].Entries;
            var actual = study.ValuesAt([slope], study.ValuesOf(point))[0].Entries;
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-9 * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    [Fact]
    public void The_left_side_names_the_function_and_the_part()
    {
        var study = ArrayPrograms.StudyOf(("loss(w) = mean(softplus(X @ w))", "w=2", "X=3x2"));
        var steps = study.Explain.Gradient(study.Gradient(["w"]));
        Assert.Equal(
            "∂loss/∂(sum(softplus(X @ w))) = 1/3; ∂loss/∂(softplus(X @ w)) = ones(3)/3; ∂loss/∂(X @ w) = sigmoid(X @ w)/3; ∂loss/∂w = X' @ sigmoid(X @ w)/3",
            string.Join("; ", steps.Select(static step => $"{step.Before.Text} = {step.After.Text}")));
        Assert.Equal(@"\frac{\partial \mathrm{loss}}{\partial w}", steps[^1].Before.Latex);
        Assert.StartsWith(@"\frac{\partial \mathrm{loss}}{\partial \left(", steps[0].Before.Latex, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_two_variables_share_is_told_once()
    {
        var study = ArrayPrograms.StudyOf(("z = X @ w + b; loss(w, b) = mse(tanh(z), y)", "w=2 b=1", "X=3x2 y=3"));
        var steps = study.Explain.Gradient(study.Gradient(["w", "b"]));
        Assert.Equal("∂loss/∂b", steps[^1].Before.Text);
        Assert.Single(steps, static step => step.Before.Text is "∂loss/∂(X @ w + b)");
    }

    [Theory]
    [InlineData("f(p) = sum((y - p).^2)", "p=3", "y=3", "subtracted")]
    [InlineData("f(x) = norm(x)^2 + sum(x)", "x=3", "", "contributions are added")]
    [InlineData("f(x, b) = sum(exp(x + b))", "x=3 b=1", "", "A number stands in every entry")]
    [InlineData("f(x) = sum(exp(2x))", "x=3", "", "constant factor 2 stays")]
    public void Sentences_speak_of_their_line(string text, string variables, string data, string words)
    {
        var study = ArrayPrograms.StudyOf((text, variables, data));
        Assert.Contains(study.Explain.Gradient(study.Gradient(study.Variables)), step => step.Explanation.Contains(words, StringComparison.Ordinal));
    }

    private static double[] Point(int size, int draw) => [.. Enumerable.Range(1, size).Select(place => 0.2 + (1.3 * ((place * place * draw * 0.37) % 1)))];

    // The derivative of the function by a letter in place of the part, with the part put back.
    private static Expression Moved(Expression function, Expression part)
    {
        var letter = function.Graph.Symbol("moved_part", SymbolRole.Variable, part.Shape);
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(function)) made[node] = node == part ? letter : Rebuild.WithChildren(node, function.Graph, child => made[child]);
        return Rebuild.In(ReverseMode.Of(made[function], letter), function.Graph, new Dictionary<Symbol, Expression> { [letter] = part });
    }

    [GeneratedRegex(@"^∂\w+/∂(\((?<part>.+)\)|(?<part>\w+))$")]
    private static partial Regex Left();
}
