using System.Globalization;
using System.Text;
using System.Text.Json;
using CalcApi.Http.Answers;

namespace CalcApi.Http.Problems;

/// <summary>The one place that writes a refusal.</summary>
public static class ProblemWriter
{
    /// <summary>The media type of problems.</summary>
    internal const string ContentType = "application/problem+json";

    /// <summary>
    /// The preference (RFC 7240) for an answer with the status 200 where a value or a formula is refused. Browsers write each answer of
    /// another status to their console, and while somebody types half a formula is no fault. The body is the same problem, with its status.
    /// </summary>
    private const string AnsweredRefusals = "refusals=answered";

    /// <summary>Answers with a problem; an answer that has begun is broken off, because half an answer must not look complete.</summary>
    public static async Task WriteProblem(this HttpContext http, Problem problem)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status422UnprocessableEntity && PrefersAnswers(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            http.Response.Headers["Preference-Applied"] = AnsweredRefusals;
        }

        if (problem.RetryAfterMilliseconds is { } milliseconds)
            http.Response.Headers.RetryAfter = Seconds(milliseconds);
        if (HttpMethods.IsHead(http.Request.Method)) return;

        var body = Bytes(problem);
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>A problem as it is sent.</summary>
    public static byte[] Bytes(Problem problem) => Harmless(JsonSerializer.SerializeToUtf8Bytes(problem, AnswerJson.Options));

    /// <summary>The value of the header Retry-After.</summary>
    internal static string Seconds(int milliseconds) => ((milliseconds + 999) / 1000).ToString(CultureInfo.InvariantCulture);

    // A refusal repeats what was asked. In JSON '<' stands in strings alone, where it may be written as its number: whoever shows the text in a page
    // as it came shows no element that somebody else has thought of.
    private static byte[] Harmless(byte[] json) =>
        json.AsSpan().Contains((byte)'<') ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace("<", @"\u003C", StringComparison.Ordinal)) : json;

    private static bool PrefersAnswers(HttpRequest request) => request.Headers["Prefer"].Any(static value =>
        value is not null && value.Split(',', StringSplitOptions.TrimEntries).Contains(AnsweredRefusals, StringComparer.OrdinalIgnoreCase));

    /// <summary>Gives a body to statuses that come without one, such as the 404 of an unknown address.</summary>
    public static IApplicationBuilder UseProblemsForBareStatuses(this IApplicationBuilder app) =>
        app.UseStatusCodePages(context =>
        {
            var http = context.HttpContext;
            var type = ProblemTypes.OfStatus(http.Response.StatusCode);
            return http.WriteProblem(new Problem(type, type.Meaning) { Status = http.Response.StatusCode });
        });
}
