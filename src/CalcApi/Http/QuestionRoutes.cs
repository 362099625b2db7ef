using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Http;

/// <summary>Maps a route that answers a question: everything around the computation, once for all routes.</summary>
public static class QuestionRoutes
{
    // Bytes of a question in which nothing can be deep.
    private const int Short = 2_048;

    /// <summary>
    /// A POST whose answer depends on its body alone: read strictly, validated, let through the gate, computed within
    /// a budget on a thread of its own, and written whole or not at all.
    /// </summary>
    /// <param name="routes">The group it belongs to.</param>
    /// <param name="pattern">The address within the group.</param>
    /// <param name="answer">Computes the answer.</param>
    /// <param name="work">How long that may be.</param>
    /// <exception cref="InvalidOperationException">There is no validator for the request.</exception>
    public static RouteHandlerBuilder MapQuestion<TRequest, TAnswer>(
        this IEndpointRouteBuilder routes, string pattern, Func<TRequest, Computation, TAnswer> answer, Work work = Work.Quick)
        where TRequest : class
        where TAnswer : notnull
    {
        var validator = routes.ServiceProvider.GetRequiredService<IValidator<TRequest>>();
        var limits = routes.ServiceProvider.GetRequiredService<ServiceLimits>();
        var admission = routes.ServiceProvider.GetRequiredService<Admission>();

        Delegate ask = async Task (HttpContext http) =>
        {
            var asker = Asker.Of(http, pattern);
            if (admission.RefusalOf(asker) is { } refusal)
            {
                await http.WriteProblem(refusal);
                return;
            }

            using var body = await JsonBody.Read(http.Request, limits);
            var request = RequestReader.Read(body.RootElement, validator);
            var isShort = http.Request.ContentLength is <= Short;
            await WriteAnswer(http, await admission.Run(work, asker, computation => RunLimits.Named(work, () => answer(request, Formats.Of(request, computation))), http.RequestAborted, isShort), limits);
        };

        return routes.MapPost(pattern, ask)
            .Accepts<TRequest>("application/json")
            .Produces<TAnswer>()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Says in the document with which statuses a route refuses.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.Produces<Problem>(status, "application/problem+json");
        return route;
    }

    private static void Write<TAnswer>(TAnswer answer, CappedBuffer buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = AnswerJson.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, answer, AnswerJson.Options);
    }

    private static async Task WriteAnswer<TAnswer>(HttpContext http, TAnswer answer, ServiceLimits limits)
    {
        using var buffer = new CappedBuffer(limits.AnswerBytes);
        Write(answer, buffer);
        if (answer is not Answer noted || NotFinite.NoteFor(noted, buffer.Written.Span) is not { } note)
        {
            await Send(http, buffer.Written);
            return;
        }

        using var again = new CappedBuffer(limits.AnswerBytes);
        Write((TAnswer)(object)(noted with { Notes = [.. noted.Notes, note] }), again);
        await Send(http, again.Written);
    }

    private static Task Send(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length >= Compression.Worthwhile)
        {
            http.Response.Headers.Vary = "Accept-Encoding";
            if (Compression.For(http.Request) is { } encoding)
            {
                bytes = Compression.Of(encoding, bytes);
                http.Response.Headers.ContentEncoding = encoding;
            }
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
