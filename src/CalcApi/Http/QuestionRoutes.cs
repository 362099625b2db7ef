using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Hosting;
using CalcApi.Http.LongWork;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus.Syntax;
using FluentValidation;
using Microsoft.Net.Http.Headers;

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
    /// <param name="run">The kind of run under which the same can be asked for; null where it cannot.</param>
    /// <exception cref="InvalidOperationException">There is no validator for the request.</exception>
    public static RouteHandlerBuilder MapQuestion<TRequest, TAnswer>(
        this IEndpointRouteBuilder routes, string pattern, Func<TRequest, Computation, TAnswer> answer, Work work = Work.Quick, string? run = null)
        where TRequest : class
        where TAnswer : notnull
    {
        var validator = routes.ServiceProvider.GetRequiredService<IValidator<TRequest>>();
        var limits = routes.ServiceProvider.GetRequiredService<ServiceLimits>();
        var admission = routes.ServiceProvider.GetRequiredService<Admission>();
        var kept = work == Work.Quick ? routes.ServiceProvider.GetRequiredService<KeptAnswers>() : null;

        routes.ServiceProvider.GetRequiredService<QuestionBook>().Add(new(pattern.TrimStart('/'), work, Read));

        if (run is not null)
        {
            routes.ServiceProvider.GetRequiredService<RunKinds>().Add(new(run, question => Read(question), (question, computation) =>
            {
                using var written = Read(question)(computation, limits.AnswerBytes);
                return written.Written.ToArray();
            }));
        }

        Delegate ask = async Task (HttpContext http) =>
        {
            var asker = Asker.Of(http, pattern);
            if (admission.RefusalOf(asker) is { } refusal)
            {
                await http.WriteProblem(refusal);
                return;
            }

            await Answer(http, asker, await JsonBody.ReadBytes(http.Request, limits));
        };

        List<RouteHandlerBuilder> methods =
        [
            routes.MapPost(pattern, ask).Accepts<TRequest>("application/json").WithMetadata(new QuestionPattern(pattern))
                .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType),
        ];
        if (work == Work.Quick)
        {
            var get = routes.MapGet(pattern, AnswerToAddress(pattern, new QueryQuestion(typeof(TRequest)), admission, Answer));
            get.Finally(RenamedForAddress);
            methods.Add(get.WithMetadata(new AskedByAddress(typeof(TRequest))).Produces(StatusCodes.Status304NotModified).Refuses(StatusCodes.Status414UriTooLong));
        }

        return new RouteHandlerBuilder(methods)
            .Produces<TAnswer>()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

        async Task Answer(HttpContext http, Asker asker, ReadOnlyMemory<byte> question, EntityTagHeaderValue? tag = null)
        {
            var asked = kept?.Of(pattern, question);
            if (asked is not null && kept!.Find(asked) is { } known)
            {
                await AnswerWriter.Send(http, known, tag);
                return;
            }

            using var body = JsonBody.Parse(question, limits.JsonDepth);
            var request = RequestReader.Read(body.RootElement, validator);
            var answered = await admission.Run(work, asker, computation => Compute(request, computation), http.RequestAborted, question.Length <= Short);
            using var written = AnswerWriter.Write(answered, limits.AnswerBytes);
            if (asked is not null && IsWhole(answered)) kept!.Keep(asked, written.Written.Span);
            await AnswerWriter.Send(http, written.Written, tag);
        }

        TAnswer Compute(TRequest request, Computation computation) => RunLimits.Named(work, () => answer(request, Formats.Of(request, computation)));

        Reply Read(JsonElement question)
        {
            var request = RequestReader.Read(question, validator);
            return (computation, mostBytes) => AnswerWriter.Write(Compute(request, computation), mostBytes);
        }
    }

    // Two methods of one route cannot have one name; examples are bodies.
    private static void RenamedForAddress(EndpointBuilder endpoint)
    {
        foreach (var example in endpoint.Metadata.OfType<RequestExample>().ToList()) endpoint.Metadata.Remove(example);
        if (endpoint.Metadata.OfType<EndpointNameMetadata>().LastOrDefault() is not { EndpointName: var name }) return;
        foreach (var old in endpoint.Metadata.Where(static entry => entry is IEndpointNameMetadata or IRouteNameMetadata).ToList()) endpoint.Metadata.Remove(old);
        endpoint.Metadata.Add(new EndpointNameMetadata(name + "ByAddress"));
    }

    // A question in an address can be a link, and its answer kept by whoever has it.
    private static Delegate AnswerToAddress(
        string pattern, QueryQuestion reader, Admission admission, Func<HttpContext, Asker, ReadOnlyMemory<byte>, EntityTagHeaderValue?, Task> answer) => async Task (HttpContext http) =>
    {
        var json = reader.Read(http.Request.QueryString.Value ?? "");
        var tag = EntityTags.Of(pattern, json.Span);
        if (EntityTags.IsKnown(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            EntityTags.Name(http.Response, tag);
            return;
        }

        var asker = Asker.Of(http, pattern);
        if (admission.RefusalOf(asker) is { } refusal)
        {
            await http.WriteProblem(refusal);
            return;
        }

        await answer(http, asker, json, tag);
    };

    /// <summary>Says in the document with which statuses a route refuses.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.Produces<Problem>(status, "application/problem+json");
        return route;
    }

    // What a fault of ours has left out may come the next time.
    private static bool IsWhole<TAnswer>(TAnswer answer) => answer is not Answer { Notes: var notes } || !notes.Any(static note => note.Code is NoteCodes.LeftOut);
}
