using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CalcApi.Mcp;

/// <summary>
/// A tool that asks a route: the same reader, validator, limits and gate as by its address, so that a refusal reaches the assistant as it is. What it
/// answers is short, since it is read word by word: formulas as text, the check as its verdict, notes as their sentences.
/// </summary>
/// <param name="description">What it is called, and which route it asks.</param>
/// <param name="questions">The questions of all routes.</param>
/// <param name="admission">Who is computed for, and when.</param>
/// <param name="limits">How much may be asked.</param>
/// <param name="problems">What is said of mistakes.</param>
/// <param name="requests">The request that is being answered.</param>
internal sealed class CalculusTool(
    ToolDescription description, QuestionBook questions, Admission admission, ServiceLimits limits, ExceptionProblems problems, IHttpContextAccessor requests) : McpServerTool
{
    /// <inheritdoc/>
    public override Tool ProtocolTool { get; } = new()
    {
        Name = description.Name,
        Title = description.Title,
        Description = description.Sentence,
        InputSchema = description.Input,
        OutputSchema = description.Output,
        Annotations = new() { Title = description.Title, ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var http = requests.HttpContext ?? throw new InvalidOperationException("A tool is called within a request.");
            var asker = Asker.Of(http, $"/mcp/{description.Name}");
            if (admission.RefusalOf(asker) is { } busy) return Refused(busy);

            using var body = JsonBody.Parse(JsonSerializer.SerializeToUtf8Bytes(WithDefaults(request.Params?.Arguments)), limits.JsonDepth);
            var question = questions.Find(description.Route) ?? throw new InvalidOperationException($"There is no route {description.Route}.");
            var reply = question.Read(body.RootElement);
            using var written = await admission.Run(question.Work, asker, computation => reply(computation, limits.AnswerBytes), cancellationToken);
            var answer = ShortAnswer.Of(JsonNode.Parse(written.Written.Span)!.AsObject(), description.LeftOut);
            var element = JsonSerializer.SerializeToElement(answer);
            return new() { Content = [new TextContentBlock { Text = answer.ToJsonString(AnswerJson.Options) }], StructuredContent = element };
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Refused(problems.ProblemOf(exception));
        }
    }

    private Dictionary<string, JsonElement> WithDefaults(IDictionary<string, JsonElement>? arguments)
    {
        var all = new Dictionary<string, JsonElement>(arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (description.Defaults is { } defaults)
            foreach (var member in defaults(all)) all.TryAdd(member.Key, member.Value);
        return all;
    }

    private static CallToolResult Refused(Problem problem) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(ProblemWriter.Bytes(problem)) }] };
}
