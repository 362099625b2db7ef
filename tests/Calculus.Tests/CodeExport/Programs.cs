using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.Tests.Functions;

namespace Calculus.Tests.CodeExport;

/// <summary>A program with the definition that it was made from.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Content">What it computes.</param>
/// <param name="Code">The program.</param>
/// <param name="Points">At how many points it compares itself.</param>
public sealed record CodeProgram(string Definition, CodeContent Content, string Code, int Points);

/// <summary>The definitions that programs are made from, and the programs.</summary>
internal static class Programs
{
    /// <summary>Functions of several variables, branches, constants, stable forms, powers.</summary>
    public static readonly string[] Textbook =
    [
        "f(x, z) = 2z^3 x^2", "x^2 + 3*y^2", "(1 - x)^2 + 100*(y - x^2)^2", "sin(x)*cos(y) + x*y", "exp(-(x^2 + y^2)/2)/(2*pi)",
        "x/(x^2 + y^2 + 1)", "log(1 + exp(x)) - x*y", "sqrt(x^2 + y^2 + z^2)", "x^y", "x^(1/3) + y^(2/3)", "x^(3/2) - 1/x^2", "x^0.2*y",
        "if(x > 0, sqrt(x), x^2)", "piecewise(x < -1, x^2, x < 1, sin(x), log(x))", "if(x > 0 and not y > 1 or x < -2, x*y, x - y)",
        "max(x, y, z)*2", "min(x^2, y)", "abs(x)*sign(y) + x*step(y)", "softplus(w*x + b)", "tanh(w*x + b)^2", "1/(1 + exp(-(w*x + b)))",
        "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "tanh(x)", "erf(x/2)", "myloss(w, b) = softplus(w*2 + b) - 1*(w*2 + b)",
        "lambda*alpha^2 + np*t1", "θ*sin(φ) + µ", "gradient(f, x) = f*x^2", "pi*r^2", "e^x + tau*x", "x^5 - 4x^3 + x/7 + 0.1", "2^x + x^-3",
        "sin(sin(sin(sin(sin(x)))))", "g(x) = sin(x) + x^2; f(x) = g(g(g(x)))", "f(x) = 3", "sqrt(2)*x + log(3)", "atan2(y, x)", "hypot(x, y)",
        "clip(x, -1, 1)*y", "gelu(x)*silu(y)", "gamma(x)*y", "lgamma(x + y)", "digamma(x)*trigamma(y)", "polygamma(4, x)", "sinc(x)*y",
        "relu(x)*relu(y) + elu(x, 0.3)", "mod(x, 3)*y", "floor(x) + ceil(y) + round(x)", "x*exp(x)*log(x)*sin(x)*cos(y)*tan(y)*sqrt(y)",
        "expm1(x)/x", "exp(x) - 1", "log(1 + x)", "erf(x)*erfc(y)", "sigmoid(x)*(1 - sigmoid(x))", "(x + y)^-1/2", "-x^2", "-(x - y)/-(x + y)", "x - (y - (z - 1))",
    ];

    /// <summary>Functions at points where a naive form overflows or loses all digits.</summary>
    public static readonly (string Text, double At)[] Stable =
    [
        ("softplus(x)", 800), ("log(1 + exp(x))", 800), ("log(1 + exp(x))", -30), ("log(1/(1 + exp(-x)))", -800), ("(exp(x) - 1)/x", 1e-10), ("log(1 + x)/x", 1e-10),
        ("(1 - tanh(x)^2)*exp(2*x)", 12), ("(1 - sigmoid(x))*exp(x)", 25), ("(1 - erf(x)^2)*exp(x^2)", 4.5), ("x*silu(-x)", 800), ("mish(x)/x", 900),
        ("gamma(x)/gamma(x - 1)", 150.5), ("erfc(x)*exp(x^2)", 5), ("csch(x)*exp(x)", 60), ("logit(x)/(x - 0.5)", 0.5001), ("hypot(x, 1e200)/1e200", 1e200),
    ];

    private static readonly Limits s_limits = new();

    /// <summary>All programs of a language.</summary>
    public static IReadOnlyList<CodeProgram> In(CodeLanguage language)
    {
        string[] slices = [.. Slices.All.Select(static slice => $"f(x) = {slice.Text}")];
        return
        [
            .. slices.Concat(Textbook).Select(text => Of(text, language, CodeContent.Gradient)),
            .. Textbook.Select(text => Of(text, language, CodeContent.Hessian)),
            .. Stable.Select(each => Of(each.Text, language, CodeContent.Value, point: each.At)),
            Of("5 + sqrt(2)", language, CodeContent.Value),
            Of("exp(a*x)", language, CodeContent.Value, new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = -0.3 }),
            Of("y1/x + close", language, CodeContent.Gradient, new Dictionary<string, double>(StringComparer.Ordinal) { ["y1"] = 2, ["close"] = 0 }),
        ];
    }

    /// <summary>One program.</summary>
    public static CodeProgram Of(string text, CodeLanguage language, CodeContent content, Dictionary<string, double>? data = null, double? point = null)
    {
        var study = Study.Of(text, BindingContext.Empty with { Data = data ?? new Dictionary<string, double>(StringComparer.Ordinal) }, new Budget(s_limits, CancellationToken.None));
        var code = study.Code(language, content, point is { } at ? [at] : null);
        return new CodeProgram(text, content, code.Code, code.Points.Count);
    }
}
