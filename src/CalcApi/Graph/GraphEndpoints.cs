using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;

namespace CalcApi.Graph;

/// <summary>A function as the steps in which it is computed and, backwards, differentiated.</summary>
internal static class GraphEndpoints
{
    /// <summary>Maps <c>graph</c>.</summary>
    public static void MapGraph(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<GraphRequest, GraphAnswer>("/graph", Graph)
            .WithTags("Function").WithName("Graph")
            .WithSummary("The computation graph of a function")
            .WithDescription("Every step with its value, its local derivatives and its adjoint, which backpropagation finds from the last step to the first. Names that the definition gives to values are kept.")
            .Example("Backpropagation through one hidden unit", """{ "function": "h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2", "data": { "x": 2, "y": 1 }, "point": { "W_h": 0.5, "W_o": 0.8 } }""")
            .Example("A layer of a network", """{ "function": "z = X @ w + b; loss(w, b) = mean((sigmoid(z) - y).^2)", "data": { "X": [[1, 2], [3, 4]], "y": [0, 1] }, "point": { "w": [0.1, -0.2], "b": 0 } }""")
            .Example("A part that is used twice", """{ "function": "u = x^2; f(x) = u*sin(u)", "point": { "x": 1 } }""");

    private static GraphAnswer Graph(GraphRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point);
        var point = request.Point is { } given ? Points.Of(study, given, "point") : null;
        var (graph, notes) = study.ComputationGraph(point);
        return new()
        {
            Nodes = [.. graph.Nodes.Select(static node => GraphNodeAnswer.Of(node))],
            Output = graph.Output,
            AdjointLetter = graph.Incoming,
            Cost = GraphCostAnswer.Of(graph.Cost),
            Notes = NoteAnswer.Of(study.Notes([], notes)),
        };
    }
}
