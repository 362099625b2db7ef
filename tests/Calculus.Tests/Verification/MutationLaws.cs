using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>A wrong rule is detected: both formulas and automatic derivatives follow it, but the measured slope does not.</summary>
public sealed class MutationLaws
{
    // A definition for each argument of functions of several; the argument that moves is x.
    private static readonly Dictionary<string, string[]> OfSeveral = new(StringComparer.Ordinal)
    {
        ["root"] = ["root(x, 2.5)", "root(2.5, x)"],
        ["atan2"] = ["atan2(x, 2)", "atan2(1.5, x)"],
        ["mod"] = ["mod(x, 2)", "mod(5, x)"],
        ["min"] = ["min(x, 0.6)", "min(0.6, x)"],
        ["max"] = ["max(x, -0.4)", "max(-0.4, x)"],
        ["clip"] = ["clip(x, -1, 1)", "clip(0.5, x, 2)", "clip(0.5, -1, x)"],
        ["hypot"] = ["hypot(x, 2)", "hypot(-1, x)"],
        ["polygamma"] = ["", "polygamma(2, x)"],
        ["leaky_relu"] = ["leaky_relu(x, 0.25)", "leaky_relu(-1.3, x)"],
        ["elu"] = ["elu(x, 0.5)", "elu(-1.3, x)"],
    };

    // Their calls become choices, which have a rule of their own.
    private static readonly string[] Branches = ["if", "piecewise"];

    private static readonly (string Name, Func<Expression, Expression> Broken)[] Mutations =
    [
        ("the sign flipped", static right => -right),
        ("a hundredth too much", static right => Rational.Of(101, 100) * right),
        ("a thousandth too much", static right => Rational.Of(1001, 1000) * right),
        ("nothing", static right => right.Graph.Zero),
        ("one more", static right => Rational.One + right),
    ];

    public static TheoryData<string, int, string> EveryMutation
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var function in Catalogue.All.Where(static function => !Branches.Contains(function.Name, StringComparer.Ordinal)))
            {
                for (var place = 0; place < function.Parameters.Count; place++)
                {
                    if (Text(function, place).Length == 0 || (function.Name is "log" && place == 1)) continue;
                    foreach (var (name, _) in Mutations)
                    {
                        // A rule that gives 0 is changed only by adding to it.
                        if (!IsFlat(function) || name is "one more") rows.Add(function.Name, place, name);
                    }
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(EveryMutation))]
    public void A_broken_rule_of_the_catalogue_is_found(string name, int place, string mutation)
    {
        var original = Catalogue.ByName[name];
        var mutant = new Mutant(original, place, Mutations.Single(each => string.Equals(each.Name, mutation, StringComparison.Ordinal)).Broken);
        var context = BindingContext.Empty with { Functions = Mutant.Catalogue(mutant) };
        var text = Text(original, place);
        foreach (var around in new[] { text, $"x^2 + 3*{text}", $"exp(-x/2)*{text}" })
        {
            var study = Study.Of($"f(x) = {around}", context, Laws.Definitions.Budget());
            var verdict = study.Verify(study.Derivative("x"), "x", 1, []);
            Assert.True(verdict is { Verified: false, Disagreement.By: "numeric" }, $"{around} with {mutation}: {verdict}");
        }
    }

    [Theory]
    [InlineData("x^2 + sin(x)", "2*x")]
    [InlineData("x^2 + sin(x)", "2*x - cos(x)")]
    [InlineData("x^2 + sin(x)", "2.002*x + cos(x)")]
    [InlineData("x^2 + sin(x)", "2.00000004*x + cos(x)")]
    [InlineData("exp(3x)", "2.9999999*exp(3*x)")]
    [InlineData("x*sin(x)", "x*cos(x)")]
    [InlineData("x*sin(x)", "cos(x)")]
    [InlineData("x*sin(x)", "1.001*sin(x) + x*cos(x)")]
    [InlineData("x/(x^2 + 1)", "1/(2*x)")]
    [InlineData("x^5", "5*x^5")]
    [InlineData("x^5", "4*x^4")]
    [InlineData("x^0.5", "x^(-0.5)")]
    [InlineData("2^x", "x*2^(x - 1)")]
    [InlineData("2^x", "2^x")]
    [InlineData("x^x", "x^x")]
    [InlineData("sin(x^2)", "cos(x^2)")]
    [InlineData("exp(3x)", "exp(3*x)")]
    [InlineData("if(x > 0, x^2, -x)", "2*x")]
    [InlineData("if(x > 0, x^2, -x)", "if(x > 0, -1, 2*x)")]
    [InlineData("piecewise(x < -1, x, x < 1, x^3, 2x)", "piecewise(x < -1, 1, x < 1, 3*x^2, 1)")]
    [InlineData("1e-12*x^2", "2e-12*x*1.001")]
    [InlineData("1e12*x^2 + x", "2e12*x*1.001 + 1")]
    [InlineData("5", "1e-3")]
    [InlineData("1e6 + x", "1.001")]
    [InlineData("sqrt(x - 50)", "1/sqrt(x - 50)")]
    [InlineData("log(x)", "log(x - 1000)")]
    [InlineData("a*x^2", "a*x")]
    public void A_wrong_formula_is_found(string text, string formula)
    {
        var study = Study.Of($"f(x) = {text}", BindingContext.Empty, Laws.Definitions.Budget());
        var verdict = Claimed(study, $"f(x) = {formula}", 1);
        Assert.True(verdict.Verified == false, verdict.ToString());
        Assert.NotNull(verdict.Disagreement);
    }

    [Theory]
    [InlineData("sin(x)", 2, "sin(x)")]
    [InlineData("x^5", 3, "60.06*x^2")]
    [InlineData("exp(2x)", 10, "1025*exp(2x)")]
    [InlineData("tanh(x)", 2, "-2*tanh(x)")]
    public void A_wrong_formula_of_higher_order_is_found(string text, int order, string formula)
    {
        var study = Study.Of($"f(x) = {text}", BindingContext.Empty, Laws.Definitions.Budget());
        Assert.False(Claimed(study, $"f(x) = {formula}", order).Verified);
    }

    [Fact]
    public void A_wrong_partial_is_found_among_three_and_among_a_hundred()
    {
        foreach (var count in new[] { 3, 100, 900 })
        {
            var names = Enumerable.Range(0, count).Select(static i => $"x{i}").ToList();
            var study = Study.Of(string.Join(" + ", names.Select(static name => $"sin(2{name})")), BindingContext.Empty, Laws.Definitions.Budget());
            var gradient = study.Gradient(study.Variables).ToArray();
            Assert.True(study.VerifyGradient(gradient, study.Variables, []).Verified);
            gradient[count / 2] = Rational.Of(1001, 1000) * gradient[count / 2].Formula;
            Assert.False(study.VerifyGradient(gradient, study.Variables, []).Verified);
        }
    }

    private static Verdict Claimed(Study study, string formula, int order)
    {
        var beside = Study.Of(formula, BindingContext.Empty, Laws.Definitions.Budget());
        return study.Verify(Rebuild.In(beside.Function, study.Function.Graph, new Dictionary<Symbol, Expression>()), "x", order, []);
    }

    private static string Text(Function function, int place) =>
        OfSeveral.TryGetValue(function.Name, out var texts) ? texts[place] : $"{function.Name}(x)";

    private static bool IsFlat(Function function) => function.Name is "sign" or "floor" or "ceil" or "round" or "step";
}
