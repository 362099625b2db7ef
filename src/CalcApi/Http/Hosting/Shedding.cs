using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;

namespace CalcApi.Http.Hosting;

/// <summary>
/// Refuses questions that would wait too long, before anything else is done for them: under a flood most of what the service does is to refuse. The
/// same refusals stand in the routes, for what comes here in another spelling or from a page of another site.
/// </summary>
/// <param name="admission">Who decides.</param>
/// <param name="routes">The routes, once they are mapped.</param>
/// <param name="configuration">The settings.</param>
internal sealed class Shedding(Admission admission, EndpointDataSource routes, IConfiguration configuration)
{
    // Digits of a number of milliseconds.
    private const int MostDigits = 10;

    private readonly Lazy<FrozenDictionary<string, (Endpoint Endpoint, string Pattern)>> _questions = new(() => routes.Endpoints.OfType<RouteEndpoint>()
        .Select(static endpoint => (Endpoint: endpoint, endpoint.Metadata.GetMetadata<QuestionPattern>()?.Pattern))
        .Where(static question => question.Pattern is not null)
        .ToFrozenDictionary(static question => question.Endpoint.RoutePattern.RawText!, static question => ((Endpoint)question.Endpoint, question.Pattern!), StringComparer.Ordinal));

    // The few sentences that such a refusal has, each with its body but for the last member.
    private readonly ConcurrentDictionary<string, byte[]> _bodies = new(StringComparer.Ordinal);

    // A page of another site reads a refusal only with the headers that routing adds.
    private readonly bool _hasOrigins = configuration.GetSection("Cors:Origins").GetChildren().Any();

    private static ReadOnlySpan<byte> LastMember => ",\"retryAfterMilliseconds\":"u8;

    /// <summary>Whether a request was refused.</summary>
    public bool IsRefused(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || request.Headers.TransferEncoding.Count > 0 || (_hasOrigins && request.Headers.Origin.Count > 0)
            || request.Path.Value is not { } path || !_questions.Value.TryGetValue(path, out var question)
            || admission.RefusalOf(Asker.Of(http, question.Pattern)) is not { RetryAfterMilliseconds: { } milliseconds } refusal) return false;
        // By it metrics and the log name the route.
        http.SetEndpoint(question.Endpoint);
        Write(http, refusal, milliseconds);
        return true;
    }

    private void Write(HttpContext http, Problem refusal, int milliseconds)
    {
        var response = http.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = ProblemWriter.ContentType;
        response.Headers.RetryAfter = ProblemWriter.Seconds(milliseconds);
        SecurityHeaders.Set(http);
        var body = _bodies.GetOrAdd(refusal.Detail, static (_, refusal) => ProblemWriter.Bytes(refusal with { RetryAfterMilliseconds = null })[..^1], refusal);
        var bytes = response.BodyWriter.GetSpan(body.Length + LastMember.Length + MostDigits + 1);
        body.CopyTo(bytes);
        var length = body.Length;
        LastMember.CopyTo(bytes[length..]);
        length += LastMember.Length;
        Utf8Formatter.TryFormat(milliseconds, bytes[length..], out var digits);
        length += digits;
        bytes[length++] = (byte)'}';
        response.ContentLength = length;
        response.BodyWriter.Advance(length);
    }
}

/// <summary>The address within its group of a question that is asked by POST.</summary>
/// <param name="Pattern">The address, by which questions of a kind know one another.</param>
internal sealed record QuestionPattern(string Pattern);

/// <summary>Where questions are refused.</summary>
internal static class SheddingSetup
{
    /// <summary>Refuses those that would wait too long.</summary>
    public static IApplicationBuilder UseShedding(this IApplicationBuilder app)
    {
        var shedding = app.ApplicationServices.GetRequiredService<Shedding>();
        return app.Use(next => http => shedding.IsRefused(http) ? Task.CompletedTask : next(http));
    }
}
