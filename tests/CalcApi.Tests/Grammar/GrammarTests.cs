using System.Net;
using Xunit;

namespace CalcApi.Tests.Grammar;

/// <summary>The language on one page: every example of it reads as it says.</summary>
public sealed class GrammarTests(Api service)
{
    [Fact]
    public async Task Every_rule_has_an_example_that_reads_as_it_says()
    {
        var failures = new List<string>();
        var grammar = (await service.Client.Send(HttpMethod.Get, "/api/v1/grammar")).Json;
        foreach (var rule in grammar.GetProperty("rules").EnumerateArray())
        {
            Assert.EndsWith(".", rule.Text("sentence"), StringComparison.Ordinal);
            Assert.NotEmpty(rule.GetProperty("examples").EnumerateArray());
            foreach (var example in rule.GetProperty("examples").EnumerateArray())
            {
                var reply = await service.Ask("parse", example.GetProperty("body").GetRawText());
                var reads = reply.Status == HttpStatusCode.OK ? reply.Json.Text("bracketed") : reply.Text;
                if (!string.Equals(reads, example.Text("reads"), StringComparison.Ordinal)) failures.Add($"{example.Text("function")}: {reads}, not {example.Text("reads")}");
            }
        }

        Architecture.Violations.None(failures);
    }

    [Fact]
    public async Task The_rules_are_those_that_the_parser_states_and_each_is_explained()
    {
        var rules = (await service.Client.Send(HttpMethod.Get, "/api/v1/grammar")).Json.GetProperty("rules").EnumerateArray().ToDictionary(static rule => rule.Text("name"), static rule => Plain(rule.Text("form")), StringComparer.Ordinal);
        var stated = Architecture.Repository.Lines("src/Calculus/Syntax/ExpressionParser.cs")
            .SkipWhile(static line => !line.Contains("<code>", StringComparison.Ordinal)).Skip(1).TakeWhile(static line => !line.Contains("</code>", StringComparison.Ordinal))
            .Select(static line => WebUtility.HtmlDecode(line["/// ".Length..]));
        var (name, seen) = ("", new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in stated)
        {
            // What stands far to the right is a remark.
            var words = line.Split("   ", 2, StringSplitOptions.RemoveEmptyEntries) is [var first, _] && !line.StartsWith(' ') && first.Contains('=', StringComparison.Ordinal) ? first : line;
            if (words[0] != ' ') (name, words) = (words.Split('=', 2)[0].Trim(), words.Split('=', 2)[1]);
            seen[name] = seen.GetValueOrDefault(name, "") + " " + words.Split("   in sum", 2)[0].Split("   behind", 2)[0];
        }

        Assert.True(seen.Count > 12);
        Assert.All(seen, rule => Assert.Equal(Plain(rule.Value), rules[rule.Key]));
    }

    [Fact]
    public async Task Comes_as_text_too()
    {
        var text = await service.Client.Send(HttpMethod.Get, "/api/v1/grammar?format=text");
        Assert.Equal("text/plain", text.ContentType);
        Assert.Equal((await service.Client.Send(HttpMethod.Get, "/api/v1/grammar?format=json")).Json.Text("text"), text.Text);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/grammar");
        request.Headers.Accept.ParseAdd("text/plain");
        using var negotiated = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(text.Text, await negotiated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (await service.Client.Send(HttpMethod.Get, "/api/v1/grammar?format=pdf")).IsProblem(400, "shape");
    }

    private static string Plain(string form) => string.Join(' ', form.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
