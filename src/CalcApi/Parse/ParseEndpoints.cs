using System.Text.Json;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus.Syntax;

namespace CalcApi.Parse;

/// <summary>How a function is read.</summary>
internal static class ParseEndpoints
{
    /// <summary>Maps <c>parse</c>.</summary>
    public static void MapParse(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<ParseRequest, ParseAnswer>("/parse", Parse)
            .WithTags("Function").WithName("Parse")
            .WithSummary("How a function is read")
            .WithDescription("The formula in a person's form and in LaTeX, with every bracket written, its variables and its syntax tree.")
            .Example("A quotient that people read in two ways", """{ "function": "1/2x" }""")
            .Example("Composed functions", """{ "function": "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))" }""")
            .Example("A loss of weights and data by their shapes", """{ "function": "loss(w, b) = log_loss(sigmoid(X @ w + b), y)", "shapes": { "w": ["d"], "X": ["n", "d"], "y": ["n"] } }""")
            .Example("Two variables in the order of a signature", """{ "function": "f(x, z) = 2z^3 x^2" }""");

    private static ParseAnswer Parse(ParseRequest request, Computation computation)
    {
        var study = request.Study(computation);
        var statements = study.Definition.Statements;
        return new()
        {
            Written = ExpressionAnswer.Of(study.Written),
            Function = ExpressionAnswer.Of(study, study.Function),
            Bracketed = study.Bracketed,
            Name = study.Name,
            Shape = ShapeAnswer.Of(study.Function.Shape),
            Variables = [.. study.Variables.Select(name => new VariableAnswer(name, ShapeAnswer.Of(study.ShapeOf(name))))],
            Helpers = [.. statements.SkipLast(1).Select(Helper)],
            Operations = study.Operations,
            Tree = Tree(statements[^1]),
            Notes = NoteAnswer.Of(study.Notes([])),
        };
    }

    private static HelperAnswer Helper(Statement statement) => new(
        statement.Name ?? "", [.. statement.Parameters?.Select(parameter => parameter.Name) ?? []], PositionOf(statement.Body.Span));

    private static List<TreeNodeAnswer> Tree(Statement statement)
    {
        var places = new Dictionary<SyntaxNode, int>(ReferenceEqualityComparer.Instance);
        var nodes = new List<TreeNodeAnswer>(statement.Nodes.Count);
        foreach (var node in statement.Nodes)
        {
            places[node] = nodes.Count;
            nodes.Add(new(
                JsonNamingPolicy.CamelCase.ConvertName(node.Kind.ToString()), node.Text, PositionOf(node.Span),
                [.. node.Children.Select(child => places[child])], node.Brackets, node.Implied));
        }

        return nodes;
    }

    private static Position PositionOf(TextSpan span) => new(span.Start, span.End);
}
