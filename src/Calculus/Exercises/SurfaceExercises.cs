using static Calculus.Exercises.Writing;

namespace Calculus.Exercises;

/// <summary>Partial derivatives, gradients at a point and slopes along directions.</summary>
internal static class SurfaceExercises
{
    private static string InTwo(string body) => "f(x, y) = " + body;

    private static string InThree(string body) => "f(x, y, z) = " + body;

    public static Exercise Partial(Draw draw, int difficulty)
    {
        var (a, b, n, m) = (draw.Whole(2, 7), draw.Signed(7), draw.Whole(2, 4), draw.Whole(1, 3));
        var body = difficulty switch
        {
            1 => draw.Of(0, 1) == 0
                ? Sum(Times(a, $"x^2*{Power("y", m)}"), Times(b, draw.Of("y", "x", "y^2")))
                : Sum(Times(draw.Whole(1, 4), $"x^{n}"), Times(b, "x*y"), Times(a, $"y^{draw.Whole(2, 4)}")),
            2 => draw.Whole(0, 2) switch
            {
                0 => Sum($"x^{n}*y^{draw.Whole(2, 4)}", Times(b, "x*y")),
                1 => $"{Times(draw.Whole(1, 4), Power("x", m))}*{draw.Of("sin(y)", "cos(y)", "e^y", "ln(y)")}",
                _ => $"{Times(draw.Whole(1, 4), Power("y", m))}*{draw.Of("sin(x)", "cos(x)", "e^x", "ln(x)")}",
            },
            _ => draw.Whole(0, 3) switch
            {
                0 => $"{draw.Of("sin", "cos")}({Times(draw.Whole(1, 4), "x*y")})",
                1 => $"e^({Sum(Times(draw.Signed(3), "x^2"), Times(b, "y"))})",
                2 => $"ln({Sum(Times(draw.Whole(1, 4), "x^2"), Times(a, "y^2"))})",
                _ => $"{Power("x", m)}/({Sum(Times(draw.Whole(1, 3), "x"), Times(a, "y"))})",
            },
        };
        return new(AskedFor.Derivative, InTwo(body)) { Variable = draw.Of("x", "y") };
    }

    public static Exercise Gradient(Draw draw, int difficulty)
    {
        var (a, b, x, y) = (draw.Whole(1, 5), draw.Signed(5), draw.Signed(3), draw.Signed(3));
        return difficulty switch
        {
            1 => At(InTwo(Sum(Times(a, "x^2"), Times(b, "y^2"), Times(draw.Signed(6), draw.Of("x", "y")))), x, y),
            2 => At(InTwo(draw.Of(0, 1) == 0 ? Sum(Times(a, "x^2*y"), Times(b, "y^2")) : Sum($"x^{draw.Whole(2, 3)}*y^2", Times(b, "x"))), x, y),
            _ => At(InThree(draw.Of(0, 1) == 0 ? Sum(Times(a, "x*y^2"), Times(b, "y*z"), "z^2") : Sum("x^2*y*z", Times(b, draw.Of("x", "y", "z")))), x, y, draw.Signed(2)),
        };
    }

    public static Exercise Along(Draw draw, int difficulty)
    {
        var (a, b, x, y) = (draw.Whole(1, 5), draw.Signed(5), draw.Signed(3), draw.Signed(3));
        return difficulty switch
        {
            1 => At(InTwo(Sum(Times(a, "x^2"), Times(b, draw.Of("y^2", "x*y")))), x, y) with { Asked = AskedFor.Along, Other = draw.Of(0, 1) == 0 ? draw.Turned(3, 4) : draw.Turned(6, 8) },
            2 => At(InTwo(draw.Of(0, 1) == 0 ? Sum(Times(a, "x^2*y"), Times(b, "y")) : Sum("x*y^2", Times(b, "x^2"))), x, y) with { Asked = AskedFor.Along, Other = draw.Of(0, 1) == 0 ? draw.Turned(1, 2) : draw.Turned(5, 12) },
            _ => At(InThree(draw.Of(0, 1) == 0 ? Sum(Times(a, "x*y"), Times(b, "z^2")) : Sum("x^2*z", Times(b, "y*z"))), x, y, draw.Signed(3)) with { Asked = AskedFor.Along, Other = draw.Of(0, 1) == 0 ? draw.Turned(1, 2, 2) : draw.Turned(2, 3, 6) },
        };
    }

    private static Exercise At(string definition, params double[] point) => new(AskedFor.Gradient, definition) { Point = point };
}
