using Calculus.Explanations;
using Calculus.Tests.CodeExport;
using Xunit;

namespace Calculus.Tests.Explanations;

/// <summary>Along a composition of vectors and matrices each stage passes on the derivative of the whole, and what reaches the variable is the derivative.</summary>
public sealed class ArrayChainTests
{
    public static TheoryData<string, string, string> Definitions => [.. ArrayPrograms.Definitions];

    [Theory, MemberData(nameof(Definitions))]
    public void What_reaches_a_variable_is_the_derivative(string text, string variables, string data)
    {
        var study = ArrayPrograms.StudyOf((text, variables, data));
        var size = study.Variables.Sum(name => (int)study.ShapeOf(name).Count);
        var point = Enumerable.Range(1, 20).Select(draw => Point(size, draw)).First(each => double.IsFinite(study.ValuesAt([study.Function], study.ValuesOf(each))[0].Number));
        foreach (var variable in study.Variables)
        {
            var derivative = study.Gradient([variable])[0];
            var walk = study.ChainBy(variable);
            var expected = study.ValuesAt([derivative], study.ValuesOf(point))[0].Entries;

            List<ChainLink> last = [.. walk.Stages.SelectMany(static stage => stage.Links).Where(link => string.Equals(link.Placeholder, variable, StringComparison.Ordinal))];
            var arrived = new double[expected.Length];
            foreach (var value in study.ValuesAt([.. last.Select(static link => link.Factor)], study.ValuesOf(point)))
            {
                for (var i = 0; i < arrived.Length; i++) arrived[i] += value.Entries[i];
            }

            Close(expected, arrived);
            Close(expected, ReadBack(walk.Product.Text, text, variables, data, point));
            Assert.Equal(study.Print(derivative).Text, walk.Steps[^1].After.Text);
        }
    }

    [Fact]
    public void Stages_have_the_names_of_the_definition_and_go_from_the_inside_out()
    {
        var study = ArrayPrograms.StudyOf(("z = X @ w + b; p = tanh(z); f(w, b) = mse(p, y)", "w=2 b=1", "X=3x2 y=3"));
        var walk = study.ChainBy("w");
        Assert.Equal("z p f", string.Join(' ', walk.Stages.Select(static stage => stage.Name)));
        Assert.Equal("X' @ g | g .* (1 - tanh(z).^2) | 2*(p - y)/3", string.Join(" | ", walk.Stages.Select(static stage => stage.Links[0].Derivative.Text)));
        Assert.Equal(@"\nabla_{w} f = J_{z}\left(w\right)^{\top} J_{p}\left(z\right)^{\top} \nabla_{p} f", walk.Prime);
    }

    [Fact]
    public void The_letter_of_what_is_handed_on_is_free()
    {
        var study = ArrayPrograms.StudyOf(("g = X @ w; f(w) = sum(g.^2)", "w=2", "X=3x2"));
        var walk = study.ChainBy("w");
        Assert.Equal("X' @ G", walk.Stages[0].Links[0].Derivative.Text);
    }

    // The product is a formula of the language: under the same shapes and data it means the same.
    private static double[] ReadBack(string product, string text, string variables, string data, double[] point)
    {
        var last = text.Split(';')[^1].Trim();
        var signature = last[..(last.IndexOf(')', StringComparison.Ordinal) + 1)];
        // Repeated parts have names before the formula.
        var formula = product.LastIndexOf("; ", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0;
        var study = ArrayPrograms.StudyOf((product.Insert(formula, $"{signature} = "), variables, data));
        return study.ValuesAt([study.Function], study.ValuesOf(point))[0].Entries;
    }

    private static double[] Point(int size, int draw) => [.. Enumerable.Range(1, size).Select(place => 0.2 + (1.3 * ((place * place * draw * 0.37) % 1)))];

    private static void Close(double[] expected, double[] actual)
    {
        var size = Math.Max(1, expected.Max(Math.Abs));
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-10 * size, $"{actual[i]} is not {expected[i]}.");
    }
}
