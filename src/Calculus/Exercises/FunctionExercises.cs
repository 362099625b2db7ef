using static Calculus.Exercises.Writing;

namespace Calculus.Exercises;

/// <summary>Derivatives of exponentials, logarithms, trigonometric functions and activations.</summary>
internal static class FunctionExercises
{
    public static Exercise Exponentials(Draw draw, int difficulty)
    {
        var (a, b) = (draw.Whole(2, 9), draw.Signed(9));
        return CurveExercises.Of(difficulty switch
        {
            1 => draw.Of(0, 1) == 0 ? Sum(Times(a, "e^x"), Times(b, draw.Of("x", "x^2", "x^3"))) : Sum(Times(draw.Whole(1, 6), $"{a}^x"), Times(draw.Of(0, b), "x") is var term && term.StartsWith('0') ? "" : term),
            2 => draw.Of(0, 1) == 0
                ? Sum(Times(draw.Whole(1, 6), $"e^({Times(draw.Whole(2, 5), "x")})"), Times(b, $"e^({Times(-draw.Whole(1, 5), "x")})"))
                : Times(draw.Whole(1, 5), $"{draw.Of(2, 3, 5, 10)}^({Linear(draw.Whole(2, 6), draw.Of(0, b))})"),
            _ => draw.Of(0, 1) == 0
                ? $"{Times(draw.Whole(1, 3), Power("x", draw.Whole(1, 4)))}*e^({Times(draw.Of(-a, a), "x")})"
                : $"({Linear(draw.Whole(1, 4), b)})*e^({Times(draw.Signed(3), "x^2")})",
        });
    }

    public static Exercise Logarithms(Draw draw, int difficulty)
    {
        var (a, b) = (draw.Whole(2, 9), draw.Signed(9));
        return CurveExercises.Of(difficulty switch
        {
            1 => Sum(Times(draw.Whole(1, 9), "ln(x)"), Times(b, draw.Of("x", "x^2", "x^3"))),
            2 => draw.Whole(0, 2) switch
            {
                0 => Times(draw.Whole(1, 5), $"ln({Linear(a, draw.Signed(9))})"),
                1 => Times(draw.Whole(1, 5), $"ln({Sum(Times(draw.Whole(1, 4), $"x^{draw.Of(2, 4)}"), Constant(a))})"),
                _ => Sum(Times(draw.Whole(1, 9), draw.Of("log2(x)", "log10(x)")), Times(b, "x")),
            },
            _ => draw.Whole(0, 2) switch
            {
                0 => Times(draw.Whole(1, 6), $"ln(x)^{draw.Whole(2, 5)}"),
                1 => $"{Times(draw.Whole(1, 3), Power("x", draw.Whole(1, 4)))}*ln({Linear(a, draw.Of(0, Math.Abs(b)))})",
                _ => $"ln(x)/{Power("x", draw.Whole(1, 5))}",
            },
        });
    }

    public static Exercise Trigonometry(Draw draw, int difficulty)
    {
        var (a, b) = (draw.Whole(2, 7), draw.Signed(7));
        return CurveExercises.Of(difficulty switch
        {
            1 => draw.Of(0, 1) == 0
                ? Sum(Times(draw.Whole(1, 7), "sin(x)"), Times(b, "cos(x)"))
                : Sum(Times(draw.Whole(1, 7), draw.Of("sin(x)", "cos(x)", "tan(x)")), Times(b, draw.Of("x", "x^2"))),
            2 => draw.Of(0, 1) == 0
                ? Sum(Times(draw.Whole(1, 5), $"sin({Times(a, "x")})"), Times(b, $"cos({Times(draw.Whole(2, 7), "x")})"))
                : Times(draw.Whole(1, 5), $"tan({Times(a, "x")})"),
            _ => draw.Whole(0, 2) switch
            {
                0 => Times(draw.Whole(1, 5), $"{draw.Of("sin", "cos")}({Times(draw.Whole(1, 4), "x")})^{draw.Whole(2, 5)}"),
                1 => $"sin({Times(draw.Whole(1, 4), "x")})*cos({Times(a, "x")})",
                _ => Times(draw.Whole(1, 4), $"{Power("x", draw.Whole(1, 3))}*tan({Times(draw.Whole(1, 5), "x")})"),
            },
        });
    }

    public static Exercise Activations(Draw draw, int difficulty)
    {
        var (a, b) = (draw.Whole(2, 6), draw.Signed(6));
        return CurveExercises.Of(difficulty switch
        {
            1 => Sum(Times(draw.Whole(1, 6), $"{draw.Of("sigmoid", "tanh", "softplus")}(x)"), Times(b, draw.Of("x", "x^2"))),
            2 => Times(draw.Whole(1, 3), $"{draw.Of("sigmoid", "tanh", "softplus")}({Linear(a, draw.Of(0, b))})"),
            _ => draw.Whole(0, 2) switch
            {
                0 => $"{Times(draw.Whole(1, 3), "x")}*{draw.Of("sigmoid", "tanh", "softplus")}({Times(draw.Whole(1, 5), "x")})",
                1 => $"{draw.Of("sigmoid", "tanh")}({Times(a, "x")})^{draw.Whole(2, 4)}",
                _ => $"{draw.Of("sigmoid", "tanh", "softplus")}({Sum(Times(draw.Whole(1, 4), "x^2"), Constant(b))})",
            },
        });
    }
}
