using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Budgets;
using Calculus.Expressions;

namespace CalcApi.Gradient;

/// <summary>The gradient by variables that may be vectors and matrices: each entry has the shape of its variable.</summary>
internal static class GradientOfArrays
{
    public static GradientAnswer Of(GradientRequest request, Study study, string[] variables, ServiceLimits limits)
    {
        if (!study.Function.Shape.IsScalar)
            throw Refuse.Value("function", $"The value is {study.Function.Shape}; a gradient is that of a number. The derivatives of vectors are answered by jacobian.");
        var partials = study.ArrayDerivatives(variables);
        List<ArrayValue[]> points = request.Point is { } point
            ? [Points.ArraysOf(study, point, "point")]
            : [.. (request.Points ?? []).Select((each, i) => Points.ArraysOf(study, each, $"points[{i}]"))];
        CheckNumbers(points.Count, study, limits);
        return new()
        {
            Variables = variables,
            Gradient = [.. variables.Zip(partials, (name, partial) => new PartialAnswer(name, ExpressionAnswer.Of(study, partial)))],
            At = [.. points.Select(each => At(study, variables, each, study.EvaluateArrays([study.Function, .. partials], each)))],
            Steps = request.Steps is true ? StepAnswer.Of(study.ArraySteps(variables, partials)) : null,
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.Verify(partials, variables, points.ConvertAll(static each => Layout.Join(each)))),
            Notes = NoteAnswer.Of(study.Notes),
        };
    }

    private static GradientAtAnswer At(Study study, string[] variables, ArrayValue[] point, ArrayValue[] values)
    {
        var gradient = values[1..];
        double[] coordinates = [.. point.SelectMany(static value => value.Entries)];
        if (study.GradientAtArraySeams(coordinates) is { } whole)
        {
            var parts = study.ValuesOf(whole);
            gradient = [.. study.Variables.Select((name, i) => (name, part: parts[i])).Where(each => variables.Contains(each.name, StringComparer.Ordinal)).Select(static each => each.part)];
        }

        double[] entries = [.. gradient.SelectMany(static value => value.Entries)];
        return new()
        {
            Point = new(study.Variables, point),
            Value = values[0].Number,
            Gradient = new(variables, gradient),
            Norm = Direction.Length(entries),
            SteepestAscent = Direction.Unit(entries) is { } unit ? new(variables, Parts(unit, gradient)) : null,
            Stationary = Array.TrueForAll(entries, static entry => entry == 0),
            Kinks = PointKinkAnswer.Of(study, study.Kinks.Where(kink => Array.Exists(variables, name => IsOf(name, kink.Variable)) && kink.Point.SequenceEqual(coordinates))),
        };
    }

    // A kink is told by the entry: w[2] is one of w.
    private static bool IsOf(string variable, string entry) =>
        entry.StartsWith(variable, StringComparison.Ordinal) && (entry.Length == variable.Length || entry[variable.Length] == '[');

    private static ArrayValue[] Parts(double[] entries, ArrayValue[] like)
    {
        var next = 0;
        return [.. like.Select(part => part with { Entries = entries[next..(next += part.Entries.Length)] })];
    }

    // Counted before the work, so that nothing is computed that could not be answered.
    private static void CheckNumbers(int points, Study study, ServiceLimits limits)
    {
        var each = study.Variables.Sum(name => study.ShapeOf(name).Count);
        if (points * 3 * each > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The answer would have {points * 3 * each} numbers; at most {limits.AnswerNumbers} are allowed.", points * 3 * each);
    }
}
