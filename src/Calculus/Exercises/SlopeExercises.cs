using static Calculus.Exercises.Writing;

namespace Calculus.Exercises;

/// <summary>Slopes between two points, and slopes as limits.</summary>
internal static class SlopeExercises
{
    public static Exercise Slope(Draw draw, int difficulty)
    {
        var from = draw.Whole(-4, 4);
        var to = from + draw.Whole(1, 4);
        return difficulty switch
        {
            1 => Between(Sum("x^2", Constant(draw.Whole(-9, 9))), from, from == -to ? to + 1 : to),
            2 => Between(Sum(Times(draw.Whole(2, 5), "x^2"), Times(draw.Signed(6), "x"), Constant(draw.Whole(0, 9))), from, to + (draw.Whole(0, 1) / 2.0)),
            _ => draw.Of(0, 1) == 0
                ? Between($"{draw.Whole(1, 9)}/x", draw.Whole(1, 4), draw.Whole(5, 9))
                : Between(Sum("x^3", Times(draw.Signed(6), "x")), from, to),
        };
    }

    public static Exercise Limit(Draw draw, int difficulty) => difficulty switch
    {
        1 => new(AskedFor.Limit, "f(x) = " + Sum(Times(draw.Whole(1, 7), "x^2"), Times(draw.Whole(-7, 7) is var b and not 0 ? b : 8, "x"), Constant(draw.Whole(0, 5)))),
        2 => new(AskedFor.Limit, "f(x) = " + Sum(Times(draw.Whole(1, 4), "x^3"), Times(draw.Signed(6), draw.Of("x", "x^2")))),
        _ => new(AskedFor.Limit, "f(x) = " + draw.Whole(0, 2) switch
        {
            0 => $"{draw.Whole(1, 6)}/({Linear(1, draw.Signed(7))})",
            1 => $"sqrt({Linear(draw.Whole(1, 5), draw.Signed(7))})",
            _ => $"{draw.Whole(1, 9)}/x^2",
        }),
    };

    private static Exercise Between(string body, double from, double to) => new(AskedFor.Slope, "f(x) = " + body) { Point = [from], Other = [to] };
}
