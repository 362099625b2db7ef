using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus.Derivatives;
using Calculus.Explanations;

namespace CalcApi.ChainRule;

/// <summary>The derivative of a composition, stage by stage.</summary>
internal static class ChainRuleEndpoints
{
    /// <summary>Maps <c>chain-rule</c>.</summary>
    public static void MapChainRule(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<ChainRuleRequest, ChainRuleAnswer>("/chain-rule", Walk)
            .WithTags("Derivatives").WithName("ChainRule")
            .WithSummary("The derivative of a composition, stage by stage")
            .WithDescription("From the inside out, with the names that the definition gives its parts, or letters where it gives none; each stage with its placeholder, its derivative and, at a point, its factor. "
                + "Along vectors and matrices a stage's derivative is written by g, the derivative of the whole function by the stage: what the stage hands on to its inside, as in backpropagation.")
            .Example("Two functions", """{ "function": "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "point": 2 }""")
            .Example("Three functions", """{ "function": "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", "point": 0.5 }""")
            .Example("A layer and its loss", """{ "function": "z = X @ w + b; p = sigmoid(z); loss(w, b) = mse(p, y)", "variable": "w", "data": { "X": [[0.5, 1], [-1, 2], [1.5, -0.5]], "y": [1, 0, 1] }, "point": { "w": [0.1, -0.2], "b": 0.3 } }""")
            .Example("A nested formula", """{ "function": "exp(-x^2)*sin(3x)" }""");

    private static ChainRuleAnswer Walk(ChainRuleRequest request, Computation computation)
    {
        var study = request.StudyOfNumber(computation, request.Point);
        var variable = study.Variables[Points.IndexOf(study, request.Variable, "variable")];
        var derivative = study.Derivative(variable);
        var walk = study.Explain.Chain(derivative);
        DerivedFormula[] asked = [derivative, .. walk.Stages.SelectMany(static stage => stage.Links.Select(static link => link.Factor).Append(stage.Function)).Select(DerivedFormula.Plain)];
        var at = request.Point is { } point ? study.At(asked, Points.Of(study, point, "point")) : null;
        var values = at?.Values.Select(static value => (ValueAnswer)value).ToList();
        var next = 1;
        return new ChainRuleAnswer
        {
            Stages = [.. walk.Stages.Select(Stage)],
            Product = ExpressionAnswer.Of(walk.Product),
            Derivative = ExpressionAnswer.Of(study, derivative),
            Leibniz = walk.Leibniz,
            Prime = walk.Prime,
            Value = values?[0],
            Steps = StepAnswer.Of(walk.Steps),
            Notes = NoteAnswer.Of(study.Notes([derivative], at?.NotesOnFormulas ?? study.Conditions([derivative]))),
        };

        StageAnswer Stage(ChainStage stage)
        {
            List<StageWayAnswer> ways =
            [
                .. stage.Links.Select(link => new StageWayAnswer(
                    ExpressionAnswer.Of(link.Inner), link.By, link.Placeholder, ExpressionAnswer.Of(link.Derivative), ExpressionAnswer.Of(link.AtInner), values?[next++])),
            ];
            var functionValue = values?[next];
            next++;
            return new StageAnswer(
                stage.Name, ExpressionAnswer.Of(stage.Outer), ways[0].Inner, ways[0].By, ways[0].Placeholder, ways[0].Derivative, ways[0].AtInner, ways[0].Value,
                functionValue, ways.Count > 1 ? ways[1..] : null);
        }
    }
}
