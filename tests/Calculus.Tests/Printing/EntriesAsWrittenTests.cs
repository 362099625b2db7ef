using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>Functions of parts of arrays have derivatives whose entries people would write: nothing is put among zeros, and what is printed reads back.</summary>
public sealed class EntriesAsWrittenTests
{
    private static readonly string[] s_notWritten = ["pad(", "eye(", "ones(", "table(", "1:1", "2:2", "3:3", "rowsum(", "colsum(", "outer("];

    public static TheoryData<string, string> Slices => new()
    {
        { "f(x) = norm(x[1:2])*x[3]", "x=3" },
        { "f(x) = x[1:3]' @ x[2:4]", "x=4" },
        { "f(x) = sum(exp(x[2:3]))/x[1]", "x=3" },
        { "f(x) = prod(x[1:2]) + x[3]^2", "x=3" },
        { "f(x) = logsumexp(x[2:4]) - x[1]", "x=4" },
        { "f(x) = x[1:2]' @ A @ x[2:3]", "x=3 A=2x2" },
        { "f(x) = max(x[1:2])*x[3]", "x=3" },
        { "f(M) = M[1, :]' @ M[2, :]", "M=2x2" },
        { "f(M) = norm(M[:, 2])^3*M[1, 1]", "M=2x2" },
        { "f(x) = norm(x - x[1])^2", "x=3" },
        { "f(x) = sin(x[1])*norm(x)", "x=3" },
    };

    public static TheoryData<string, string> Chains => new()
    {
        { "f(x) = sum(i = 1..4, (x[i+1] - x[i])^2)", "x=5" },
        { "f(x) = sum(i = 1..2, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", "x=3" },
        { "f(x) = sum(i = 2..4, x[i]*x[i-1])", "x=4" },
        { "f(x) = sum(i = 1..3, cos(x[i] - 2*x[i+1]))", "x=4" },
        { "f(x) = sum(i = 1..2, x[2*i]/x[2*i-1])", "x=4" },
        { "f(x) = sum(i = 1..3, abs(x[i+1] - x[i]))", "x=4" },
        { "f(x) = prod(i = 1..2, x[i] + x[i+1])", "x=3" },
        { "f(x) = sum(i = 1..3, exp(-(x[i] - x[i+2])^2))", "x=5" },
        { "f(x) = x[1]^2 + sum(i = 1..2, (x[i+1] - a[i]*x[i])^2)", "x=3 a=2" },
        { "f(x) = sum((x[2:4] - x[1:3]).^2)/x[1]", "x=4" },
    };

    public static TheoryData<string, string> Calls => new()
    {
        { "g(a, b) = a^2*b; f(x) = g(x[1], x[2]) + g(x[2], x[3])", "x=3" },
        { "g(p) = norm(p)^2; f(x) = g(x[1:2]) + g(x[2:3])", "x=3" },
        { "h(v) = v[1]*v[2]; f(x) = h(x) + h(x[2:3])", "x=3" },
        { "r(t) = 1/(1 + t^2); f(x) = r(x[1])*r(x[3])", "x=3" },
        { "d(p, q) = sum((p - q).^2); f(x) = d(x[1:2], x[3:4])", "x=4" },
        { "g(u) = sum(u.^3); f(x) = x[1]*g(x[2:3])", "x=3" },
        { "s(x) = x[1] + 2*x[2]; f(x) = s(x)^3", "x=2" },
        { "e(a, b) = (a - b)^2/2; f(x) = e(x[1], x[2]) + e(x[3], x[2])", "x=3" },
        { "m = x[1]*x[2]; f(x) = m^2 + m*x[3]", "x=3" },
        { "g(t) = log(t); f(x) = g(sum(x[1:2])) - x[3]", "x=3" },
    };

    public static TheoryData<string, string> All => [.. Slices, .. Chains, .. Calls];

    [Theory, MemberData(nameof(All))]
    public void A_gradient_and_a_Hessian_are_lists(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        DerivedChecks(study, study.Gradient(study.Variables)[0], shapes);
        DerivedChecks(study, study.Hessian(study.Variables)[0][0], shapes);
        Assert.True(study.VerifyGradient(study.Gradient(study.Variables), study.Variables, []).Verified);
        Assert.True(study.VerifyHessian(study.Hessian(study.Variables), study.Variables, []).Verified);
    }

    [Theory]
    [InlineData("f(x) = [x[1]*x[2], norm(x[2:3])]", "x=3")]
    [InlineData("f(x) = x[1]*x", "x=3")]
    [InlineData("f(x) = x[1:2] .* x[2:3]", "x=3")]
    [InlineData("f(x) = table(i = 1..2, x[i+1] - x[i]^2)", "x=3")]
    [InlineData("f(x) = [sum(x[1:2].^2), x[3]]", "x=3")]
    [InlineData("f(x) = exp(x[2:4])/x[1]", "x=4")]
    [InlineData("f(x) = [x[1], x[1:2]' @ x[2:3], 1]", "x=3")]
    [InlineData("g(v) = v[1]/v[2]; f(x) = [g(x), g(x[2:3])]", "x=3")]
    [InlineData("f(M) = M[1, :]*M[2, 2]", "M=2x2")]
    [InlineData("f(x) = [x[1]^2, x[2]*sum(x)]", "x=2")]
    public void A_Jacobian_is_a_list(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        var jacobian = study.Gradient(study.Variables);
        DerivedChecks(study, jacobian[0], shapes);
        Assert.True(study.VerifyGradient(jacobian, study.Variables, []).Verified);
    }

    [Theory]
    [InlineData("f(t) = sum(i = 1..4, (t*x[i+1] - x[i])^2)", "x=5", "2*sum(i = 1..4, x[i + 1]*(x[i + 1]*t - x[i]))")]
    [InlineData("f(t) = sum(i = 1..3, exp(-t*x[i+2]))", "x=5", "-sum(i = 1..3, x[i + 2]*exp(-x[i + 2]*t))")]
    [InlineData("f(t) = sum(i = 1..2, x[2*i]*t^2)", "x=4", "2*sum(i = 1..2, x[2*i])*t")]
    [InlineData("f(t) = norm(x[1:2])*t^2", "x=3", "2*norm(x[1:2])*t")]
    [InlineData("f(t) = M[1, :]' @ M[2, :]*t^2", "M=2x3", "2*(M[1, :]' @ M[2, :])*t")]
    [InlineData("f(t) = norm(M[:, 1])*sin(t)", "M=2x3", "norm(M[:, 1])*cos(t)")]
    [InlineData("f(t) = sum(M[2, :])/t", "M=2x3", "-sum(M[2, :])/t^2")]
    [InlineData("f(t) = t^2*M[1, 2:3]' @ M[2, 1:2]", "M=2x3", "2*(M[1, 2:3]' @ M[2, 1:2])*t")]
    [InlineData("f(t) = sum(i = 1..4, (x[i+1] - t)^2*x[i])", "x=5", "-2*sum(i = 1..4, x[i]*(x[i + 1] - t))")]
    [InlineData("f(t) = x[2]*exp(t*x[1])", "x=2", "x[1]*x[2]*exp(x[1]*t)")]
    public void A_derivative_keeps_sums_and_lines(string text, string shapes, string derivative)
    {
        var study = About.Shapes(text, shapes);
        var formula = study.Derivative("t");
        Assert.Equal(derivative, study.Print(formula).Text);
        Assert.Equal(study.Print(formula).Text, study.Print(study.ReadFormula(derivative).Formula).Text);
        Assert.True(study.VerifyGradient([formula], ["t"], []).Verified);
    }

    [Theory]
    [InlineData("lj(r) = 4*(1/r^12 - 1/r^6); f(p) = lj(norm(p))", "(24/norm(p)^8 - 48/norm(p)^14)*p", "(24/norm(p)^8 - 48/norm(p)^14)*eye(3) + (672/norm(p)^16 - 192/norm(p)^10)*outer(p, p)")]
    [InlineData("f(p) = 1/norm(p)^2 - 1/norm(p)", "", "")]
    [InlineData("f(p) = norm(p)^3 + norm(p)^5", "norm(p)*(3 + 5*sum(p.^2))*p", "")]
    [InlineData("f(p) = exp(-norm(p))/norm(p)", "", "")]
    [InlineData("f(p) = log(norm(p))^2", "", "")]
    [InlineData("f(p) = sin(norm(p))", "", "")]
    [InlineData("f(p) = (norm(p) - 1)^2", "", "")]
    [InlineData("f(p) = norm(p)^2*log(norm(p))", "", "")]
    [InlineData("f(p) = 1/(1 + norm(p))", "", "")]
    [InlineData("f(p) = sqrt(norm(p))", "", "")]
    public void Powers_of_a_length_are_collected(string text, string gradient, string hessian)
    {
        var study = About.Shapes(text, "p=3");
        var (first, second) = (study.Gradient(["p"])[0], study.Hessian(["p"])[0][0]);
        if (gradient.Length > 0) Assert.Equal(gradient, study.Print(first).Text);
        if (hessian.Length > 0) Assert.Equal(hessian, study.Print(second).Text);
        ReadBack.Check(study, "p=3", first, study.Print(first).Text);
        ReadBack.Check(study, "p=3", second, study.Print(second).Text);
        Assert.True(study.VerifyHessian([[second]], ["p"], []).Verified);
    }

    [Theory]
    [InlineData("f(W) = cross_entropy(X @ W, Y)", "W=2x3", "X' @ (softmax(X @ W) - Y)/2")]
    [InlineData("f(W) = -sum(Y .* log(softmax(X @ W)))", "W=2x3", "X' @ (softmax(X @ W) - Y)")]
    [InlineData("f(b) = cross_entropy(X @ [[1, 2, 3], [4, 5, 6]] + b, Y)", "b=3", "colsum(softmax(X @ [[1, 2, 3], [4, 5, 6]] + b) - Y)/2")]
    [InlineData("f(z) = cross_entropy(z, t)", "z=3", "softmax(z) - t")]
    [InlineData("f(z) = categorical_cross_entropy(softmax(z), t)", "z=3", "softmax(z) - t")]
    [InlineData("f(a) = a^2*sum(t)", "", "2*a")]
    [InlineData("f(a) = sum(Y)*a", "", "2")]
    [InlineData("f(W) = cross_entropy(X @ W, S)", "W=2x3", "X' @ (diag(rowsum(S)) @ softmax(X @ W) - S)/2")]
    public void Targets_whose_rows_sum_to_one_are_not_added_up(string text, string shapes, string gradient)
    {
        var arrays = new Dictionary<string, ArrayValue>(StringComparer.Ordinal)
        {
            ["X"] = ArrayValue.Of([[0.5, -1], [2, 0.25]]),
            ["Y"] = ArrayValue.Of([[0.0, 1, 0], [0.1, 0.2, 0.7]]),
            ["S"] = ArrayValue.Of([[0.0, 1, 0], [0.1, 0.2, 0.6]]),
            ["t"] = ArrayValue.Of([0.0, 0, 1]),
        };
        var used = arrays.Where(entry => text.Contains(entry.Key, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        var study = Study.Of(text, new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal)) { Shapes = About.Read(shapes), Arrays = used }, Definitions.Budget());
        var formulas = study.Gradient(study.Variables);
        Assert.Equal(gradient, study.Print(formulas[0]).Text);
        Assert.True(study.VerifyGradient(formulas, study.Variables, []).Verified);
        Assert.Equal(!text.Contains('S', StringComparison.Ordinal), study.Notes(formulas).Any(static note => note.Message.Contains("sum to 1", StringComparison.Ordinal)));
    }

    private static void DerivedChecks(Study study, Expression formula, string shapes)
    {
        var text = study.Print(formula).Text;
        Assert.All(s_notWritten, sign => Assert.DoesNotContain(sign, text, StringComparison.Ordinal));
        Assert.StartsWith("[", text, StringComparison.Ordinal);
        // The reciprocal of a length is 0 at 0, which its text does not show.
        if (!text.Contains("/norm(", StringComparison.Ordinal)) Assert.Equal(text, study.Print(study.ReadFormula(text).Formula).Text);
        ReadBack.Check(study, shapes, formula, text);
    }
}
