using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Expressions;

namespace CalcApi.Derivative;

/// <summary>The derivative where vectors or matrices are about.</summary>
internal static class DerivativeOfArrays
{
    public static DerivativeAnswer Of(DerivativeRequest request, Study study, string variable, int order)
    {
        if (order > 1 && !study.ShapeOf(variable).IsScalar)
            throw Refuse.Value("order", $"{Quoted(variable)} is {study.ShapeOf(variable)}: by it one differentiates once here; second derivatives are answered by hessian.");
        var derivative = study.ArrayDerivative(variable, order);
        var asked = Asked(request, study);
        var values = asked.ConvertAll(point => At(study, variable, order, derivative, point));
        return new()
        {
            Derivative = ExpressionAnswer.Of(study, derivative),
            Value = request.Point is null ? (ValueAnswer?)null : values[0][0],
            FunctionValue = request.Point is null ? (ValueAnswer?)null : values[0][1],
            Values = request.Points is null ? null : [.. values.Select(static value => (ValueAnswer)value[0])],
            FunctionValues = request.Points is null ? null : [.. values.Select(static value => (ValueAnswer)value[1])],
            Tangent = request.Point is not null && order == 1 ? Tangent(study, variable, asked[0], values[0]) : null,
            Kinks = PointKinkAnswer.Of(study, study.Kinks),
            Steps = request.Steps is true ? Steps(study, variable, order, derivative) : null,
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.Verify(derivative, variable, order, asked.ConvertAll(static each => Layout.Join(each)))),
            Notes = NoteAnswer.Of(study.Notes),
        };
    }

    private static ArrayValue[] At(Study study, string variable, int order, Expression derivative, ArrayValue[] point)
    {
        var values = study.EvaluateArrays([derivative, study.Function], point);
        if (order == 1 && study.GradientAtArraySeams([.. point.SelectMany(static value => value.Entries)]) is { } gradient)
            values[0] = study.ValuesOf(gradient)[Points.IndexOf(study, variable, "variable")];
        return values;
    }

    private static ExpressionAnswer? Tangent(Study study, string variable, ArrayValue[] point, ArrayValue[] values)
    {
        if (!study.HasNumbersOnly || !values[1].Shape.IsScalar || !double.IsFinite(values[0].Number) || !double.IsFinite(values[1].Number)) return null;
        return ExpressionAnswer.Of(study, study.Line(variable, values[0].Number, point[Points.IndexOf(study, variable, "variable")].Number, values[1].Number));
    }

    private static IReadOnlyList<StepAnswer> Steps(Study study, string variable, int order, Expression derivative)
    {
        if (order > 1 || !study.Function.Shape.IsScalar)
            throw Refuse.Value("steps", "Where vectors and matrices are about, the first derivative of a function whose value is a number is explained.");
        return StepAnswer.Of(study.ArraySteps([variable], [derivative]));
    }

    private static List<ArrayValue[]> Asked(DerivativeRequest request, Study study) => request.Point is { } point
        ? [Points.ArraysOf(study, point, "point")]
        : [.. (request.Points ?? []).Select((each, i) => Points.ArraysOf(study, each, $"points[{i}]"))];

    private static string Quoted(string name) => Http.Requests.Quoted.Of(name);
}
