using CalcApi.Http.Problems;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CalcApi.Tests.Problems;

/// <summary>A mistake of the service is told without anything of its inside.</summary>
public sealed class MistakeTests
{
    [Fact]
    public void Tells_nothing_of_its_inside()
    {
        var problem = new ExceptionProblems(NullLogger<ExceptionProblems>.Instance).ProblemOf(new InvalidOperationException("at /src/secret.cs"));
        Assert.Equal((500, ProblemTypes.Internal.Meaning), (problem.Status, problem.Detail));
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(problem), StringComparison.Ordinal);
    }
}
