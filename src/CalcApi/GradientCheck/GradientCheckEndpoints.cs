using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Syntax;

namespace CalcApi.GradientCheck;

/// <summary>Whether a gradient is right, and the likely slip where it is not.</summary>
internal static class GradientCheckEndpoints
{
    // Each formula and each point names all variables: with a thousand claims of a thousand variables the answer would grow too long.
    private const int MostRepeated = 200;

    /// <summary>Maps <c>gradient-check</c>.</summary>
    public static void MapGradientCheck(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<GradientCheckRequest, GradientCheckAnswer>("/gradient-check", Check)
            .WithTags("Derivatives").WithName("GradientCheck")
            .WithSummary("Whether a gradient of your own is right")
            .WithDescription("Compares claimed partial derivatives, numbers, vectors, matrices or formulas, with the right ones. For what is wrong, the slips that people make are tried one by one; the one that leads to the claim is named with its place.")
            .Example("A formula without its inner derivative", """{ "function": "sin(x^2)", "point": 1.3, "claimed": "cos(x^2)" }""")
            .Example("A formula without a point", """{ "function": "x^3 * sin(x)", "claimed": "3x^2 * sin(x) + x^3 * cos(x)" }""")
            .Example("Right, in single precision", """{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 0.3, "z": 0.7 }, "claimed": { "x": 0.4115999937057495, "z": 0.26459997892379761 } }""")
            .Example("A mean squared error without its 2/N", """{ "function": "loss(w, b) = ((w*x1 + b - y1)^2 + (w*x2 + b - y2)^2)/2", "data": { "x1": 1, "y1": 2, "x2": 3, "y2": 5 }, "point": { "w": 1, "b": 0.5 }, "claimed": { "w": "(w*x1 + b - y1) + (w*x2 + b - y2)", "b": "(w*x1 + b - y1) + (w*x2 + b - y2)" } }""")
            .Example("Least squares with a matrix of data, without the 2 of the square", """{ "function": "loss(w) = mean((X @ w - y).^2)", "data": { "X": [[1, 2], [3, 4], [5, 7]], "y": [1, 0, 2] }, "point": { "w": [0.5, -1] }, "claimed": { "w": "X' @ (X @ w - y)/3" } }""")
            .Example("One component of three, at a kink", """{ "function": "abs(a) + b*c", "point": { "a": 0, "b": 2, "c": 3 }, "claimed": { "a": 0.5 } }""");

    private static GradientCheckAnswer Check(GradientCheckRequest request, Computation computation)
    {
        var study = request.StudyOfNumber(computation, request.Point);
        var readings = new List<Note>();
        var claims = Read(study, request.Claimed, readings);
        if (request.Point is null && claims.Any(static claim => claim.Formula is null))
            throw Refuse.Value("point", "A number is claimed at a point: give the point, or claim formulas.");
        var point = request.Point is { } given ? Points.Of(study, given, "point") : study.PointForFormulas();
        var report = study.CheckGradient(claims, point, request.Tolerance);
        return new()
        {
            Correct = report.Correct,
            Verdict = report.Verdict,
            Diagnosis = Answered(report.Diagnosis),
            Point = request.Point is null ? Points.Answer(study, point) : null,
            Components = [.. report.Components.Select(component => Answered(study, component, report.Components.Count <= MostRepeated))],
            Notes = NoteAnswer.Of(study.Notes([], readings, report.Notes, report.IsCut ? [new Note(NoteCodes.Shortened, "Not every slip was tried: the work allowed for the search was spent.")] : [])),
        };
    }

    private static List<Claim> Read(Study study, Claims claimed, List<Note> notes)
    {
        if (claimed.Bare is { } bare)
        {
            if (study.Variables.Count != 1)
                throw Refuse.Value("claimed", study.Variables.Count == 0
                    ? "The function is constant: it has no gradient."
                    : $"The function has the variables {string.Join(", ", study.Variables)}: give a claim for each by its name.");
            return [Read(study, bare, 0, "claimed", notes)];
        }

        if (claimed.Named.Count == 0) throw Refuse.Value("claimed", "Give at least one partial derivative.");
        return
        [
            .. claimed.Named
                .Select(each => (each.Value, Field: $"claimed.{Quoted.Cut(each.Key)}", Name: each.Key))
                .Select(each => (each.Value, each.Field, Place: Points.IndexOf(study, each.Name, each.Field)))
                .OrderBy(each => each.Place)
                .Select(each => Read(study, each.Value, each.Place, each.Field, notes)),
        ];
    }

    private static Claim Read(Study study, ClaimedValue claimed, int place, string field, List<Note> notes)
    {
        try
        {
            var read = claimed.Formula is null ? null : study.ReadFormula(claimed.Formula);
            notes.AddRange(read?.Notes.Select(note => note with { Span = null, Message = $"In the text '{Quoted.Cut(claimed.Formula!)}': {note.Message}" }) ?? []);
            var claim = read is null ? new Claim(place, claimed.Array ?? ArrayValue.Of(claimed.Number)) : new Claim(place, null, read.Formula);
            CheckShape(study, claim, field);
            return claim;
        }
        catch (FormulaException fault)
        {
            throw new RefusalException(Refuse.Of(fault, field));
        }
        catch (LimitException limit) when (limit.Start is not null)
        {
            throw new RefusalException(Refuse.Of(limit, field));
        }
    }

    // A derivative has the shape of its variable; its transpose is a mistake to be named, any other shape cannot be a derivative.
    private static void CheckShape(Study study, Claim claim, string field)
    {
        var (claimed, variable) = (claim.Shape, study.Variables[claim.Place]);
        var expected = study.ShapeOf(variable);
        if (claimed == expected || (expected is { Rank: 2 } && claimed == new Shape(expected[1], expected[0]))) return;
        throw Refuse.Value(field, $"The claim is {claimed}, but the derivative by {Quoted.Of(variable)} has the shape of {Quoted.Of(variable)}: {expected}.");
    }

    private static ComponentAnswer Answered(Study study, ComponentReport component, bool isShort)
    {
        var (claimed, exact) = (component.Claimed.Number, component.Exact.Number);
        var isWrongNumber = component.Correct == false && component.Exact.Shape.IsScalar && double.IsFinite(claimed);
        return new()
        {
            Variable = study.Variables[component.Claim.Place],
            Claimed = component.Claimed,
            ClaimedFormula = isShort && component.Claim.Formula is { } formula ? ExpressionAnswer.Of(study, formula) : null,
            Exact = component.Exact,
            ExactFormula = ExpressionAnswer.Of(study, component.ExactFormula),
            Numeric = ValueAnswer.OrNull(component.Numeric),
            RelativeError = component.RelativeError,
            WorstEntry = component.WorstEntry,
            Correct = component.Correct,
            Identical = component is { Correct: true, Claim.Formula: { } right } ? Study.AreIdentical(right, component.ExactFormula) : null,
            Precision = component.Precision.ToString().ToLowerInvariant(),
            PointsCompared = component.PointsCompared,
            Difference = isWrongNumber ? claimed - exact : null,
            Ratio = isWrongNumber && exact != 0 ? claimed / exact : null,
            DiffersAt = isShort && component.DiffersAt is { } point ? Points.Answer(study, point) : null,
            Remark = component.Remark,
            Diagnosis = Answered(component.Diagnoses.Count > 0 ? component.Diagnoses[0] : null),
            AlsoPossible = component.Diagnoses.Count > 1 ? [.. component.Diagnoses.Skip(1).Select(diagnosis => Answered(diagnosis)!)] : null,
        };
    }

    private static FoundSlipAnswer? Answered(Diagnosis? diagnosis) =>
        diagnosis is null ? null : new(diagnosis.Slip, diagnosis.Title, diagnosis.Explanation, diagnosis.Evidence);
}
