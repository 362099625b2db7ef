using static Calculus.Exercises.Writing;

namespace Calculus.Exercises;

/// <summary>Derivatives of one variable by the general rules.</summary>
internal static class CurveExercises
{
    /// <summary>A derivative of x to be found by rules.</summary>
    public static Exercise Of(string body) => new(AskedFor.Derivative, "f(x) = " + body);

    public static Exercise Power(Draw draw, int difficulty) => Of(difficulty switch
    {
        1 => Times(draw.Whole(1, 9), $"x^{draw.Whole(3, 12)}"),
        2 => draw.Of(0, 1) == 0
            ? Times(draw.Whole(1, 9), Writing.Power("x", -draw.Whole(1, 6)))
            : Times(draw.Whole(1, 6), "x^" + Root(draw, 2, 3, 4)),
        _ => draw.Of(0, 1) == 0
            ? Times(draw.Signed(9), "x^" + NegativeRoot(draw))
            : $"{Fraction(draw.Of(1, 3, 5, 7), draw.Of(2, 4, 8))}*x^{Root(draw, 3, 5)}",
    });

    public static Exercise Sum(Draw draw, int difficulty) => Of(difficulty switch
    {
        1 => Writing.Sum(Times(draw.Whole(1, 9), "x^2"), Times(draw.Signed(9), "x"), Constant(draw.Signed(9))),
        2 => Writing.Sum(Times(draw.Whole(1, 5), $"x^{draw.Whole(4, 6)}"), Times(draw.Signed(5), "x^3"), Times(draw.Signed(9), draw.Of("x", "x^2")), Constant(draw.Signed(9))),
        _ => Writing.Sum(Times(draw.Whole(1, 5), $"x^{draw.Whole(2, 4)}"), Times(draw.Signed(5), $"x^(-{draw.Whole(1, 3)})"), Times(2 * draw.Signed(4), "x^" + draw.Of("(1/2)", "(3/2)"))),
    });

    public static Exercise Product(Draw draw, int difficulty) => Of(difficulty switch
    {
        1 => Times(draw.Whole(1, 5), $"{Writing.Power("x", draw.Whole(1, 5))}*{Elementary(draw)}"),
        2 => $"({(draw.Of(0, 1) == 0 ? Linear(draw.Whole(1, 5), draw.Signed(9)) : Writing.Sum("x^2", Constant(draw.Signed(9))))})*{Elementary(draw)}",
        _ => draw.Whole(0, 2) switch
        {
            0 => Times(draw.Whole(1, 5), $"{Writing.Power("x", draw.Whole(1, 4))}*e^x*{draw.Of("sin(x)", "cos(x)", "ln(x)")}"),
            1 => $"({Writing.Sum(Times(draw.Whole(1, 5), "x^2"), Times(draw.Signed(6), "x"))})*{Elementary(draw)}",
            _ => $"e^x*({Writing.Sum(Times(draw.Whole(1, 5), "sin(x)"), Times(draw.Signed(5), "cos(x)"))})",
        },
    });

    public static Exercise Quotient(Draw draw, int difficulty)
    {
        switch (difficulty)
        {
            case 1:
                return Of(draw.Of(0, 1) == 0 ? $"{Times(draw.Whole(1, 7), "x")}/({Linear(1, draw.Signed(9))})" : Ratio(draw));
            case 2:
                return Of(draw.Whole(0, 2) switch
                {
                    0 => $"{Writing.Power("x", draw.Whole(2, 4))}/({Linear(draw.Of(1, 2, 4), (2 * draw.Whole(-3, 3)) + 1)})",
                    1 => $"{draw.Of("sin(x)", "cos(x)", "e^x", "ln(x)")}/{Writing.Power("x", draw.Whole(1, 4))}",
                    _ => $"{draw.Of("sin(x)", "cos(x)", "e^x", "ln(x)")}/({Linear(1, draw.Signed(7))})",
                });
            default:
                var (a, b) = (draw.Signed(6), draw.Whole(1, 9));
                return Of(draw.Whole(0, 2) switch
                {
                    0 => $"(x^2 {(a < 0 ? "-" : "+")} {Math.Abs(a)})/({Writing.Sum("x^2", Times(draw.Signed(5), "x"), Constant(a == b ? b + 1 : b))})",
                    1 => $"{draw.Of("sin(x)", "cos(x)", "e^x")}/({Writing.Sum("x^2", Constant(b))})",
                    _ => $"({Writing.Sum("e^x", Constant(a))})/({Writing.Sum("e^x", Constant(a == b ? b + 1 : b))})",
                });
        }
    }

    public static Exercise Chain(Draw draw, int difficulty)
    {
        var (a, b, n) = (draw.Whole(2, 7), draw.Signed(9), draw.Whole(3, 7));
        return Of(difficulty switch
        {
            1 => draw.Whole(0, 2) switch
            {
                0 => $"({Linear(a, b)})^{n}",
                1 => $"{draw.Of("sin", "cos")}({Linear(a, draw.Of(0, b))})",
                _ => $"e^({Linear(draw.Of(a, -a), draw.Of(0, b))})",
            },
            2 => draw.Whole(0, 4) switch
            {
                0 => $"({Writing.Sum(Times(draw.Whole(1, 3), "x^2"), Constant(b))})^{n}",
                1 => $"{draw.Of("sin", "cos")}({Times(draw.Whole(1, 5), $"x^{draw.Whole(2, 4)}")})",
                2 => $"e^({Times(draw.Signed(5), $"x^{draw.Whole(2, 4)}")})",
                3 => $"ln({Writing.Sum(Times(draw.Whole(1, 4), "x^2"), Constant(Math.Abs(b)))})",
                _ => $"sqrt({Writing.Sum(Times(draw.Whole(1, 4), "x^2"), Constant(Math.Abs(b)))})",
            },
            _ => draw.Whole(0, 4) switch
            {
                0 => $"{draw.Of("sin", "cos")}({Writing.Sum("x^2", Constant(b))})^{draw.Whole(2, 4)}",
                1 => $"e^({draw.Of("sin", "cos")}({Linear(a, draw.Of(0, b))}))",
                2 => $"ln({draw.Whole(1, 9)} + e^({Linear(draw.Of(a, -a), 0)}))",
                3 => $"{draw.Of("sin", "cos")}(sqrt({Writing.Sum("x^2", Constant(Math.Abs(b)))}))",
                _ => $"sqrt({draw.Whole(1, 9)} + {draw.Of("sin", "cos")}({Times(a, "x")})^2)",
            },
        });
    }

    // Neither a constant nor with a common factor.
    private static string Ratio(Draw draw)
    {
        var (a, b, c, d) = (draw.Whole(1, 5), draw.Signed(7), draw.Whole(1, 4), draw.Signed(7));
        if (a == c) c++;
        if (a * d == b * c) d = d > 0 ? d + 1 : d - 1;
        return $"({Linear(a, b)})/({Linear(c, d)})";
    }

    private static string Elementary(Draw draw) => draw.Of("sin(x)", "cos(x)", "e^x", "ln(x)");

    // An exponent in lowest terms that is no whole number.
    private static string Root(Draw draw, params ReadOnlySpan<int> bottoms)
    {
        var bottom = draw.Of(bottoms);
        var top = draw.Whole(1, 7);
        while (Common(top, bottom)) top++;
        return Fraction(top, bottom);
    }

    private static string NegativeRoot(Draw draw)
    {
        var (top, bottom) = (draw.Whole(1, 7), draw.Of(2, 3, 4));
        while (Common(top, bottom)) top++;
        return $"(-{top}/{bottom})";
    }

    private static bool Common(int top, int bottom) => (top % 2 == 0 && bottom % 2 == 0) || (top % 3 == 0 && bottom % 3 == 0) || (top % 5 == 0 && bottom % 5 == 0);
}
