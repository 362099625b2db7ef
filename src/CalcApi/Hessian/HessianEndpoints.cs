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
using Calculus.Numerics;
using Calculus.Seams;
using Calculus.Spectra;
using Calculus.Syntax;

namespace CalcApi.Hessian;

/// <summary>Second derivatives of functions of several numbers, vectors and matrices.</summary>
internal static class HessianEndpoints
{
    /// <summary>Maps <c>hessian</c>.</summary>
    public static void MapHessian(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<HessianRequest, HessianAnswer>("/hessian", Hessian)
            .WithTags("Derivatives").WithName("Hessian")
            .WithSummary("The second derivatives of a function")
            .WithDescription("A formula for each pair of variables; at a point the whole matrix, its eigenvalues, which way the function bends and how badly it is conditioned.")
            .Example("A saddle", """{ "function": "f(x, y) = x^2 - y^2 + x*y", "point": { "x": 0, "y": 0 } }""")
            .Example("The cost of a line through data", """{ "function": "f(m, b) = mse(m*x + b, y)", "data": { "x": [37.8, 39.3, 45.9, 41.3], "y": [22.1, 10.4, 18.3, 18.5] }, "point": { "m": 0, "b": 0 } }""")
            .Example("Logistic regression as one matrix formula", """{ "function": "f(w) = sum(log(1 + exp(-y .* (X @ w))))", "data": { "X": [[1, 2], [0, 1], [2, -1]], "y": [1, -1, 1] }, "point": { "w": [0, 0] } }""")
            .Example("A product with a vector, without the matrix", """{ "function": "f(x) = sum(x.^4) + (x' @ x)^2", "point": { "x": [1, 2, 3] }, "vector": { "x": [1, 0, 0] } }""");

    private static HessianAnswer Hessian(HessianRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point, request.Point is null && request.Vector is not null ? [request.Vector] : null, pointsField: "vector");
        if (!study.Function.Shape.IsScalar)
            throw Refuse.Value("function", $"The value is {study.Function.Shape}, but only a number has a Hessian. For first derivatives, use jacobian.");
        string[] variables = [.. request.Variables ?? study.Variables];
        foreach (var (name, i) in variables.Select(static (name, i) => (name, i))) _ = Points.IndexOf(study, name, $"variables[{i}]");
        CheckSize(study, variables, computation.Limits);

        var blocks = study.Hessian(variables);
        var all = blocks.SelectMany(static row => row).ToList();
        var at = request.Point is { } given ? study.At(all, Points.Of(study, given, "point")) : null;
        int[] lengths = at is null ? [] : [.. variables.Select(name => (int)study.ShapeOf(name).Count)];
        var (size, entries) = (lengths.Sum(), at is null ? null : SideBySide(lengths, [.. at.Values.Select(static block => block.Entries)]));
        // Where second derivatives do not exist, their values by convention say nothing about how the function bends.
        var exists = at is not null && !at.Notes.Any(static note => note.Code is NoteCodes.NotDifferentiable);
        var spectrum = exists ? Spectrum(computation, entries!, size) : null;
        var unsure = new List<Note>();
        if (spectrum is not null && ExactSpectrum.IsDoubtful(spectrum)) spectrum = Exact(computation, study, all, at!, lengths, spectrum, unsure);
        var product = request.Vector is { } vector ? Product(study, variables, vector, at) : ((double[] Numbers, IReadOnlyList<Note> Notes)?)null;
        return new()
        {
            Variables = variables,
            Hessian = [.. blocks.Select(row => (IReadOnlyList<ExpressionAnswer>)[.. row.Select(block => ExpressionAnswer.Of(study, block))])],
            Value = entries is null ? (ValueAnswer?)null : ValueAnswer.Matrix(size, size, entries),
            Eigenvalues = spectrum?.Eigenvalues,
            Definiteness = spectrum is null ? null : NameOf(spectrum.Definiteness),
            ConditionNumber = spectrum is null ? null : spectrum.Eigenvalues.Contains(0) ? spectrum.ConditionNumber : computation.InRange("the condition number", spectrum.ConditionNumber),
            LargestStableRate = spectrum is { Eigenvalues: [> 0 and var largest, ..] } ? computation.InRange("the largest stable rate", 2 / largest) : null,
            VectorProduct = product is null ? null : Points.Answer(study, product.Value.Numbers),
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.VerifyHessian(blocks, at is null ? [] : [[.. at.Point]])),
            Notes = NoteAnswer.Of(study.Notes(all, at?.NotesOnFormulas ?? study.Conditions(all), product?.Notes ?? [], unsure)),
        };
    }

    // Where the entries are fractions, their own arithmetic decides what doubles cannot.
    private static SymmetricSpectrum Exact(
        Computation computation, Study study, List<DerivedFormula> blocks, Evaluation at, int[] lengths, SymmetricSpectrum rounded, List<Note> unsure) => computation.Budget.Extras.Try(
        "the certainty of the eigenvalues",
        () =>
        {
            if (lengths.Sum() <= ExactSpectrum.MostRows && study.Exactly(blocks, [.. at.Point]) is { } numbers)
            {
                var (parts, next) = (new List<Rational[]>(), 0);
                foreach (var block in blocks) parts.Add(numbers[next..(next += (int)block.Shape.Count)]);
                return ExactSpectrum.Of(SideBySide(lengths, parts), lengths.Sum());
            }

            // What is 0 at every point is 0 here.
            var isCertain = false;
            if (blocks.TrueForAll(static block => block.Shape.IsScalar))
                (rounded, isCertain) = ExactSpectrum.With(rounded, KernelByIdentity.Count([.. blocks.Select(static block => block.Formula)], SideBySide(lengths, [.. at.Values.Select(static block => block.Entries)]), lengths.Length));

            if (!isCertain && rounded.Definiteness != Definiteness.Zero && ExactSpectrum.Doubt(rounded) is { } doubt) unsure.Add(new Note(NoteCodes.Unstable, doubt));
            return rounded;
        },
        rounded);

    private static SymmetricSpectrum? Spectrum(Computation computation, double[] entries, int size)
    {
        const string part = "the eigenvalues and what follows from them";
        var spectrum = computation.Budget.Extras.Try(part, () => SymmetricSpectrum.Of(entries, size), null);
        if (spectrum?.Eigenvalues.All(double.IsFinite) ?? true) return spectrum;
        computation.Budget.Extras.LeaveOut(part, "some are beyond the range of numbers");
        return null;
    }

    private static (double[] Numbers, IReadOnlyList<Note> Notes) Product(Study study, string[] variables, Http.Requests.Point vector, Evaluation? at)
    {
        if (at is null) throw Refuse.Value("vector", "The product of the Hessian and a vector is computed as numbers: give a point too.");
        if (variables.Length != study.Variables.Count) throw Refuse.Value("variables", "With a vector, the Hessian is taken by all variables: leave out 'variables'.");
        return study.HessianVectorProduct(Points.Of(study, vector, "vector"), [.. at.Point]);
    }

    // The blocks side by side: rows and columns are the variables' entries in order.
    private static T[] SideBySide<T>(int[] lengths, List<T[]> blocks)
    {
        var size = lengths.Sum();
        var entries = new T[size * size];
        for (var (k, top) = (0, 0); k < lengths.Length; top += lengths[k++])
        {
            for (var (l, left) = (0, 0); l < lengths.Length; left += lengths[l++])
            {
                var block = blocks[(k * lengths.Length) + l];
                for (var i = 0; i < lengths[k]; i++) block.AsSpan(i * lengths[l], lengths[l]).CopyTo(entries.AsSpan(((top + i) * size) + left));
            }
        }

        return entries;
    }

    // Counted before the work, so that nothing is computed that could not be returned.
    private static void CheckSize(Study study, string[] variables, ServiceLimits limits)
    {
        if (variables.Any(name => study.ShapeOf(name).IsSymbolic)) return;
        var size = variables.Sum(name => study.ShapeOf(name).Count);
        if (size > limits.AnswerNumbers || size * size > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The Hessian would have {size} rows and columns; at most {limits.AnswerNumbers} numbers are allowed.", size * size);
    }

    private static string NameOf(Definiteness definiteness) => definiteness switch
    {
        Definiteness.PositiveDefinite => "positive-definite",
        Definiteness.PositiveSemidefinite => "positive-semidefinite",
        Definiteness.NegativeDefinite => "negative-definite",
        Definiteness.NegativeSemidefinite => "negative-semidefinite",
        Definiteness.Indefinite => "indefinite",
        _ => "zero",
    };
}
