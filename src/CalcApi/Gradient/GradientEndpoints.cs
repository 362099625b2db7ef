using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus;
using Calculus.Budgets;
using Calculus.Expressions;

namespace CalcApi.Gradient;

/// <summary>All first partial derivatives at once.</summary>
internal static class GradientEndpoints
{
    /// <summary>Maps <c>gradient</c>.</summary>
    public static void MapGradient(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<GradientRequest, GradientAnswer>("/gradient", Gradient)
            .WithTags("Derivatives").WithName("Gradient")
            .WithSummary("The gradient of a function")
            .WithDescription("Each partial derivative as a formula; its numbers, its length and the direction of steepest ascent at each point given.")
            .Example("Two variables at a point", """{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 3, "z": 2 } }""")
            .Example("Explained by holding the other variables still", """{ "function": "f(x, z) = 2z^3 x^2", "steps": true }""")
            .Example("A stationary point", """{ "function": "x^2 + y^2", "point": { "x": 0, "y": 0 } }""")
            .Example("Logistic regression by its weights", """{ "function": "p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y)", "data": { "X": [[1, 2], [3, 4], [5, 6]], "y": [0, 1, 1] }, "point": { "w": [0.1, -0.2], "b": 0 } }""")
            .Example("A formula for any number of rows", """{ "function": "loss(w) = mean((X @ w - y).^2)", "shapes": { "w": ["d"], "X": ["n", "d"], "y": ["n"] } }""")
            .Example("A logistic loss by its weights, with data", """{ "function": "loss(w, b) = softplus(w*x + b) - y*(w*x + b)", "data": { "x": 2, "y": 1 }, "points": [{ "w": 0, "b": 0 }, { "w": 1, "b": -1 }] }""");

    private static GradientAnswer Gradient(GradientRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point, request.Points);
        var indices = request.Variables is { } names
            ? names.Select((name, i) => Points.IndexOf(study, name, $"variables[{i}]")).ToArray()
            : [.. Enumerable.Range(0, study.Variables.Count)];
        string[] variables = [.. indices.Select(index => study.Variables[index])];
        if (study.HasArrays) return GradientOfArrays.Of(request, study, variables, computation.Limits);
        Expression[] partials = [.. study.Gradient(variables)];

        return new()
        {
            Variables = variables,
            Gradient = [.. variables.Zip(partials, (name, partial) => new PartialAnswer(name, ExpressionAnswer.Of(study, partial)))],
            At = At(request, study, variables, indices, partials, computation.Limits),
            Steps = request.Steps is true ? StepAnswer.Of(study.GradientSteps(variables, partials)) : null,
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.Verify(partials, variables, Points.Asked(study, request))),
            Notes = NoteAnswer.Of(study.Notes),
        };
    }

    private static List<GradientAtAnswer> At(
        GradientRequest request, Study study, string[] variables, int[] indices, Expression[] partials, ServiceLimits limits)
    {
        if (request.Point is { } point)
        {
            // One point: reverse mode gives all partial derivatives for a small multiple of the function's cost.
            var coordinates = Points.Of(study, point, "point");
            var all = study.GradientAt(coordinates);
            var value = study.Evaluate([study.Function], coordinates)[0];
            return [AtOne(study, variables, coordinates, value, [.. indices.Select(index => all[index])])];
        }

        var points = request.Points ?? [];
        CheckNumbers(points.Count, study.Variables.Count + (2 * variables.Length) + 2, limits);
        if (points.Count == 0) return [];

        var inputs = Points.ColumnsOf(study, points, "points");
        var outputs = study.EvaluateMany([study.Function, .. partials], inputs, points.Count);
        return
        [
            .. Enumerable.Range(0, points.Count).Select(i => AtOne(
                study, variables, [.. inputs.Select(column => column[i])], outputs[0][i], [.. outputs.Skip(1).Select(column => column[i])])),
        ];
    }

    private static GradientAtAnswer AtOne(Study study, string[] variables, double[] coordinates, double value, double[] gradient) => new()
    {
        Point = Points.Answer(study, coordinates),
        Value = value,
        Gradient = new(variables, gradient),
        Norm = Direction.Length(gradient),
        SteepestAscent = Direction.Unit(gradient) is { } unit ? new(variables, unit) : null,
        Stationary = Array.TrueForAll(gradient, static entry => entry == 0),
        Kinks = PointKinkAnswer.Of(study, study.Kinks.Where(kink => variables.Contains(kink.Variable, StringComparer.Ordinal) && kink.Point.SequenceEqual(coordinates))),
    };

    // Counted before the work, so that nothing is computed that could not be answered.
    private static void CheckNumbers(int points, int each, ServiceLimits limits)
    {
        var numbers = (long)points * each;
        if (numbers > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The answer would have {numbers} numbers; at most {limits.AnswerNumbers} are allowed.", numbers);
    }
}
