using Calculus.Expressions;

namespace Calculus.Exercises;

/// <summary>Gradients by vectors, in the notation of matrices.</summary>
internal static class MatrixExercises
{
    // Nothing is special about these: no symmetry, no repeated entry. Answers are compared at them.
    private static ArrayValue Square2 => ArrayValue.Of([[2, -1], [3, 5]]);
    private static ArrayValue Square3 => ArrayValue.Of([[2, -1, 4], [3, 5, -2], [1, 7, 6]]);
    private static ArrayValue Tall2 => ArrayValue.Of([[2, -1], [3, 5], [-4, 1]]);
    private static ArrayValue Tall3 => ArrayValue.Of([[2, -1, 4], [3, 5, -2], [1, 7, 6], [-3, 2, 8]]);

    public static Exercise Gradient(Draw draw, int difficulty)
    {
        var (a, c, length) = (draw.Whole(2, 9), draw.Of("b", "c", "u"), draw.Whole(2, 3));
        return difficulty switch
        {
            1 => Of(length, draw.Whole(0, 3) switch
            {
                0 => $"{a}*({c}' @ w)",
                1 => $"{a}*(w' @ w)",
                2 => $"w' @ w {draw.Of("+", "-")} {a}*({c}' @ w)",
                _ => $"{a}*norm(w)^2 {draw.Of("+", "-")} {c}' @ w",
            }),
            2 => Of(length, draw.Whole(0, 4) switch
            {
                0 => $"{a}*(w' @ A @ w)",
                1 => $"{a}*norm(w - {c})^2",
                2 => $"w' @ A @ w {draw.Of("+", "-")} {a}*({c}' @ w)",
                3 => $"{a}*({c}' @ A @ w)",
                _ => $"{a}*logsumexp(w) - {c}' @ w",
            }),
            _ => Of(length, draw.Whole(0, 4) switch
            {
                0 => $"{a}*norm(X @ w - y)^2",
                1 => $"norm(X @ w - y)^2/{length + 1} + {a}*(w' @ w)",
                2 => $"norm(X @ w - y)^2 + {a}*({c}' @ w)",
                3 => $"norm(X @ w {draw.Of("+", "-")} {a}*y)^2",
                _ => $"(X @ w)' @ (X @ w) {draw.Of("+", "-")} {a}*(w' @ w)",
            }),
        };
    }

    private static Exercise Of(int length, string body)
    {
        var arrays = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
        double[] vector = [4, -3, 7, 5];
        foreach (var letter in body)
        {
            ArrayValue? array = letter switch
            {
                'A' => length == 2 ? Square2 : Square3,
                'X' => length == 2 ? Tall2 : Tall3,
                'y' => ArrayValue.Of(vector[..(length + 1)]),
                _ => null,
            };
            if (array is not null) arrays[letter.ToString()] = array;
        }

        foreach (var name in (string[])["b", "c", "u"])
            if (IsNamed(body, name[0]))
                arrays[name] = ArrayValue.Of(vector[1..(length + 1)]);
        return new(AskedFor.Derivative, "f(w) = " + body) { Variable = "w", Length = length, Arrays = arrays };
    }

    // A letter that stands alone.
    private static bool IsNamed(string body, char letter)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == letter && (i == 0 || !char.IsAsciiLetter(body[i - 1])) && (i + 1 == body.Length || !char.IsAsciiLetter(body[i + 1]))) return true;
        }

        return false;
    }
}
