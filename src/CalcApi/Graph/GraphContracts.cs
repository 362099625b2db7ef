using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Graph;

/// <summary>Asks for a function as the steps in which it is computed.</summary>
public sealed record GraphRequest : FunctionRequest
{
    /// <summary>Where to compute values and adjoints.</summary>
    public Point? Point { get; init; }
}

/// <summary>The computation graph of a function as written.</summary>
public sealed record GraphAnswer : Answer
{
    /// <summary>The steps in the order in which they are computed; read backwards, the order of backpropagation.</summary>
    public required IReadOnlyList<GraphNodeAnswer> Nodes { get; init; }

    /// <summary>The id of the step that gives the function's value.</summary>
    public required string Output { get; init; }

    /// <summary>The letter that stands for the adjoint of a step in the texts of its local derivatives: g, or another where the definition has a g of its own.</summary>
    public required string AdjointLetter { get; init; }

    /// <summary>What it costs, in elementary operations.</summary>
    public required GraphCostAnswer Cost { get; init; }
}
