using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Problems;

namespace CalcApi.Grammar;

/// <summary>The function language on one page.</summary>
internal static class GrammarEndpoints
{
    private const string PlainText = "text/plain";

    /// <summary>Maps <c>grammar</c>.</summary>
    public static void MapGrammar(this IEndpointRouteBuilder routes)
    {
        var json = FixedAnswer.Json(static () => new GrammarAnswer(Written(), [.. Rules.All.Select(Described)]));
        var text = new FixedAnswer($"{PlainText}; charset=utf-8", static () => Encoding.UTF8.GetBytes(Written()));
        routes.MapGet("/grammar", (HttpContext http, string? format) => format switch
            {
                null => (WantsText(http.Request) ? text : json).Send(Varying(http)),
                "json" => json.Send(http),
                "text" => text.Send(http),
                _ => throw Refuse.Shape("format", "The grammar comes as json or as text."),
            })
            .Produces<GrammarAnswer>().Produces<string>(StatusCodes.Status200OK, PlainText).Produces(StatusCodes.Status304NotModified)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests)
            .WithTags("Catalog").WithName("Grammar")
            .WithSummary("The function language on one page")
            .WithDescription("Each rule with an example. As text where format=text is asked for or the header Accept asks for text/plain.");
    }

    private static bool WantsText(HttpRequest request) => request.GetTypedHeaders().Accept is [{ } first, ..] && first.MediaType.Equals(PlainText, StringComparison.OrdinalIgnoreCase);

    private static HttpContext Varying(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return http;
    }

    private static GrammarRuleAnswer Described(GrammarRule rule) => new(rule.Name, rule.Form, rule.Sentence, [.. rule.Examples.Select(static example =>
    {
        var body = new JsonObject { ["function"] = example.Function };
        if (example.Shapes is { } shapes) body["shapes"] = JsonNode.Parse(shapes);
        return new GrammarExampleAnswer(example.Function, example.Reads, JsonSerializer.SerializeToElement(body));
    })]);

    private static string Written()
    {
        const int column = 13;
        var text = new StringBuilder("The function language\n=====================\n\n").Append(Rules.Introduction).Append('\n');
        foreach (var rule in Rules.All)
        {
            text.Append('\n').Append(rule.Name.PadRight(column)).Append("= ").Append(rule.Form.Replace("\n", "\n" + new string(' ', column), StringComparison.Ordinal)).Append('\n');
            text.Append("    ").Append(rule.Sentence).Append('\n');
            foreach (var example in rule.Examples) text.Append("      ").Append(example.Function.Replace("\n", "⏎", StringComparison.Ordinal)).Append("    reads    ").Append(example.Reads).Append('\n');
        }

        return text.ToString();
    }
}
