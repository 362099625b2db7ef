using System.Text;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Hosting;
using CalcApi.Http.LongWork;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace CalcApi.Runs;

/// <summary>Long work that outlives the connection and the process.</summary>
internal static class RunsEndpoints
{
    private const int LongestKey = 255;

    /// <summary>Maps <c>runs</c> and what is below it.</summary>
    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var validator = routes.ServiceProvider.GetRequiredService<IValidator<RunRequest>>();
        var (kinds, limits) = (routes.ServiceProvider.GetRequiredService<RunKinds>(), routes.ServiceProvider.GetRequiredService<ServiceLimits>());
        var policy = routes.ServiceProvider.GetRequiredService<AddressPolicy>();

        routes.MapPost("/runs", async Task (HttpContext http, [FromHeader(Name = "Idempotency-Key")] string? key) =>
            {
                using var body = await JsonBody.Read(http.Request, limits);
                var request = RequestReader.Read(body.RootElement, validator);
                var kind = kinds.Find(request.Kind) ?? throw Refuse.Value("kind", $"There is no kind of run {Quoted.Of(request.Kind)}; there are {string.Join(", ", kinds.Names)}.");
                Within("request", () => kind.Check(request.Request));
                var address = http.Connection.RemoteIpAddress is { } remote ? AddressRateLimit.Network(remote) : System.Net.IPAddress.None;
                var desk = Runs.Desk(http);
                var begun = await Runs.Ask(() => desk.Begin(kind.Name, Encoding.UTF8.GetBytes(request.Request.GetRawText()), KeyOf(key), address.ToString(), policy.Counts(address) ? limits.RunsOfAddress * policy.People(address) : null));
                if (Runs.RefusalOf(begun.Acceptance) is { } refusal) throw new RefusalException(refusal);

                var view = await Runs.Ask(() => desk.Look(begun.Id)) ?? throw new RefusalException(Runs.Absent);
                http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path}/{begun.Id}";
                await Runs.Write(http, StatusCodes.Status202Accepted, RunAnswers.Of(begun.Id, view, limits) with { Secret = begun.Secret });
            })
            .TakesData()
            .WithTags("Runs").WithName("RunBegin")
            .WithSummary("Long work that outlives the connection and the process")
            .WithDescription("Begins a run, whose result is byte for byte what the route of its kind answers. It goes on by itself, after a restart of the service too. With the header Idempotency-Key, best a random one such as a UUID, asking again with the same body gives the same run.")
            .Accepts<RunRequest>("application/json").Produces<RunAnswer>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable)
            .Example("A long descent", """{ "kind": "descent", "request": { "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "sgd", "lr": 0.0005 }, "steps": 20000, "record": { "every": 100 } } }""", leavesTraces: true)
            .Example("A map of minima", """{ "kind": "map", "request": { "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 21 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 21 }], "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 500 } }""", leavesTraces: true);

        routes.MapGet("/runs/{id}", async Task (HttpContext http, string id) =>
                await Runs.Write(http, StatusCodes.Status200OK, RunAnswers.Of(id, await Runs.View(http, id), limits)))
            .WithTags("Runs").WithName("Run")
            .WithSummary("How a run stands")
            .WithDescription("Its state, how much of it is done, how long it will still take, and what it has reached.")
            .Produces<RunAnswer>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

        routes.MapGet("/runs/{id}/result", async Task (HttpContext http, string id) =>
            {
                var view = await Runs.View(http, id);
                var result = await Runs.Ask(() => Runs.Desk(http).Result(id)) ?? throw new RefusalException(Runs.WithoutResult(view));
                if ((http.Response.StatusCode = result.Code) < StatusCodes.Status400BadRequest) await AnswerWriter.Send(http, result.Answer);
                else await AnswerWriter.Send(http, result.Answer, type: ProblemWriter.ContentType);
            })
            .WithTags("Runs").WithName("RunResult")
            .WithSummary("What came of a run")
            .WithDescription("Byte for byte what the route of its kind answers, its refusals too. While the run goes on, and once it was cancelled, there is none: 409.")
            .Produces<object>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status410Gone, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);

        routes.MapGet("/runs/{id}/events", static (HttpContext http, string id, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) => RunEvents.Tell(http, id, lastEventId))
            .WithTags("Runs").WithName("RunEvents")
            .WithSummary("A run told while it goes on")
            .WithDescription("Server-sent events: 'progress' whenever the run was saved, and at its end one 'end'. Ids count up from 1 without a gap. With the header Last-Event-ID the stream goes on after that event; where later ones are no longer kept, it begins with one 'snapshot' that stands for all of them.")
            .Produces<RunEventAnswer>(StatusCodes.Status200OK, "text/event-stream").Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

        routes.MapDelete("/runs/{id}", static async Task (HttpContext http, string id, [FromHeader(Name = "Run-Secret")] string? secret) =>
            {
                if (!await Runs.Ask(() => Runs.Desk(http).Cancel(id, secret))) throw new RefusalException(Runs.Absent);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            })
            .WithTags("Runs").WithName("RunCancel")
            .WithSummary("Cancels a run, or forgets it")
            .WithDescription("A run that goes on is cancelled; one that is over is forgotten with its result. Takes the secret that was told where the run was asked for, in the header Run-Secret; without it the run is not found.")
            .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
    }

    private static string? KeyOf(string? key) => key switch
    {
        null => null,
        { Length: > 0 and <= LongestKey } when key.All(static each => each is >= ' ' and <= '~') => key,
        _ => throw Refuse.Shape("Idempotency-Key", "The header takes 1 to 255 printable ASCII characters, best a random UUID."),
    };

    // What is wrong with the request of the kind stands within this one.
    private static void Within(string member, Action read)
    {
        try
        {
            read();
        }
        catch (RefusalException refusal) when (refusal.Problem.Errors is { } errors)
        {
            var (problem, within) = (refusal.Problem, errors.ToDictionary(each => each.Key.Length == 0 ? member : $"{member}.{each.Key}", static each => each.Value, StringComparer.Ordinal));
            var type = ProblemTypes.All.First(each => string.Equals(each.Address, problem.Type, StringComparison.Ordinal));
            throw new RefusalException(Refuse.Fields(type, within).Problem with { Limit = problem.Limit, Maximum = problem.Maximum, Value = problem.Value });
        }
    }
}
