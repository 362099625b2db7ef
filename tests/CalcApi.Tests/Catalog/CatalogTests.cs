using System.Net;
using System.Text.Json;
using Calculus.Functions;
using Xunit;

namespace CalcApi.Tests.Catalog;

public sealed class CatalogTests(Api service)
{
    [Theory]
    [InlineData("functions")]
    [InlineData("examples")]
    public async Task Every_entry_has_a_request_that_runs(string list)
    {
        var failures = new List<string>();
        foreach (var entry in await Entries(list))
        {
            var request = entry.GetProperty("request");
            var route = request.GetProperty("route").GetString()!["/api/v1/".Length..];
            var reply = await service.Ask(route, request.GetProperty("body").GetRawText());
            if (reply.Status != HttpStatusCode.OK) failures.Add($"{entry.GetProperty("name")}: {reply.Text}");
            Assert.NotEmpty(entry.GetProperty("latex").GetString()!);
            Assert.EndsWith(".", entry.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Has_every_function_that_can_be_called()
    {
        var names = (await Entries("functions")).Select(entry => entry.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Catalogue.All, function => Assert.Contains(function.Name, names));
    }

    [Fact]
    public async Task Shows_curves_and_surfaces_with_a_window()
    {
        var examples = await Entries("examples");
        Assert.True(examples.Count >= 12);
        foreach (var example in examples)
        {
            var window = example.GetProperty("window");
            Assert.Equal(example.GetProperty("kind").GetString() is "curve" ? 1 : 2, window.EnumerateObject().Count());
            var parsed = await service.Answer("parse", JsonSerializer.Serialize(new { function = example.GetProperty("function").GetString() }));
            foreach (var axis in window.EnumerateObject())
                Assert.Contains(parsed.GetProperty("variables").EnumerateArray(), variable => variable.GetProperty("name").ValueEquals(axis.Name));
        }
    }

    private async Task<List<JsonElement>> Entries(string list) =>
        [.. (await service.Client.Send(HttpMethod.Get, $"/api/v1/catalog/{list}")).Json.GetProperty(list).EnumerateArray()];
}
