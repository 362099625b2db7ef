using Calculus.Exercises;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Exercises;

/// <summary>Wrong answers given on purpose have their slips named, and what is said does not give the answer away.</summary>
public sealed class PlantedAnswerTests
{
    public static TheoryData<string, string, string> OfFormulas => new()
    {
        { "x^5", "5x^5", "power-not-lowered" },
        { "x^5", "x^4", "power-factor-lost" },
        { "3x^2 + 5x + 7", "6x + 5 + 7", "constant-kept" },
        { "x^3*sin(x)", "3x^2*cos(x)", "product-of-derivatives" },
        { "x^3*sin(x)", "3x^2*sin(x)", "product-half-lost" },
        { "sin(x)/(x^2 + 1)", "(2x*sin(x) - (x^2 + 1)*cos(x))/(x^2 + 1)^2", "quotient-order" },
        { "sin(x)/(x^2 + 1)", "cos(x)/(2x)", "quotient-of-derivatives" },
        { "sin(x^2)", "cos(x^2)", "inner-derivative-lost" },
        { "e^(3x)", "e^(3x)", "inner-derivative-lost" },
        { "2*sin(x) + 5*cos(x)", "2*cos(x) + 5*sin(x)", "function-sign" },
        { "3^x", "x*3^(x - 1)", "exponential-as-power" },
        { "3^x", "3^x", "exponential-logarithm-lost" },
        { "ln(x^2 + 4)", "1/(x^2 + 4)", "inner-derivative-lost" },
        { "x^5", "f'(x)", "derivative-only-named" },
        { "x^5", "diff(x^5, x)", "derivative-only-named" },
        { "x^5", @"\frac{d}{dx} x^5", "derivative-only-named" },
        { "sigmoid(4x)", "sigmoid(4x)*(1 - sigmoid(4x))", "inner-derivative-lost" },
    };

    public static TheoryData<string, string, double[], double[], string, string> OfNumbers => new()
    {
        { nameof(AskedFor.Slope), "f(x) = x^2 + x", [1], [4], "-6", "slope-sign" },
        { nameof(AskedFor.Slope), "f(x) = x^2 + x", [1], [4], "1/6", "slope-upside-down" },
        { nameof(AskedFor.Slope), "f(x) = x^2 + x", [1], [4], "18", "run-lost" },
        { nameof(AskedFor.Slope), "f(x) = x^2 + x", [1], [4], "9", "slope-at-point" },
        { nameof(AskedFor.Slope), "f(x) = x^2 + x", [1], [4], "2x + 1", "number-expected" },
        { nameof(AskedFor.Slope), "f(x) = 2/x", [1], [3], "-0.7", "rounded-too-far" },
        { nameof(AskedFor.Gradient), "f(x, y) = 3x^2*y + y^2", [1, 2], [], "12; -7", "sign-flipped" },
        { nameof(AskedFor.Gradient), "f(x, y) = 3x^2*y + y^2", [1, 2], [], "7; 12", "components-permuted" },
        { nameof(AskedFor.Gradient), "f(x, y) = 3x^2*y + y^2", [1, 2], [], "-12; -7", "descent-direction" },
        { nameof(AskedFor.Gradient), "f(x, y) = 3x^2*y + y^2", [1, 2], [], "6x*y; 7", "point-not-put-in" },
        { nameof(AskedFor.Along), "f(x, y) = 3x^2 + x*y", [1, 2], [3, 4], "28", "direction-not-normalised" },
        { nameof(AskedFor.Along), "f(x, y) = 3x^2 + x*y", [1, 2], [3, 4], "28/25", "divided-by-square" },
        { nameof(AskedFor.Along), "f(x, y) = 3x^2 + x*y", [1, 2], [3, 4], "sqrt(65)", "steepest-slope" },
        { nameof(AskedFor.Along), "f(x, y) = 3x^2 + x*y", [1, 2], [3, 4], "-5.6", "direction-reversed" },
        { nameof(AskedFor.Along), "f(x, y) = 3x^2 + x*y", [1, 2], [3, 4], "4.8", "component-lost" },
        { nameof(AskedFor.Next), "f(x) = 3x^2 + 2x", [2], [], "3.4", "step-uphill" },
        { nameof(AskedFor.Next), "f(x) = 3x^2 + 2x", [2], [], "-12", "rate-lost" },
        { nameof(AskedFor.Next), "f(x) = 3x^2 + 2x", [2], [], "-1.4", "start-lost" },
        { nameof(AskedFor.Next), "f(x) = 3x^2 + 2x", [2], [], "14", "gradient-itself" },
        { nameof(AskedFor.Next), "f(x) = 3x^2 + 2x", [2], [], "1.2", "power-factor-lost" },
        { nameof(AskedFor.Next), "f(x, y) = x^2 + 3x*y + y^2", [1, 2], [], "0.2; 1.54", "one-by-one" },
        { nameof(AskedFor.Next), "f(x, y) = x^2 + 3x*y + y^2", [1, 2], [], "0.2; 2", "variable-not-moved" },
        { nameof(AskedFor.Limit), "f(x) = 4x^2", [], [], "8x + 4h", "step-kept" },
        { nameof(AskedFor.Limit), "f(x) = 4x^2", [], [], "4x", "power-factor-lost" },
    };

    [Theory, MemberData(nameof(OfFormulas))]
    public void The_slip_of_a_formula_is_named(string function, string answer, string slip) =>
        IsNamed(new(AskedFor.Derivative, $"f(x) = {function}"), answer, slip);

    [Theory, MemberData(nameof(OfNumbers))]
    public void The_slip_of_numbers_is_named(string asked, string definition, double[] point, double[] other, string answer, string slip) =>
        IsNamed(new(Enum.Parse<AskedFor>(asked), definition) { Point = point, Other = other, Rate = 0.1 }, answer, slip);

    [Theory]
    [InlineData("10*X' @ (X @ w - y)", "constant-factor")]
    [InlineData("2*X @ (X @ w - y)", "transposed")]
    [InlineData("2*X @ X @ w - 2*X' @ y", "transposed")]
    [InlineData("X @ w - y", "shapes-do-not-fit")]
    [InlineData("X' @ (X @ w - y)", "power-factor-lost")]
    public void The_slip_of_a_gradient_by_a_vector_is_named(string answer, string slip)
    {
        var exercise = Enumerable.Range(0, 400).Select(static draw => ExerciseId.OfSheet("matrix-gradient", 3, 1, draw).Make()).First(static exercise => exercise.Definition.Contains("norm(X @ w - y)^2 +", StringComparison.Ordinal));
        var work = ExerciseWork.Of(exercise with { Definition = "f(w) = norm(X @ w - y)^2" }, Definitions.Budget());
        var mark = new ExerciseMarker(work).Mark([answer]);
        Assert.Equal((Verdict.Wrong, slip), (mark.Verdict, mark.Slip?.Slip));
    }

    private static void IsNamed(Exercise exercise, string answer, string slip)
    {
        var work = ExerciseWork.Of(exercise with { Id = new(exercise.Asked is AskedFor.Limit ? "limit" : "chain-rule", 1, 0) }, Definitions.Budget());
        var mark = new ExerciseMarker(work).Mark(answer.Split("; "));
        Assert.Equal((Verdict.Wrong, slip), (mark.Verdict, mark.Slip?.Slip));
        if (work.Answers[0].Text.Length > 3) Assert.DoesNotContain(work.Answers[0].Text, mark.Slip!.Explanation, StringComparison.Ordinal);
    }
}
