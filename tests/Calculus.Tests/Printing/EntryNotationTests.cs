using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>Derivatives of functions that are written with entries, indices and lengths, as their authors would write them.</summary>
public sealed class EntryNotationTests
{
    [Theory]
    [InlineData("(1-x[1])^2 + 100*(x[2]-x[1]^2)^2", "x=2", "[2*x[1] - 400*x[1]*(x[2] - x[1]^2) - 2, 200*(x[2] - x[1]^2)]")]
    [InlineData("x[1]*x[2]*x[3]", "x=3", "[x[2]*x[3], x[1]*x[3], x[1]*x[2]]")]
    [InlineData("x[10]*x[2]^2 + x[1]", "x=10", "[1, 2*x[2]*x[10], 0, 0, 0, 0, 0, 0, 0, x[2]^2]")]
    [InlineData("X[1,2]^2*X[2,1]", "X=2x2", "[[0, 2*X[1, 2]*X[2, 1]], [X[1, 2]^2, 0]]")]
    [InlineData("exp(x[1])*sin(x[2])", "x=2", "[exp(x[1])*sin(x[2]), exp(x[1])*cos(x[2])]")]
    [InlineData("exp(x[1])*sum(x)", "x=3", "[exp(x[1])*(1 + sum(x)), exp(x[1]), exp(x[1])]")]
    [InlineData("sum(x[2:3].^2) + x[1]", "x=3", "[1, 2*x[2], 2*x[3]]")]
    [InlineData("f(X) = trace((X' @ X - eye(d))' @ (X' @ X - eye(d)))", "X=nxd", "4*X @ (X' @ X - eye(d))")]
    [InlineData("f(X) = norm(X' @ X - eye(2))^2", "X=3x2", "4*X @ (X' @ X - eye(2))")]
    [InlineData("f(m, x, y) = sum(i = 1..n, (y[i]-m*x[i])^2)", "x=n y=n", "-2*sum(i = 1..n, x[i]*(y[i] - m*x[i]))")]
    public void A_gradient(string text, string shapes, string gradient)
    {
        var study = About.Shapes(text, shapes);
        var formula = study.Gradient([study.Variables[0]])[0];
        Assert.Equal(gradient, study.Print(formula).Text);
        ReadsBack(study, formula);
    }

    [Theory]
    [InlineData("(1-x[1])^2 + 100*(x[2]-x[1]^2)^2", "x=2", "[[1200*x[1]^2 - 400*x[2] + 2, -400*x[1]], [-400*x[1], 200]]")]
    [InlineData("x[1]^2*x[3]", "x=3", "[[2*x[3], 0, 2*x[1]], [0, 0, 0], [2*x[1], 0, 0]]")]
    [InlineData("norm(p)", "p=3", "eye(3)/norm(p) - outer(p, p)/norm(p)^3")]
    [InlineData("norm(p)^3", "p=3", "3*(norm(p)*eye(3) + outer(p, p)/norm(p))")]
    public void A_Hessian(string text, string shapes, string hessian)
    {
        var study = About.Shapes(text, shapes);
        var formula = study.Hessian(study.Variables)[0][0];
        Assert.Equal(hessian, study.Print(formula).Text);
        ReadsBack(study, formula);
    }

    [Theory]
    [InlineData("f(m, b) = 1/n*sum(i = 1..n, (y[i]-m*x[i]-b)^2)", "x=n y=n", "sum(i = 1..n, ")]
    [InlineData("f(m, b) = sum(k = 1..3, softplus(m*x[k]+b) - y[k]*(m*x[k]+b))/3", "x=3 y=3", "sum(k = 1..3, ")]
    [InlineData("f(a, b) = sum(i = 1..4, i*exp(-a*i)*b)", "", "sum(i = 1..4, ")]
    [InlineData("f(a, b) = sum(i = 1..n, x[i]^a)*sum(i = 1..n, b*x[i])", "x=n", "sum(i = 1..n, ")]
    [InlineData("f(a, b) = log(sum(i = 1..n, if(x[i] > 1, a*x[i]^2, b*x[i])))", "x=n", "sum(i = 1..n, ")]
    public void A_sum_over_an_index_stays_one(string text, string shapes, string sum)
    {
        var study = About.Shapes(text, shapes);
        foreach (var formula in study.Gradient([.. study.Variables.Where(static name => name is "a" or "b" or "m")]))
        {
            var printed = study.Print(formula).Text;
            Assert.Contains(sum, printed, StringComparison.Ordinal);
            Assert.DoesNotContain("@", printed, StringComparison.Ordinal);
            ReadsBack(study, formula);
        }
    }

    [Fact]
    public void A_power_of_a_sum_is_not_typeset_as_the_sum_of_a_power()
    {
        var study = About.Shapes("f(a) = a*sum(i = 1..n, x[i])^2", "x=n");
        Assert.Equal(@"\left(\sum_{i=1}^{n} \left({x}_{i}\right)\right)^{2}", study.Print(study.Derivative("a")).Latex);
    }

    [Fact]
    public void A_length_keeps_the_name_that_the_sum_gave_it()
    {
        var context = new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal) { ["n"] = 3 }, new HashSet<string>(StringComparer.Ordinal)) { Shapes = About.Read("x=3 y=3") };
        var study = Study.Of("f(m) = 1/n*sum(i = 1..n, (y[i]-m*x[i])^2)", context, Definitions.Budget());
        Assert.Equal("-2*sum(i = 1..n, x[i]*(y[i] - x[i]*m))/n", study.Print(study.Derivative("m")).Text);
    }

    private static void ReadsBack(Study study, Expression formula)
    {
        var again = study.ReadFormula(study.Print(formula).Text);
        Assert.Equal(study.Print(formula).Text, study.Print(again.Formula).Text);
        // The reciprocal of a length is 0 at 0, which its text does not show.
        if (!study.Definition.Text.Contains("norm(p)", StringComparison.Ordinal)) Assert.Same(formula, again.Formula);
    }
}
