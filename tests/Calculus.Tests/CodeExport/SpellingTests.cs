using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.CodeExport;

/// <summary>How functions, numbers and names are written.</summary>
public sealed class SpellingTests
{
    public static TheoryData<string> Names => [.. Catalogue.All.Where(static function => function is not (If or Piecewise)).Select(static function => function.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_function_is_spelled(string name)
    {
        var spellings = Catalogue.ByName[name].Spellings;
        Assert.NotNull(spellings);
        var places = Math.Min(Catalogue.ByName[name].Parameters.Count, name is "log" ? 1 : 9);
        for (var place = 0; place < places; place++)
        {
            foreach (var template in new[] { spellings.NumPy, spellings.C, spellings.PyTorch, spellings.CSharp, spellings.JavaScript }.OfType<string>())
                Assert.Single(template.Split($"{{{place}}}")[1..]);
        }
    }

    [Theory]
    [InlineData("x/3", "x / 3.0")]
    [InlineData("0.1*x", "0.1 * x")]
    [InlineData("2x/7 + 1/3", "2.0 * x / 7.0 + 1.0 / 3.0")]
    [InlineData("x^2 - x^3", "x * x - x * x * x")]
    [InlineData("x^7", "pow(x, 7.0)")]
    [InlineData("1/x^2", "1.0 / (x * x)")]
    [InlineData("x^(1/3)", "cbrt(x)")]
    [InlineData("x^(2/3)", "real_power(x, 2.0, 3.0)")]
    [InlineData("sqrt(x)", "sqrt(x)")]
    [InlineData("exp(x) - 1", "expm1(x)")]
    [InlineData("if(x > 0, 1, -x)", "0.0 < x ? 1.0 : -x")]
    [InlineData("-(x + 1)/(x - 1)", "-(x + 1.0) / (x - 1.0)")]
    public void In_C(string text, string code) => Assert.Contains($"return {code};", Code(text, CodeLanguage.C), StringComparison.Ordinal);

    [Fact]
    public void Stable_forms_are_compared_where_they_matter() =>
        Assert.All(Programs.Stable, static each => Assert.Equal(each.At, Study.Of(each.Text, BindingContext.Empty, new Budget(new Limits(), CancellationToken.None))
            .Code(CodeLanguage.C, CodeContent.Value, [each.At]).Points[0][0]));

    [Fact]
    public void What_is_used_twice_gets_a_line()
    {
        var code = Code("f(x) = sin(x)^2 + exp(sin(x))", CodeLanguage.NumPy);
        Assert.Contains("t1 = np.sin(x)", code, StringComparison.Ordinal);
        Assert.Equal(2, code.Split("np.sin(x)").Length);
    }

    [Fact]
    public void A_shared_composition_stays_small()
    {
        var definition = "f0(x) = sin(x) + x^2; " + string.Join("; ", Enumerable.Range(1, 5).Select(static n => FormattableString.Invariant($"f{n}(x) = f{n - 1}(f{n - 1}(x))")));
        Assert.InRange(Code(definition, CodeLanguage.C).Length, 1_000, 8_000);
    }

    [Fact]
    public void Code_that_grows_too_long_is_refused()
    {
        var sum = string.Join(" + ", Enumerable.Range(1, 100).Select(static n => FormattableString.Invariant($"sin({n}*x)")));
        Assert.Equal("printedLength", Assert.Throws<LimitException>(() => Code(sum, CodeLanguage.C, new Limits { PrintedLength = 1_000 })).Limit);
    }

    private static string Code(string text, CodeLanguage language, Limits? limits = null) =>
        Study.Of(text, BindingContext.Empty, new Budget(limits ?? new Limits(), CancellationToken.None)).Code(language, CodeContent.Value).Code;
}
