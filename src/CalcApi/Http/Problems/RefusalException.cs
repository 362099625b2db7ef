namespace CalcApi.Http.Problems;

/// <summary>Ends a request with a problem.</summary>
/// <param name="problem">What the client is told.</param>
public sealed class RefusalException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>What the client is told.</summary>
    public Problem Problem { get; } = problem;
}
