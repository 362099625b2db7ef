using CalcApi.Http;
using CalcApi.Http.Problems;

namespace CalcApi.Problems;

/// <summary>What each kind of refusal means and how to mend it.</summary>
internal static class ProblemEndpoints
{
    /// <summary>Maps <c>problems/{type}</c>.</summary>
    public static void MapProblems(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/problems/{type}", Explain)
            .WithTags("Service").WithName("ExplainProblem")
            .WithSummary("What a kind of problem means and how to mend it")
            .WithDescription("The address in a problem's 'type' leads here.")
            .Produces<ProblemExplanation>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

    private static ProblemExplanation Explain(string type)
    {
        var known = ProblemTypes.All.FirstOrDefault(known => string.Equals(known.Name, type, StringComparison.Ordinal))
            ?? throw new RefusalException(new(ProblemTypes.NotFound,
                $"There is no problem type of this name; the types are {string.Join(", ", ProblemTypes.All.Select(each => each.Name))}."));
        return new(known.Address, known.Title, known.Status, known.Meaning, known.Repair);
    }
}

/// <summary>The explanation of a problem type.</summary>
/// <param name="Type">Its address.</param>
/// <param name="Title">What kind of problem it is, in one sentence.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Meaning">What went wrong.</param>
/// <param name="Repair">What to do about it.</param>
public sealed record ProblemExplanation(string Type, string Title, int Status, string Meaning, string Repair);
