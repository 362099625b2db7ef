using Calculus.Budgets;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>The definitions that every law is held against: each function's own example, chosen ones, and random ones.</summary>
internal static class Definitions
{
    public static readonly string[] Chosen =
    [
        "x^2 + 3", "2z^3 x^2", "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))",
        "x^x", "x^(1/3)", "cbrt(x)", "x^0.2", "sqrt(x^2)", "(sqrt(x) + x)^3", "(x^2 - 1)/(x - 1)", "x/(x + 1)", "1/(1 + exp(-x))",
        "log(1 + exp(x))", "exp(x)/(1 + exp(x))", "sin(x)/x", "x*log(x)", "exp(-x^2)*sin(3x)", "tan(x^2)", "atan(y/x)", "log(x, 3)",
        "max(x, y)*x", "min(x^2, y, 1)", "abs(x - y)", "abs(x)^3", "relu(x*y) - relu(-x)", "if(x > 0, x^2, -x)", "if(x^2 + y^2 < 1, 1 - x^2 - y^2, 0)",
        "(1 - x)^2 + 100(y - x^2)^2", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "sqrt(x^2 + y^2)", "x*y*z", "exp(x*y)/(1 + exp(x*y))",
        "g(x) = x^3; f(x) = g'(x) + diff(sin(x), x, 2)", "2^x", "(x + 1)^-2", "1/x - 1/(x + 1)", "sinh(x)^2 - cosh(x)^2", "sin(x)^2 + cos(x)^2",
        "e^x(x + 1)", "f(x, y, z) = x y^2 z^3 + x", "a = 2; a*x^2 + x", "sigmoid(w*x + b)", "-softplus(-y*x)", "pi*r^2", "tanh(x)^2", "acos(x/2)", "asin(x)^2",
        "((x^2)^3)^(1/2)", "sqrt(x)*sqrt(x)", "exp(log(x))", "exp(2 log(x))", "x/abs(x)", "sign(x)*abs(x)", "log(sigmoid(x))", "cos(-x) + sin(-x)",
        "u = x^2; h(x) = x + u; f(x) = h(exp(x))^2", "g(t) = t + x; h(x) = x*g(x); f(x) = h(sin(x))", "p(y, c) = y*c; f(x, y) = p(x^2, y)", "h(t) = t*x; f(x) = h(2)^2",
        "h(x) = x^3; g(x) = x^2; f(x) = h(g(x))", "u = x^2; f(x) = sin(u)*log(u + 1, 2)",
    ];

    public static Budget Budget(Limits? limits = null) => new(limits ?? new Limits(), TestContext.Current.CancellationToken);

    public static IEnumerable<string> All() =>
        Catalogue.All.Select(static function => function.Example).Concat(Chosen).Concat(RandomDefinitions.Make(seed: 1, count: 300));
}
