using System.Net;
using Xunit;

namespace CalcApi.Tests.Derivative;

/// <summary>Long products fit the memory of a question.</summary>
public sealed class LongProductTests(Api service)
{
    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Are_answered(int factors)
    {
        var product = string.Join('*', Enumerable.Range(0, factors).Select(static i => FormattableString.Invariant($"(x+{i})")));
        var reply = await service.Client.Ask("derivative", $$"""{ "function": "{{product}}", "point": 0 }""");
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        // At 0 one term is left, the product of the other constants: 59! here, and beyond doubles for more.
        if (factors == 60) Assert.Equal(1.3868311854568984e80, reply.Json.GetProperty("value").GetDouble(), 1e68);
    }
}
