using CalcApi.Http.OpenApi;

namespace CalcApi.Catalog;

/// <summary>What a definition can do with whole vectors and matrices, with indices and with derivatives.</summary>
/// <param name="Operations">All of them, those of one kind together.</param>
public sealed record OperationCatalogAnswer(IReadOnlyList<OperationAnswer> Operations);

/// <summary>An operation that a definition can call.</summary>
/// <param name="Name">Its name in a definition.</param>
/// <param name="Kind">entries: what many entries give together; matrix: operations of matrices; maker: arrays made from lengths; loss: a prediction against a target; derivative: derivatives within a definition; index: sums, products and tables over an index.</param>
/// <param name="Aliases">Other names that read as this operation.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Options">What may follow the arguments by name, such as <c>axis</c>.</param>
/// <param name="MinimumArguments">The fewest arguments.</param>
/// <param name="MaximumArguments">The most arguments; missing where there is no bound.</param>
/// <param name="Latex">What it is, as a formula.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Example">A definition that uses it, in terms of the vectors v and w and the square matrix A.</param>
/// <param name="Request">A request that runs: the gradient of the example.</param>
public sealed record OperationAnswer(
    string Name,
    [property: Words("entries", "matrix", "maker", "loss", "derivative", "index")] string Kind,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<ParameterAnswer> Parameters,
    IReadOnlyList<string> Options,
    int MinimumArguments,
    int? MaximumArguments,
    string Latex,
    string Sentence,
    string Example,
    CatalogQuestion Request);
