using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Seams;
using Calculus.Syntax;

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
        (request, computation) = AskedGradient.Of(request, computation);
        var study = request.Study(computation, request.Point, request.Points);
        var indices = request.Variables is { } names
            ? names.Select((name, i) => Points.IndexOf(study, name, $"variables[{i}]")).ToArray()
            : [.. Enumerable.Range(0, study.Variables.Count)];
        string[] variables = [.. indices.Select(index => study.Variables[index])];
        if (!study.Function.Shape.IsScalar)
            throw Refuse.Value("function", $"The value is {study.Function.Shape}, but only a number has a gradient. For the derivatives of a vector, use jacobian.");
        var partials = study.Gradient(variables);
        var (at, notes) = At(request, study, variables, partials, computation);
        return new()
        {
            Variables = variables,
            Gradient = [.. variables.Zip(partials, (name, partial) => new PartialAnswer(name, ExpressionAnswer.Of(study, partial)))],
            At = at,
            Steps = request.Steps is true ? computation.Budget.Extras.Contain("the steps", () => StepAnswer.Of(study.Explain.Gradient(partials)), null) : null,
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.VerifyGradient(partials, Points.Asked(study, request))),
            Notes = NoteAnswer.Of(study.Notes(partials, notes)),
        };
    }

    private static (IReadOnlyList<GradientAtAnswer> At, IReadOnlyList<Note> Notes) At(
        GradientRequest request, Study study, string[] variables, IReadOnlyList<DerivedFormula> partials, Computation computation)
    {
        var layout = new Layout([.. partials.Select(static partial => partial.Shape)]);
        if (request.Point is { } point)
        {
            var at = study.At(partials, Points.Of(study, point, "point"));
            // Partial derivatives alone do not make a function differentiable; they show it only where all of them are asked for.
            var isOpen = variables.SequenceEqual(study.Variables, StringComparer.Ordinal) && !at.Notes.Any(static told => told.Code is NoteCodes.NotDifferentiable);
            IReadOnlyList<Note> notes = isOpen && study.NotDifferentiable([.. at.Point], at.Numbers) is { } note ? [.. at.Notes, note] : at.Notes;
            return ([AtOne(study, computation, partials, layout, [.. at.Point], at.Value.Number, at.Numbers, at.Kinks, isNamed: true)], notes);
        }

        var points = request.Points ?? [];
        CheckNumbers(points.Count, study.Layout.Count + (2L * layout.Count) + 2, computation.Limits);
        if (points.Count == 0) return ([], study.Conditions(partials));
        var columns = Points.ColumnsOf(study, points, "points");
        var all = study.AtMany(partials, columns, points.Count);
        return (
            [
                .. Enumerable.Range(0, points.Count).Select(k => AtOne(
                    study, computation, partials, layout, [.. Enumerable.Range(0, study.Layout.Count).Select(i => columns[(i * points.Count) + k])],
                    all.Value[0][k], [.. all.Numbers.Select(column => column[k])], all.Kinks, points.Count <= FormulaValues.MostNamed)),
            ],
            all.Notes);
    }

    private static GradientAtAnswer AtOne(
        Study study, Computation computation, IReadOnlyList<DerivedFormula> partials, Layout layout, double[] coordinates, double value, double[] gradient, IReadOnlyList<KinkReport> kinks, bool isNamed)
    {
        string[] variables = [.. partials.Select(static partial => partial.By!.Name)];
        var ascent = (isNamed ? study.DirectionOfTiny(partials, coordinates, gradient) : null) ?? Direction.Unit(gradient);
        return new()
        {
            Point = Points.Answer(study, coordinates),
            Value = value,
            Gradient = new(variables, layout, gradient),
            Norm = Array.TrueForAll(gradient, double.IsFinite) ? computation.InRange("the length of the gradient", Direction.Length(gradient)) : Direction.Length(gradient),
            SteepestAscent = ascent is null ? null : new(variables, layout, ascent),
            // A gradient that is too small for a double is not 0.
            Stationary = ascent is null && Array.TrueForAll(gradient, static entry => entry == 0),
            Kinks = PointKinkAnswer.Of(study, kinks.Where(kink => kink.Point.SequenceEqual(coordinates))),
        };
    }

    // Counted before the work, so that nothing is computed that could not be returned.
    private static void CheckNumbers(int points, long each, ServiceLimits limits)
    {
        var numbers = points * each;
        if (numbers > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The answer would have {numbers} numbers; at most {limits.AnswerNumbers} are allowed.", numbers);
    }
}
