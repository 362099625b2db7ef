using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Seams;

/// <summary>A number is treated in one way: alone, among many numbers, among vectors, and as an entry of one.</summary>
[Trait("Length", "long")]
public sealed class OneWorldLaws
{
    private const string Others = "p1_, p2_, p3_, p4_, p5_, p6_, p7_, p8_", Sum = "p1_ + p2_ + p3_ + p4_ + p5_ + p6_ + p7_ + p8_";

    /// <summary>Every definition of the laws, and functions with branches, kinks and ties.</summary>
    public static TheoryData<string> EveryDefinition =>
    [
        .. Definitions.All(), "if(x == 2, 4, x^2)", "if(x == 0, 1, sin(x)/x)", "if(x > 0, x^2, -x^2)", "if(x*y == 0, 0, x*y)", "if(x == 1 or y == 1, x^2*y, x^2*y)",
        "max(x, y, 0)", "abs(x + y)", "hypot(x, y)", "clip(x*y, -1, 1)", "if(x > 0.8, 1/x^6, 1 - x^2)", "leaky_relu(x) + floor(y)",
    ];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void One_formula(string text)
    {
        var alone = Ask.About(text).Study;
        if (alone.Variables.Count is 0 or > 7) return;
        var list = string.Join(", ", alone.Variables);
        var called = $"F_({list}) = {Body(alone)}; ";
        if (Read($"{Helpers(alone)}{called}f({list}, {Others}) = F_({list})") is not { } among) return;
        var beside = Read($"{Helpers(alone)}{called}f({list}, u_) = F_({list})", new Shape(2))!;
        var formulas = alone.Gradient(alone.Variables).Select(partial => alone.Print(partial).Text).ToList();
        Assert.Equal(formulas, among.Gradient(alone.Variables).Select(partial => among.Print(partial).Text), StringComparer.Ordinal);
        Assert.Equal(formulas, beside.Gradient(alone.Variables).Select(partial => beside.Print(partial).Text), StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void One_value_and_the_same_kinks(string text)
    {
        var alone = Ask.About(text).Study;
        if (alone.Variables.Count is 0 or > 7) return;
        var (list, rest) = (string.Join(", ", alone.Variables), string.Join(", ", alone.Variables.Skip(1)));
        var called = $"{Helpers(alone)}F_({list}) = {Body(alone)}; ";
        if (Read($"{called}f(v_{(rest.Length > 0 ? $", {rest}" : "")}) = F_(v_[1]{(rest.Length > 0 ? $", {rest}" : "")})", new Shape(1), "v_") is not { } vector) return;
        var matrix = Read($"{called}f(v_{(rest.Length > 0 ? $", {rest}" : "")}) = F_(v_[1, 1]{(rest.Length > 0 ? $", {rest}" : "")})", new Shape(1, 1), "v_")!;
        var among = Read($"{called}f({list}, {Others}) = F_({list}) + {Sum}")!;
        foreach (var point in Reading.Points(alone.Variables.Count).Take(2).Concat(new[] { 0.0, 1, 2 }.Select(each => Enumerable.Repeat(each, alone.Variables.Count).ToArray())))
        {
            var expected = alone.GradientAt(point);
            foreach (var lifted in new[] { vector, matrix, among })
            {
                var at = lifted.GradientAt([.. point, .. new double[lifted.Layout.Count - point.Length]]);
                for (var i = 0; i < point.Length; i++) Ask.Close(expected.Numbers[i], at.Numbers[i], 1e-7 * Math.Max(1, Math.Abs(expected.Numbers[i])));
                Assert.Equal(expected.Kinks.Count, at.Kinks.Count);
            }
        }
    }

    private static string Body(Study study) => study.Definition.Text[study.Definition.Statements[^1].Body.Span.Start..].Trim().TrimEnd(';');

    private static string Helpers(Study study) => study.Definition.Text[..study.Definition.Statements[^1].NameSpan.Start];

    // Adjacent names are a product where all are declared; some definitions cannot be called.
    private static Study? Read(string text, Shape shape = default, string name = "u_")
    {
        var shapes = shape.IsScalar ? [] : new Dictionary<string, Shape>(StringComparer.Ordinal) { [name] = shape };
        try
        {
            return Study.Of(text, new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal)) { Shapes = shapes }, Definitions.Budget());
        }
        catch (Exception fault) when (fault is Calculus.Syntax.FormulaException or LimitException)
        {
            return null;
        }
    }
}
