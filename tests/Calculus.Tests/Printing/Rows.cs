using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using static Calculus.Tests.Printing.Sample;

namespace Calculus.Tests.Printing;

/// <summary>Nodes and the text each is to be written as; the text is the row's name.</summary>
public static class Rows
{
    /// <summary>Rows in the plain style.</summary>
    public static IReadOnlyList<(string Text, Func<Sample, Expression> Make)> Plain { get; } =
    [
        // Numbers and names
        ("0", s => s.Graph.Zero),
        ("3", s => s.N(3)),
        ("-3", s => s.N(-3)),
        ("1/2", s => s.N(Q(1, 2))),
        ("-2/3", s => s.N(Q(-2, 3))),
        ("100000000000000000000000000000000000000", s => s.N(Rational.Parse("1e38"))),
        ("x", s => s.X),
        ("w1", s => s.W),
        ("pi", s => s.Pi),
        ("e", s => s.E),
        ("inf", s => s.Graph.Symbol("inf", SymbolRole.Constant)),

        // Products: number, constants and data, powers of variables, calls, sums
        ("2*x", s => 2 * s.X),
        ("-x", s => -s.X),
        ("-2*x", s => -2 * s.X),
        ("4*z^3*x", s => 4 * s.X * Pow(s.Z, 3)),
        ("6*x^2*z^2", s => 6 * Pow(s.Z, 2) * Pow(s.X, 2)),
        ("3*a*x^2", s => 3 * Pow(s.X, 2) * s.A),
        ("pi*b^2*a*x", s => s.X * Pow(s.B, 2) * s.Pi * s.A),
        ("x*y*z", s => s.Z * s.Y * s.X),
        ("x^2*y", s => s.Y * Pow(s.X, 2)),
        ("y^2*x", s => s.X * Pow(s.Y, 2)),
        ("2*sqrt(2)*x", s => 2 * s.X * Pow(s.N(2), Q(1, 2))),
        ("log(2)*2^x", s => Pow(s.N(2), s.X) * Log.Of(s.N(2))),
        ("x*sin(x)", s => Sin.Of(s.X) * s.X),
        ("sin(x)*cos(x)", s => Cos.Of(s.X) * Sin.Of(s.X)),
        ("cos(x)*sin(x)^2", s => Cos.Of(s.X) * Pow(Sin.Of(s.X), 2)),
        ("32*x*cos(16*x^2)", s => 32 * Cos.Of(16 * Pow(s.X, 2)) * s.X),
        ("x*exp(x)*(x + 2)", s => (s.X + 2) * Exp.Of(s.X) * s.X),
        ("(x + 1)^2*(x - 1)", s => (s.X - 1) * Pow(s.X + 1, 2)),
        ("2*(x + 1)", s => 2 * (s.X + 1)),
        ("-(x + 1)", s => -(s.X + 1)),
        ("-(x + 1)^2", s => -Pow(s.X + 1, 2)),
        ("3*(x + sqrt(x))^2*(1 + 1/(2*sqrt(x)))", s => 3 * Pow(Pow(s.X, Q(1, 2)) + s.X, 2) * (1 + (Q(1, 2) * Pow(s.X, Q(-1, 2))))),

        // Quotients
        ("1/x", s => 1 / s.X),
        ("-1/x", s => -1 / s.X),
        ("1/x^2", s => Pow(s.X, -2)),
        ("x/2", s => Q(1, 2) * s.X),
        ("-x/2", s => Q(-1, 2) * s.X),
        ("3*x/4", s => Q(3, 4) * s.X),
        ("x/y", s => s.X / s.Y),
        ("x/(2*y)", s => s.X / (2 * s.Y)),
        ("3/(4*x^2*y)", s => Q(3, 4) * Pow(s.X, -2) / s.Y),
        ("(x + 1)/(x - 1)", s => (s.X + 1) / (s.X - 1)),
        ("(x + 1)/2", s => Q(1, 2) * (s.X + 1)),
        ("2*x/(x^2 + 1)^2", s => 2 * s.X * Pow(Pow(s.X, 2) + 1, -2)),
        ("1/(2*sqrt(x))", s => Q(1, 2) * Pow(s.X, Q(-1, 2))),
        ("1/sqrt(x)", s => Pow(s.X, Q(-1, 2))),
        ("1/x^(3/2)", s => Pow(s.X, Q(-3, 2))),
        ("x/x", s => s.X / s.X),
        ("sin(x)/x", s => Sin.Of(s.X) / s.X),
        ("1/(x*y)", s => 1 / (s.X * s.Y)),
        ("pi/(4*a)", s => s.Pi / (4 * s.A)),
        ("1/(x + 1/x)", s => 1 / (s.X + (1 / s.X))),
        ("x/sqrt(x^2 + 1)", s => s.X * Pow(1 + Pow(s.X, 2), Q(-1, 2))),

        // Sums: falling degree, a positive term first
        ("x^2 + 3", s => 3 + Pow(s.X, 2)),
        ("x - 1", s => s.X - 1),
        ("1 - x", s => 1 - s.X),
        ("-x - 1", s => -1 - s.X),
        ("3*x - x^2 - 1", s => (3 * s.X) - Pow(s.X, 2) - 1),
        ("x^3 + 2*x^2 - x + 1/2", s => Pow(s.X, 3) + (2 * Pow(s.X, 2)) - s.X + Q(1, 2)),
        ("x^2 + x*y + y^2", s => Pow(s.Y, 2) + (s.X * s.Y) + Pow(s.X, 2)),
        ("x - y", s => s.X - s.Y),
        ("y - x", s => s.Y - s.X),
        ("a*x^2 + b*x + 1", s => 1 + (s.B * s.X) + (s.A * Pow(s.X, 2))),
        ("x^2 + 2 + 1/x^2", s => Pow(s.X, 2) + 2 + Pow(s.X, -2)),
        ("x + a + 1", s => 1 + s.A + s.X),
        ("x^2 + sin(x) + 1", s => 1 + Sin.Of(s.X) + Pow(s.X, 2)),
        ("1 + cos(x)", s => Cos.Of(s.X) + 1),
        ("1 + tan(x)^2", s => Pow(Tan.Of(s.X), 2) + 1),
        ("1 - tanh(x)^2", s => 1 - Pow(Tanh.Of(s.X), 2)),
        ("sin(x) - 1", s => Sin.Of(s.X) - 1),
        ("sin(x)^2 + cos(x)^2", s => Pow(Cos.Of(s.X), 2) + Pow(Sin.Of(s.X), 2)),
        ("sin(x)^2 + cos(x)^2 - 1", s => Pow(Cos.Of(s.X), 2) + Pow(Sin.Of(s.X), 2) - 1),
        ("cos(x)^2 - sin(x)^2", s => Pow(Cos.Of(s.X), 2) - Pow(Sin.Of(s.X), 2)),
        ("x*cos(x) + sin(x)", s => Sin.Of(s.X) + (s.X * Cos.Of(s.X))),
        ("cos(x)/x - sin(x)/x^2", s => (Cos.Of(s.X) / s.X) - (Sin.Of(s.X) / Pow(s.X, 2))),
        ("x^2*exp(x) + 2*x*exp(x)", s => (2 * s.X * Exp.Of(s.X)) + (Pow(s.X, 2) * Exp.Of(s.X))),
        ("x + 1/(x + 1)", s => s.X + (1 / (s.X + 1))),
        ("x/2 - y/3", s => (Q(1, 2) * s.X) - (Q(1, 3) * s.Y)),
        ("x/y/0", s => s.X / s.Y / s.Graph.Zero),
        ("x + 0/y", s => s.X + s.Graph.Scale(0, 1 / s.Y)),

        // Powers
        ("x^2", s => Pow(s.X, 2)),
        ("sqrt(x)", s => Pow(s.X, Q(1, 2))),
        ("x^(3/2)", s => Pow(s.X, Q(3, 2))),
        ("x^(1/3)", s => Root(s.X, 1, 3)),
        ("x^(2/3)", s => Root(s.X, 2, 3)),
        ("1/x^(1/3)", s => Root(s.X, -1, 3)),
        ("2/(3*x^(1/3))", s => Q(2, 3) * Root(s.X, -1, 3)),
        ("x^0.2", s => Pow(s.X, Q(1, 5))),
        ("x^1.4", s => Pow(s.X, Q(7, 5))),
        ("x^(1/3*1)", s => Pow(s.X, Q(1, 3))),
        ("x^(1/15*8)", s => Pow(s.X, Q(8, 15))),
        ("(x^2 + 1)^(1/3)", s => Pow(Pow(s.X, 2) + 1, Q(1, 3))),
        ("2^(1/3)", s => Pow(s.N(2), Q(1, 3))),
        ("(x + 1)^(1/3)", s => Root(s.X + 1, 1, 3)),
        ("2^x", s => Pow(s.N(2), s.X)),
        ("(-2)^x", s => Pow(s.N(-2), s.X)),
        ("(1/2)^x", s => Pow(s.N(Q(1, 2)), s.X)),
        ("2^(-x)", s => Pow(s.N(2), -s.X)),
        ("x^x", s => Pow(s.X, s.X)),
        ("x^(a + 1)", s => Pow(s.X, s.A + 1)),
        ("a*x^(a - 1)", s => s.A * Pow(s.X, s.A - 1)),
        ("(x^2)^y", s => Pow(Pow(s.X, 2), s.Y)),
        ("x^(y^z)", s => Pow(s.X, Pow(s.Y, s.Z))),
        ("(x*y)^z", s => Pow(s.X * s.Y, s.Z)),
        ("(2*x)^y", s => Pow(2 * s.X, s.Y)),
        ("sqrt(x)^y", s => Pow(Pow(s.X, Q(1, 2)), s.Y)),
        ("(1/x)^y", s => Pow(1 / s.X, s.Y)),
        ("sqrt(x*y)", s => Pow(s.X * s.Y, Q(1, 2))),
        ("x^x*(1 + log(x))", s => Pow(s.X, s.X) * (Log.Of(s.X) + 1)),
        ("sin(x)^2", s => Pow(Sin.Of(s.X), 2)),
        ("exp(x)^3", s => Pow(Exp.Of(s.X), 3)),
        ("(-3)^100001", s => Pow(s.N(-3), 100001)),
        ("sqrt(-2)", s => Pow(s.N(-2), Q(1, 2))),

        // Calls
        ("exp(x)", s => Exp.Of(s.X)),
        ("exp(-x^2/2)", s => Exp.Of(Q(-1, 2) * Pow(s.X, 2))),
        ("exp(1/(x^2 + 1/x))", s => Exp.Of(1 / (Pow(s.X, 2) + (1 / s.X)))),
        ("log(x)", s => Log.Of(s.X)),
        ("log(x)^2", s => Pow(Log.Of(s.X), 2)),
        ("log10(x)", s => Log10.Of(s.X)),
        ("log2(x + 1)", s => Log2.Of(s.X + 1)),
        ("abs(x)", s => Abs.Of(s.X)),
        ("abs(x)^3", s => Pow(Abs.Of(s.X), 3)),
        ("x/abs(x)", s => s.X / Abs.Of(s.X)),
        ("sign(x)", s => Sign.Of(s.X)),
        ("atan(y/x)", s => Atan.Of(s.Y / s.X)),
        ("tanh(x*w1)", s => Tanh.Of(s.X * s.W)),
        ("sin(cos(tan(x)))", s => Sin.Of(Cos.Of(Tan.Of(s.X)))),
        ("max(x, 0)", s => s.Max(s.Graph.Zero, s.X)),
        ("max(x, 1 - x)", s => s.Max(1 - s.X, s.X)),
        ("min(x^2, x, 1)", s => s.Min(s.N(1), s.X, Pow(s.X, 2))),
        ("relu(x)", s => Relu.Of(s.X)),
        ("step(x)", s => Step.Of(s.X)),
        ("softplus(x)", s => Softplus.Of(s.X)),
        ("sigmoid(x)", s => Sigmoid.Of(s.X)),
        ("sigmoid(x)*sigmoid(-x)", s => Sigmoid.Of(-s.X) * Sigmoid.Of(s.X)),
        ("sigmoid(x)^2", s => Pow(Sigmoid.Of(s.X), 2)),
        ("step(x - y)", s => s.Share(s.X, s.Y)),
        ("step(y - x)", s => s.Share(-s.X, -s.Y)),
        ("step(x + 1)", s => s.Share(s.X, s.N(-1))),
        ("2*x*step(x - 1)*step(x - y)", s => 2 * s.X * s.Share(s.X, s.N(1), s.Y)),

        // Choices and conditions
        ("if(x > 0, x^2, -x)", s => s.If(Less.Of(s.Graph.Zero, s.X), Pow(s.X, 2), -s.X)),
        ("if(x < 0, -x, x)", s => s.If(Less.Of(s.X, s.Graph.Zero), -s.X, s.X)),
        ("if(x >= 1, 1, x)", s => s.If(LessOrEqual.Of(s.Graph.One, s.X), s.Graph.One, s.X)),
        ("if(x <= y, x, y)", s => s.If(LessOrEqual.Of(s.X, s.Y), s.X, s.Y)),
        ("if(x > a, 1, 0)", s => s.If(Less.Of(s.A, s.X), s.Graph.One, s.Graph.Zero)),
        ("if(x == 0, 1, sin(x)/x)", s => s.If(Equal.Of(s.X, s.Graph.Zero), s.Graph.One, Sin.Of(s.X) / s.X)),
        ("if(x != y, x - y, 0)", s => s.If(NotEqual.Of(s.X, s.Y), s.X - s.Y, s.Graph.Zero)),
        ("if(x > 0 and y > 0, x, 0)", s => s.If(s.And(Less.Of(s.Graph.Zero, s.X), Less.Of(s.Graph.Zero, s.Y)), s.X, s.Graph.Zero)),
        ("if((x > 0 or y > 0) and z > 0, x, 0)", s => s.If(s.And(s.Or(Less.Of(s.Graph.Zero, s.X), Less.Of(s.Graph.Zero, s.Y)), Less.Of(s.Graph.Zero, s.Z)), s.X, s.Graph.Zero)),
        ("if(not (x > 0 or y > 0), x, 1)", s => s.If(s.Not(s.Or(Less.Of(s.Graph.Zero, s.X), Less.Of(s.Graph.Zero, s.Y))), s.X, s.Graph.One)),
        ("if(not x > 0, -x, x)", s => s.If(s.Not(Less.Of(s.Graph.Zero, s.X)), -s.X, s.X)),
        ("piecewise(x < 0, 0, x < 1, x, 1)", s => s.If(Less.Of(s.X, s.Graph.Zero), s.Graph.Zero, s.If(Less.Of(s.X, s.Graph.One), s.X, s.Graph.One))),
        ("x*exp(x) + 1", s => 1 + (s.X * Exp.Of(s.X))),
        ("x*if(x > 0, y, 1) + 1", s => (s.X * s.If(Less.Of(s.Graph.Zero, s.X), s.Y, s.Graph.One)) + 1),
        ("if(x > -1, x, 0)^2", s => Pow(s.If(Less.Of(s.N(-1), s.X), s.X, s.Graph.Zero), 2)),

        // Names
        ("2*alpha*lambda", s => 2 * s.Variable("alpha") * s.Variable("lambda")),
        ("x*loss", s => s.Variable("loss") * s.X),
        ("loss^2*rate", s => s.Variable("rate") * Pow(s.Variable("loss"), 2)),
        ("x_1 + y_hat", s => s.Variable("y_hat") + s.Variable("x_1")),
        ("theta_max^2", s => Pow(s.Variable("theta_max"), 2)),
        ("Δx*σ", s => s.Variable("Δx") * s.Variable("σ")),
        ("x*(x + 1)", s => s.X * (s.X + 1)),
        ("3*2^x", s => 3 * Pow(s.N(2), s.X)),
        ("x*2^x", s => s.X * Pow(s.N(2), s.X)),
    ];

    /// <summary>Rows of a reader who wrote decimals.</summary>
    public static IReadOnlyList<(string Text, Func<Sample, Expression> Make)> Decimals { get; } =
    [
        ("0.5*x", s => Q(1, 2) * s.X),
        ("0.1*x^2 - 0.25", s => (Q(1, 10) * Pow(s.X, 2)) - Q(1, 4)),
        ("0.5/x", s => Q(1, 2) / s.X),
        ("-1.5*x/y", s => Q(-3, 2) * s.X / s.Y),
        ("x/3", s => Q(1, 3) * s.X),
        ("2*x/7", s => Q(2, 7) * s.X),
        ("2*x", s => 2 * s.X),
        ("0.5^x", s => Pow(s.N(Q(1, 2)), s.X)),
        ("x^1.5", s => Pow(s.X, Q(3, 2))),
        ("sqrt(x)", s => Pow(s.X, Q(1, 2))),
        ("x^(1/5)", s => Root(s.X, 1, 5)),
        ("2e-30*x", s => Rational.Parse("2e-30") * s.X),
        ("1.5e-7", s => s.N(Rational.Parse("1.5e-7"))),
        ("1e300*x", s => Rational.Parse("1e300") * s.X),
        ("2e-30^x", s => Pow(s.N(Rational.Parse("2e-30")), s.X)),
        ("x/100000000000000003", s => Rational.Of(1, 100000000000000003) * s.X),
        ("exp(-0.5*x)", s => Exp.Of(Q(-1, 2) * s.X)),
    ];

    /// <summary>Rows of a reader who did not name the logistic function.</summary>
    public static IReadOnlyList<(string Text, Func<Sample, Expression> Make)> SpelledOut { get; } =
    [
        ("exp(x)/(1 + exp(x))", s => Sigmoid.Of(s.X)),
        ("1/(1 + exp(x))", s => Sigmoid.Of(-s.X)),
        ("log(1 + exp(x))", s => Softplus.Of(s.X)),
        ("log(1 + exp(-x))", s => Softplus.Of(-s.X)),
        ("exp(x)/(1 + exp(x))^2", s => Sigmoid.Of(s.X) * Sigmoid.Of(-s.X)),
        ("x*exp(x)/(1 + exp(x)) + log(1 + exp(x))", s => Softplus.Of(s.X) + (s.X * Sigmoid.Of(s.X))),
        ("1/(1 + exp(-x))^2", s => Pow(Sigmoid.Of(s.X), 2)),
        ("1/((1 + exp(-x))^2*(1 + exp(x)))", s => Pow(Sigmoid.Of(s.X), 2) * Sigmoid.Of(-s.X)),
        ("1/(1 + exp(x))^2", s => Pow(Sigmoid.Of(-s.X), 2)),
        ("x^2", s => Pow(s.X, 2)),
        ("step(x - y)/(1 + exp(x))", s => s.Share(s.X, s.Y) * Sigmoid.Of(-s.X)),
    ];

    /// <summary>Every set of rows with its style.</summary>
    public static IReadOnlyList<(string Style, PrintStyle Print, IReadOnlyList<(string Text, Func<Sample, Expression> Make)> Rows)> All { get; } =
    [
        ("plain", new PrintStyle(["x", "y", "z"]), Plain),
        ("decimals", new PrintStyle(["x", "y", "z"]) { Decimals = true }, Decimals),
        ("spelled out", new PrintStyle(["x", "y", "z"]) { SpellOut = true }, SpelledOut),
    ];

    /// <summary>One row by its style and its text.</summary>
    public static (PrintStyle Print, Func<Sample, Expression> Make) Find(string style, string text)
    {
        var set = All.Single(candidate => string.Equals(candidate.Style, style, StringComparison.Ordinal));
        return (set.Print, set.Rows.Single(row => string.Equals(row.Text, text, StringComparison.Ordinal)).Make);
    }
}
