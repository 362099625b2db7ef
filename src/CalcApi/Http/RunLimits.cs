using CalcApi.Http.Compute;
using Calculus.Budgets;

namespace CalcApi.Http;

/// <summary>Runs have limits of their own on what quick questions are limited in too; a refusal gives the limit the name that it has in the table.</summary>
internal static class RunLimits
{
    /// <summary>Computes an answer.</summary>
    /// <exception cref="LimitException">It needs more than a limit allows, by the name under which the service shows that limit.</exception>
    public static T Named<T>(Work work, Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (LimitException limit) when (work is Work.Run && NameOf(limit.Limit) is { } name)
        {
            throw new LimitException(name, limit.Maximum, limit.Message, limit.Asked) { Start = limit.Start, End = limit.End };
        }
    }

    private static string? NameOf(string limit) => limit switch
    {
        "operations" => "runOperations",
        "allocatedBytes" => "runAllocatedBytes",
        _ => null,
    };
}
