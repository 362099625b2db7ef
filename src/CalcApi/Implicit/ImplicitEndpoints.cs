using System.Globalization;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Syntax;

namespace CalcApi.Implicit;

/// <summary>Derivatives along the curve that an equation describes.</summary>
internal static class ImplicitEndpoints
{
    // A point that misses the curve by less than rounding its coordinates would.
    private const double OnTheCurve = 1e-9;

    /// <summary>Maps <c>implicit</c>.</summary>
    public static void MapImplicit(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<ImplicitRequest, ImplicitAnswer>("/implicit", Differentiate)
            .WithTags("Derivatives").WithName("Implicit")
            .WithSummary("The derivative of a variable that an equation ties to another")
            .WithDescription("Both sides are differentiated along the curve, and the equation is solved for the slope. All other letters are held still.")
            .Example("A circle at a point", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 3, "y": 4 } }""")
            .Example("At a point beside the circle, moved onto it", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "point": { "x": 3.1, "y": 4.2 }, "ontoCurve": true }""")
            .Example("The second derivative", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y", "order": 2, "point": { "x": 3, "y": 4 } }""")
            .Example("The folium of Descartes", """{ "function": "x^3 + y^3 = 3a*x*y", "variable": "x", "of": "y", "data": { "a": 2 } }""");

    private static ImplicitAnswer Differentiate(ImplicitRequest request, Computation computation)
    {
        var equation = Equation.Of(request.Function);
        var study = Read(request, equation, computation);
        var (variable, dependent) = (study.Variables[Points.IndexOf(study, request.Variable, "variable")], study.Variables[Points.IndexOf(study, request.Of, "of")]);
        if (!study.ChangesWith(dependent)) throw Refuse.Value("of", $"The equation does not change with {request.Of}, so it says nothing about it.");

        var asked = request.Point is { } point ? Points.Of(study, point, "point") : null;
        var moved = asked is not null && request.OntoCurve == true ? CurveFoot.Of(study, [variable, dependent], asked) : null;
        var at = moved ?? asked;
        var (derivative, steps) = study.ImplicitDerivative(variable, dependent, request.Order ?? 1);
        var values = at is null ? null : study.At([derivative], at);
        var notes = study.Notes([derivative], values?.NotesOnFormulas ?? study.Conditions([derivative])).Select(note => note with { Span = note.Span is { } span ? equation.InEquation(span) : null }).ToList();
        if (values is { Value.Number: var difference } && !(Math.Abs(difference) <= OnTheCurve * Math.Max(1, at!.Max(Math.Abs))))
        {
            notes.Add(new Note(NoteCodes.Condition, string.Create(CultureInfo.InvariantCulture,
                $"The point is not on the curve: the sides differ by {difference:G6}. The slope is that of the level curve through it.")));
        }

        return new ImplicitAnswer
        {
            Derivative = ExpressionAnswer.Of(study, derivative),
            Value = values?.Values[0].Number,
            Point = moved is null ? null : Points.Answer(study, moved),
            Normal = at is null ? null : Points.Answer(study, study.GradientAt(at).Numbers),
            Steps = StepAnswer.Of(steps),
            Notes = NoteAnswer.Of(notes),
        };
    }

    // Faults are reported at their place in the equation as it was sent.
    private static Study Read(ImplicitRequest request, Equation equation, Computation computation)
    {
        List<string> declared = [.. request.Point?.Named.Keys ?? [], .. request.Data?.Keys ?? [], request.Variable, request.Of];
        try
        {
            IReadOnlyList<(Point Point, string Field)> given = request.Point is { } point ? [(point, "point")] : [];
            return Studies.EntryByEntry(Studies.Of(equation.Function, request.Data, computation, declared, Studies.ShapesOf(request, equation.Function, computation, given)));
        }
        catch (FormulaException formula)
        {
            // A fault of one side alone, such as a bracket that is never closed, is reported by reading that side.
            foreach (var side in equation.Sides) Study.Of(side, new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal), declared.ToHashSet(StringComparer.Ordinal)) { Format = computation.Format }, computation.Budget);
            throw new FormulaException(formula.Message, equation.InEquation(formula.Span), formula.Hint);
        }
        catch (LimitException limit) when (limit is { Start: { } start, End: { } end })
        {
            var span = equation.InEquation(new TextSpan(start, end));
            throw new LimitException(limit.Limit, limit.Maximum, limit.Message, limit.Asked) { Start = span.Start, End = span.End };
        }
    }
}
