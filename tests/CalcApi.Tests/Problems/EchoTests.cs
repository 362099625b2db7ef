using Xunit;

namespace CalcApi.Tests.Problems;

/// <summary>What a refusal repeats of a request is no markup, wherever it is shown.</summary>
public sealed class EchoTests(Api service)
{
    private const string Markup = "<img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("derivative", """{ "function": "<img src=x onerror=alert(1)>" }""")]
    [InlineData("derivative", """{ "function": "x^2", "<img src=x onerror=alert(1)>": 1 }""")]
    [InlineData("derivative", """{ "function": "x^2", "point": { "<img src=x onerror=alert(1)>": 1 } }""")]
    [InlineData("derivative", """{ "function": "x^2", "variable": "<img src=x onerror=alert(1)>" }""")]
    [InlineData("code", """{ "function": "x^2", "language": "<img src=x onerror=alert(1)>" }""")]
    [InlineData("descent", """{ "function": "x^2", "start": 1, "optimizer": { "name": "<img src=x onerror=alert(1)>" } }""")]
    [InlineData("train", """{ "model": { "name": "line" }, "dataset": { "name": "<img src=x onerror=alert(1)>" } }""")]
    [InlineData("<img src=x onerror=alert(1)>", "{}")]
    public async Task Holds_no_element(string route, string body)
    {
        var reply = await service.Client.Ask(Uri.EscapeDataString(route), body);
        Assert.InRange((int)reply.Status, 400, 499);
        Assert.DoesNotContain("<", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Means_the_same_as_before()
    {
        var reply = await service.Client.Ask("derivative", $$"""{ "function": "x^2", "variable": "{{Markup}}" }""");
        Assert.Contains("<img", reply.Json.GetProperty("errors").EnumerateObject().First().Value[0].GetString()!, StringComparison.Ordinal);
    }
}
