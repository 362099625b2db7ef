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

namespace CalcApi.Jacobian;

/// <summary>First derivatives of functions whose value is a vector.</summary>
internal static class JacobianEndpoints
{
    /// <summary>Maps <c>jacobian</c>.</summary>
    public static void MapJacobian(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<JacobianRequest, JacobianAnswer>("/jacobian", Jacobian)
            .WithTags("Derivatives").WithName("Jacobian")
            .WithSummary("The first derivatives of a function whose value is a vector")
            .WithDescription("Outputs stand in rows, inputs in columns; denominator layout has its transpose. A list of numbers has a formula for each entry; a function of a vector has one matrix formula.")
            .Example("Polar coordinates", """{ "function": "f(r, t) = [r*cos(t), r*sin(t)]", "point": { "r": 2, "t": 0 } }""")
            .Example("A linear map behind a function", """{ "function": "f(x) = A @ exp(x)", "data": { "A": [[1, 2], [3, 4], [5, 6]] }, "point": { "x": [0, 1] } }""")
            .Example("Its product with a vector", """{ "function": "f(x) = A @ exp(x)", "data": { "A": [[1, 2], [3, 4], [5, 6]] }, "point": { "x": [0, 1] }, "vector": { "x": [1, -1] } }""")
            .Example("Its product with a covector", """{ "function": "f(x) = A @ exp(x)", "data": { "A": [[1, 2], [3, 4], [5, 6]] }, "point": { "x": [0, 1] }, "covector": [1, 0, -1] }""")
            .Example("In denominator layout", """{ "function": "f(x) = A @ exp(x)", "data": { "A": [[1, 2], [3, 4], [5, 6]] }, "point": { "x": [0, 1] }, "layout": "denominator" }""")
            .Example("The softmax function", """{ "function": "f(x) = softmax(x)", "point": { "x": [1, 2, 3] } }""");

    private static JacobianAnswer Jacobian(JacobianRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point, request.Point is null && request.Vector is not null ? [request.Vector] : null, pointsField: "vector");
        string[] variables = [.. request.Variables ?? study.Variables];
        foreach (var (name, i) in variables.Select(static (name, i) => (name, i))) _ = Points.IndexOf(study, name, $"variables[{i}]");
        CheckSize(study, variables, computation.Limits);

        var derivatives = study.Gradient(variables);
        var isTransposed = request.Layout is JacobianValidator.Denominator;
        var at = request.Point is { } point ? study.At(derivatives, Points.Of(study, point, "point")) : null;
        var product = request.Vector is { } vector ? Product(study, variables, vector, at) : ((double[] Numbers, IReadOnlyList<Note> Notes)?)null;
        var pulled = request.Covector is { } covector ? Pulled(study, variables, covector, at) : ((double[] Numbers, IReadOnlyList<Note> Notes)?)null;
        return new()
        {
            Layout = isTransposed ? JacobianValidator.Denominator : JacobianValidator.Numerator,
            Variables = variables,
            Jacobian = [.. Formulas(study, variables, derivatives, isTransposed).Select(row => (IReadOnlyList<ExpressionAnswer>)[.. row.Select(entry => ExpressionAnswer.Of(study, entry))])],
            FunctionValue = ValueAnswer.OrNull(at?.Value),
            Value = at is null ? (ValueAnswer?)null : SideBySide((int)at.Value.Shape.Count, [.. at.Values], isTransposed),
            VectorProduct = product is null ? (ValueAnswer?)null : new ArrayValue(at!.Value.Shape, product.Value.Numbers),
            CovectorProduct = pulled is null ? null : Points.Answer(study, pulled.Value.Numbers),
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.VerifyGradient(derivatives, at is null ? [] : [[.. at.Point]])),
            Notes = NoteAnswer.Of(study.Notes(derivatives, at?.NotesOnFormulas ?? study.Conditions(derivatives), [.. product?.Notes ?? [], .. pulled?.Notes ?? []])),
        };
    }

    private static IReadOnlyList<IReadOnlyList<DerivedFormula>> Formulas(Study study, string[] variables, IReadOnlyList<DerivedFormula> derivatives, bool isTransposed)
    {
        if (study.EntriesOfJacobian(variables) is not { } entries) return isTransposed ? [.. derivatives.Select(derivative => (IReadOnlyList<DerivedFormula>)[study.Transposed(derivative)])] : [derivatives];
        return isTransposed ? [.. variables.Select((_, column) => (IReadOnlyList<DerivedFormula>)[.. entries.Select(row => row[column])])] : entries;
    }

    private static (double[] Numbers, IReadOnlyList<Note> Notes) Product(Study study, string[] variables, Http.Requests.Point vector, Evaluation? at)
    {
        if (at is null) throw Refuse.Value("vector", "The product of the Jacobian and a vector is computed as numbers: give a point too.");
        if (variables.Length != study.Variables.Count) throw Refuse.Value("variables", "With a vector, the Jacobian is taken by all variables: leave out 'variables'.");
        return study.JacobianVectorProduct(Points.Of(study, vector, "vector"), [.. at.Point]);
    }

    private static (double[] Numbers, IReadOnlyList<Note> Notes) Pulled(Study study, string[] variables, Http.Requests.Value covector, Evaluation? at)
    {
        if (at is null) throw Refuse.Value("covector", "The product of a covector and the Jacobian is computed as numbers: give a point too.");
        if (variables.Length != study.Variables.Count) throw Refuse.Value("variables", "With a covector, the Jacobian is taken by all variables: leave out 'variables'.");
        var shape = at.Value.Shape;
        if (shape.IsScalar) return study.CovectorJacobianProduct([Points.Scalar(covector, "covector")], [.. at.Point]);
        return !covector.IsScalar && covector.Array.Shape == shape
            ? study.CovectorJacobianProduct([.. covector.Array.Entries], [.. at.Point])
            : throw Refuse.Value("covector", $"This is {covector.Kind}, and the function's value is {shape}.");
    }

    private static ValueAnswer SideBySide(int outputs, ArrayValue[] parts, bool isTransposed)
    {
        int[] widths = [.. parts.Select(part => outputs == 0 ? 0 : part.Entries.Length / outputs)];
        var columns = widths.Sum();
        var entries = new double[outputs * columns];
        for (var (part, left) = (0, 0); part < parts.Length; left += widths[part++])
        {
            for (var row = 0; row < outputs; row++) parts[part].Entries.AsSpan(row * widths[part], widths[part]).CopyTo(entries.AsSpan((row * columns) + left));
        }

        if (!isTransposed) return ValueAnswer.Matrix(outputs, columns, entries);
        var turned = new double[entries.Length];
        for (var i = 0; i < turned.Length; i++) turned[i] = entries[(i % outputs * columns) + (i / outputs)];
        return ValueAnswer.Matrix(columns, outputs, turned);
    }

    // Counted before the work, so that nothing is computed that could not be returned.
    private static void CheckSize(Study study, string[] variables, ServiceLimits limits)
    {
        if (study.Function.Shape.IsSymbolic || variables.Any(name => study.ShapeOf(name).IsSymbolic)) return;
        var (rows, columns) = (study.Function.Shape.Count, variables.Sum(name => study.ShapeOf(name).Count));
        if (columns > limits.AnswerNumbers || rows * columns > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The Jacobian would have {rows} rows and {columns} columns; at most {limits.AnswerNumbers} numbers are allowed.", rows * columns);
    }
}
