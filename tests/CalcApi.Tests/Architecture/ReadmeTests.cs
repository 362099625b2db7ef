using System.Text.Json.Nodes;
using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>The calls that the README shows give the answers that it shows.</summary>
public sealed class ReadmeTests(Api service)
{
    private const string Host = "localhost:5080/api/v1/";

    /// <summary>Each call with the answer printed under it.</summary>
    public static TheoryData<string, string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string, string>();
            var blocks = Blocks().ToList();
            for (var i = 0; i + 1 < blocks.Count; i++)
            {
                if (blocks[i].Language is not "sh" || !blocks[i].Text.StartsWith("curl", StringComparison.Ordinal)) continue;
                Assert.Equal("json", blocks[i + 1].Language);
                var route = blocks[i].Text[(blocks[i].Text.IndexOf(Host, StringComparison.Ordinal) + Host.Length)..].Split(' ')[0];
                calls.Add(route, blocks[i].Text.Split('\'')[^2], blocks[i + 1].Text);
            }

            return calls;
        }
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_call_of_the_readme_is_answered_as_printed(string route, string body, string printed)
    {
        var reply = await service.Ask(route, body);

        AssertHolds(JsonNode.Parse(printed)!.AsObject(), JsonNode.Parse(reply.Text)!.AsObject());
    }

    [Fact]
    public void The_readme_shows_thirteen_calls() => Assert.Equal(13, Calls.Count);

    // An answer may carry more members than the README has room for, but none that it shows differently.
    private static void AssertHolds(JsonObject printed, JsonObject answer)
    {
        foreach (var (name, value) in printed)
        {
            Assert.True(answer.ContainsKey(name), $"The answer has no '{name}': {answer.ToJsonString()}");
            if (value is JsonObject inner) AssertHolds(inner, answer[name]!.AsObject());
            else Assert.True(JsonNode.DeepEquals(value, answer[name]), $"'{name}' is {answer[name]?.ToJsonString()}, not {value?.ToJsonString()}.");
        }
    }

    private static IEnumerable<(string Language, string Text)> Blocks()
    {
        string? language = null;
        var text = new List<string>();
        foreach (var line in Repository.Lines("README.md"))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                if (language is not null) text.Add(line.TrimEnd('\\').TrimEnd());
                continue;
            }

            if (language is not null) yield return (language, string.Join(' ', text));
            language = language is null ? line[3..] : null;
            text.Clear();
        }
    }
}
