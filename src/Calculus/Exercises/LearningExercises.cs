using static Calculus.Exercises.Writing;

namespace Calculus.Exercises;

/// <summary>One step of gradient descent, and one backward pass, by hand.</summary>
internal static class LearningExercises
{
    public static Exercise Step(Draw draw, int difficulty)
    {
        var rate = draw.Of(0.1, 0.2, 0.25, 0.05);
        var (a, b, x, y) = (draw.Whole(1, 4), draw.Signed(6), draw.Signed(4), draw.Signed(4));
        return difficulty switch
        {
            1 => Next("f(x) = " + Sum(Times(a, "x^2"), Times(b, "x"), Constant(draw.Whole(0, 5))), rate, x),
            2 => Next("f(x, y) = " + Sum(Times(a, "x^2"), Times(draw.Whole(1, 4), "y^2"), Times(b, draw.Of("x", "y"))), rate, x, y),
            _ => Next("f(x, y) = " + Sum(Times(a, "x^2"), Times(draw.Signed(3), "x*y"), Times(draw.Whole(1, 4), "y^2"), Times(b, draw.Of("x", "y"))), rate, x, y),
        };
    }

    public static Exercise Backpropagation(Draw draw, int difficulty)
    {
        var (w, x, b) = (draw.Signed(3), draw.Whole(2, 4), draw.Signed(4));
        switch (difficulty)
        {
            case 1:
                return Pass("p = w*x + b; L(w, b) = (p - y)^2", x, Missed(draw, (w * x) + b), w, b);
            case 2:
                var form = draw.Whole(0, 2);
                // The sigmoid is worked out by head at 0 alone.
                if (form == 0) return Pass("z = w*x + b; a = sigmoid(z); L(w, b) = (a - y)^2", x, draw.Of(0, 1, 2, -1), w, -w * x);
                var z = draw.Whole(1, 6);
                return Pass(form == 1 ? "z = w*x + b; a = relu(z); L(w, b) = (a - y)^2" : "z = w*x + b; a = z^2; L(w, b) = (a - y)^2", x, Missed(draw, form == 1 ? z : z * z), w, z - (w * x));
            default:
                var (inside, v, c) = (draw.Whole(1, 4), draw.Signed(3), draw.Signed(3));
                return Pass("z = w*x + b; a = relu(z); p = v*a + c; L(w, b, v, c) = (p - y)^2", x, Missed(draw, (v * inside) + c), w, inside - (w * x), v, c);
        }
    }

    // A target near the output, but not on it: there every derivative would be 0.
    private static int Missed(Draw draw, int output) => output + draw.Signed(3);

    private static Exercise Next(string definition, double rate, params double[] start) => new(AskedFor.Next, definition) { Point = start, Rate = rate };

    private static Exercise Pass(string definition, double x, double y, params double[] weights) => new(AskedFor.Gradient, definition)
    {
        Point = weights,
        Data = new Dictionary<string, double>(StringComparer.Ordinal) { ["x"] = x, ["y"] = y },
    };
}
