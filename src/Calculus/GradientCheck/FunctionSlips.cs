using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the derivatives of elementary functions.</summary>
internal static class FunctionSlips
{
    // What is mistaken for f′, in terms of u and y = f(u).
    private sealed record Confusion(Function Function, Func<Expression, Expression, Expression> Wrong);

    public const string LogarithmToABase = "The logarithm of u to the base b has the derivative u'/(u*log(b)).";

    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("function-sign", "The derivative of a function has the wrong sign", "The derivative of sin is cos, that of cos is -sin; those of acos and acot are negative.", Sign) { IsHabit = true },
        new("function-kept", "A function is not differentiated", "Only exp is its own derivative.", Kept) { IsHabit = true },
        Of("square-lost", "A square is missing", "The derivatives of tan, tanh, asin, acos and atan contain a square: 1 + tan(u)^2, 1 - tanh(u)^2, 1 - u^2, 1 + u^2.",
        [
            new(Tanh.Function, static (_, y) => 1 - y), new(Tan.Function, static (_, y) => 1 + y), new(Tan.Function, static (u, _) => 1 / Cos.Of(u)),
            new(Atan.Function, static (u, _) => 1 / (1 + u)), new(Asin.Function, static (u, _) => Root(1 - u, -1)), new(Acos.Function, static (u, _) => -Root(1 - u, -1)),
        ]),
        Of("root-lost", "A root is missing", "The derivatives of asin, acos, asinh and acosh have a root in the denominator: sqrt(1 - u^2), sqrt(1 + u^2), sqrt(u^2 - 1).",
        [
            new(Asin.Function, static (u, _) => 1 / (1 - Square(u))), new(Acos.Function, static (u, _) => -1 / (1 - Square(u))),
            new(Asinh.Function, static (u, _) => 1 / (1 + Square(u))), new(Acosh.Function, static (u, _) => 1 / (Square(u) - 1)),
        ]),
        Of("inverse-function-sign", "Plus and minus are swapped", "The derivative of atan is 1/(1 + u^2), that of atanh 1/(1 - u^2); tanh has 1 - tanh(u)^2 and sigmoid s*(1 - s).",
        [
            new(Atan.Function, static (u, _) => 1 / (1 - Square(u))), new(Atanh.Function, static (u, _) => 1 / (1 + Square(u))),
            new(Asin.Function, static (u, _) => Root(1 + Square(u), -1)), new(Asinh.Function, static (u, _) => Root(1 - Square(u), -1)),
            new(Tanh.Function, static (_, y) => 1 + Square(y)), new(Tan.Function, static (_, y) => 1 - Square(y)), new(Sigmoid.Function, static (_, y) => y * (1 + y)),
        ]),
        Of("argument-for-value", "The argument is used instead of the value", "The derivative of s = sigmoid(u) is s*(1 - s)*u', that of t = tanh(u) is (1 - t^2)*u': both contain the value, not u.",
        [
            new(Sigmoid.Function, static (u, _) => u * (1 - u)), new(Tanh.Function, static (u, _) => 1 - Square(u)), new(Tan.Function, static (u, _) => 1 + Square(u)),
        ]),
        Of("one-minus-lost", "A factor of the sigmoid's derivative is missing", "The derivative of s = sigmoid(u) is s*(1 - s).",
            [new(Sigmoid.Function, static (_, y) => 1 - y), new(Sigmoid.Function, static (_, y) => Square(y)), new(Sigmoid.Function, static (_, y) => 1 - Square(y))]),
        Of("kink-ignored", "The other side of a kink is ignored", "The derivative of abs(u) is -u' where u is negative, that of relu(u) is 0 there.",
        [
            new(Abs.Function, static (u, _) => u.Graph.One), new(Relu.Function, static (u, _) => u.Graph.One), new(LeakyRelu.Function, static (u, _) => u.Graph.One),
            new(Elu.Function, static (u, _) => u.Graph.One), new(Abs.Function, static (u, _) => u.Graph.Number(-1)),
        ]),
        Of("logarithm-not-inverted", "The derivative of the logarithm is wrong", "The derivative of log(u) is u'/u.",
            [new(Log.Function, static (_, y) => 1 / y), new(Log.Function, static (u, _) => u)]),
        Of("logarithm-base-lost", "The base of the logarithm is lost", LogarithmToABase,
            [new(Log2.Function, static (u, _) => 1 / u), new(Log10.Function, static (u, _) => 1 / u)]),
    ];

    private static RuleSlip Of(string id, string title, string meaning, ImmutableArray<Confusion> table) => new(id, title, meaning, site =>
        site.Node is Call call && site.Moving.Contains(0)
            ? table.Where(row => row.Function == call.Function).Select(row => new Edit(
                site.With(0, row.Wrong(call.Arguments[0], call) * site.Tangent(0)),
                $"The {(site.Node.Child(0) == site.Variable ? "" : "outer ")}derivative of {site.Node} is taken as {row.Wrong(call.Arguments[0], call)}; it is {site.Contribution(0, site.Graph.One)}."))
            : []);

    private static IEnumerable<Edit> Sign(Site site) => Calls(site).Select(place => new Edit(
        -2 * site.Contribution(place),
        $"The sign of the derivative of {site.Node} is reversed."));

    private static IEnumerable<Edit> Kept(Site site) => Calls(site).SelectMany(IEnumerable<Edit> (place) =>
        [
            new(site.With(place, site.Node * site.Tangent(place)), $"{site.Node} is used instead of its derivative."),
            new(site.With(place, -site.Node * site.Tangent(place)), $"{site.Node}, with a minus sign, is used instead of its derivative."),
        ]);

    // Powers have slips of their own.
    private static IEnumerable<int> Calls(Site site) => site.Node is Call { Function: not (Power or RealPower) } ? site.Moving : [];

    private static Expression Square(Expression u) => u.Graph.Power(u, 2);

    private static Expression Root(Expression u, int sign) => u.Graph.Power(u, Rational.Of(sign, 2));
}
