using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Simplification;

/// <summary>Each row of the table of identities, by itself.</summary>
public sealed class IdentityTests
{
    // The identity, a formula to which it applies, and the result.
    private static readonly (string Name, string Before, string After)[] s_rows =
    [
        ("u^a · u^b = u^(a+b)", "x^5/x^2", "x^3"),
        ("u^a · u^b = u^(a+b)", "sqrt(x)/x", "1/sqrt(x)"),
        ("u^a · u^b = u^(a+b)", "x^y*x^3", "x^(y + 3)"),
        ("(u^a)^b = u^(ab)", "1/(1/x)", "x"),
        ("(u^a)^b = u^(ab)", "sqrt(x)^2", "x"),
        ("u^k · (a·u^m + b·u^n) = a·u^(m+k) + b·u^(n+k)", "log(x)^2*(y/log(x)^2 + 1/log(x)^5)", "y + 1/log(x)^3"),
        ("u^k · (a·u^m + b·u^n) = a·u^(m+k) + b·u^(n+k)", "z*(6/z^7 - 12/z^13)", "6/z^6 - 12/z^12"),
        ("exp(a) · exp(b) = exp(a+b)", "exp(x)*exp(y)", "exp(x + y)"),
        ("exp(a) · exp(b) = exp(a+b)", "exp(x)/exp(y)", "exp(x - y)"),
        ("exp(v·log(u)) = u^v", "exp(log(x))", "x"),
        ("exp(v·log(u)) = u^v", "exp(-3log(x))", "1/x^3"),
        ("sin(u)/cos(u) = tan(u)", "x*sin(y)/cos(y)", "x*tan(y)"),
        ("sin(u)/cos(u) = tan(u)", "sinh(x)/cosh(x)", "tanh(x)"),
        ("sin(u)^2 + cos(u)^2 = 1", "5sin(3x)^2 + 5cos(3x)^2", "5"),
        ("sin(u)^2 + cos(u)^2 = 1", "cosh(x)^2 - sinh(x)^2", "1"),
        ("sin(u)^2 + cos(u)^2 = 1", "1 - cos(x)^2", "sin(x)^2"),
        ("u/abs(u) = sign(u)", "(x + 1)/abs(x + 1)", "sign(x + 1)"),
        ("u/abs(u) = sign(u)", "sign(x)*abs(x)", "x"),
        ("-(a - b) = b - a", "-(exp(y) - x)/(sin(x) + y)", "(x - exp(y))/(y + sin(x))"),
        ("-(a - b) = b - a", "-1/(cos(y) - 1)", "1/(1 - cos(y))"),
        ("(k·a)/(k·b) = a/b", "(3*x^2 - 3*y)/(3*y^2 + 6*x)", "(x^2 - y)/(y^2 + 2*x)"),
        ("(k·a)/(k·b) = a/b", "(2*x + 2*y)/(2*sqrt(x^2 + y^2))", "(x + y)/sqrt(x^2 + y^2)"),
        ("-(a - b) = b - a", "-(exp(y) - x)", "x - exp(y)"),
        ("(g·a)/(g·b) = a/b", "(x^2 - 3x + 2)/(x - 2)", "x - 1"),
        ("(g·a)/(g·b) = a/b", "(x^2 - y^2)/(x - y)", "x + y"),
        ("0·u = 0", "x + 0*log(x)", "x"),
        ("a·u + b·u = (a+b)·u", "sin(x)*x + sin(x)", "sin(x)*(x + 1)"),
        ("a·u + b·u = (a+b)·u", "2x/3 + 2y/3", "2*(x + y)/3"),
        ("a/u + b/v = (a·v + b·u)/(u·v)", "1/x + 1/x^2", "(x + 1)/x^2"),
        ("(a/u + b/v)·c = (a·v + b·u)·c/(u·v)", "(1/x + 1/y)*x*y", "x + y"),
        ("(a+b)·c = a·c + b·c", "(x + 1)^2 - x^2 - 2x", "1"),
    ];

    private static readonly string[] s_groups = ["powers", "exponentials", "trigonometry", "signs", "fractions"];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (name, before, after) in s_rows) rows.Add(name, before, after);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void An_identity_applies_and_keeps_every_value(string name, string before, string after)
    {
        var identity = Identities.All.Single(row => string.Equals(row.Name, name, StringComparison.Ordinal));
        var reading = Reading.Of(before);
        var applied = Reachable.From(reading.Function)
            .Select(node => (Node: node, Other: identity.Rewrite(node, new Measure())))
            .Where(static pair => pair.Other is not null && pair.Other != pair.Node)
            .ToList();

        Assert.NotEmpty(applied);
        foreach (var (node, other) in applied)
        {
            foreach (var point in reading.Points())
            {
                var value = reading.Value(node, point);
                if (double.IsFinite(value)) DerivativeLaws.AssertClose(value, reading.Value(other!, point), 1e-12, before, point);
            }
        }

        var study = Study.Of(before, BindingContext.Empty, Definitions.Budget());
        Assert.Equal(after, study.Print(Simplify.Of(study.Function)).Text);
    }

    [Fact]
    public void Every_identity_has_a_row_a_group_and_a_name_of_its_own()
    {
        var tested = s_rows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
        // Those of arrays have shapes; their rows are among the laws of matrix formulas.
        var ofNumbers = Identities.All.Where(static row => row.Group is not "arrays").ToList();
        Assert.Equal(ofNumbers.Count, tested.Count);
        Assert.All(ofNumbers, row => Assert.True(tested.Contains(row.Name) && s_groups.Contains(row.Group)));
    }
}
