using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Hosting;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus.Budgets;
using FluentValidation;

namespace CalcApi.Batch;

/// <summary>Several quick questions in one request: one way there and back, one place in the queue, a budget for each.</summary>
internal static class BatchEndpoints
{
    // The body of a question is a member of an entry of a member.
    private const int Around = 3;

    /// <summary>Maps <c>batch</c>.</summary>
    public static void MapBatch(this IEndpointRouteBuilder routes)
    {
        const string pattern = "/batch";
        var services = routes.ServiceProvider;
        var (limits, admission, questions) = (services.GetRequiredService<ServiceLimits>(), services.GetRequiredService<Admission>(), services.GetRequiredService<QuestionBook>());
        var (problems, validator) = (services.GetRequiredService<ExceptionProblems>(), services.GetRequiredService<IValidator<BatchRequest>>());

        routes.MapPost(pattern, (Delegate)Ask)
            .Accepts<BatchRequest>("application/json").Produces<BatchAnswer>()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable)
            .WithTags("Service").WithName("Batch")
            .WithSummary("Several quick questions in one request")
            .WithDescription("They are answered in order, each within limits of its own. The status is 200 even where questions are refused: each answer has a status too. A batch counts as many requests as it has questions.")
            .Example("A value and a slope", """{ "requests": [{ "route": "evaluate", "body": { "function": "x^2", "point": 3 } }, { "route": "derivative", "body": { "function": "x^2", "point": 3 } }] }""")
            .Example("A question that is refused among others", """{ "requests": [{ "route": "derivative", "body": { "function": "tanh(2x" } }, { "route": "gradient", "body": { "function": "f(x, z) = 2z^3 x^2", "point": { "x": 1, "z": 2 } } }] }""");

        async Task Ask(HttpContext http)
        {
            var asker = Asker.Of(http, pattern);
            if (admission.RefusalOf(asker) is { } busy)
            {
                await http.WriteProblem(busy);
                return;
            }

            using var body = await JsonBody.Read(http.Request, limits, Around);
            var request = RequestReader.Read(body.RootElement, validator);
            if (AddressRateLimit.Count(http, request.Requests.Count - 1) is { } refusal)
            {
                await http.WriteProblem(refusal);
                return;
            }

            using var written = await admission.Run(Work.Batch, asker, computation => AnswerWriter.Write(AnswerAll(request, computation), limits.AnswerBytes), http.RequestAborted);
            await AnswerWriter.Send(http, written.Written);
        }

        BatchAnswer AnswerAll(BatchRequest request, Computation computation)
        {
            var (answers, left) = (new List<BatchEntryAnswer>(request.Requests.Count), limits.AnswerBytes);
            foreach (var entry in request.Requests)
            {
                var answer = AnswerOne(entry, computation, left);
                left = Math.Max(0, left - answer.Body.Json.Length);
                answers.Add(answer);
            }

            return new(answers);
        }

        BatchEntryAnswer AnswerOne(BatchEntryRequest entry, Computation computation, int left)
        {
            var whole = computation.Budget.Cancellation;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(whole);
            try
            {
                end.CancelAfter(TimeSpan.FromSeconds(limits.QuickSeconds));
                using var written = QuestionOf(entry.Route).Read(entry.Body.Json)(computation with { Budget = computation.Anew!(end.Token) }, limits.AnswerBytes);
                if (written.Written.Length > left)
                    throw new LimitException("answerBytes", limits.AnswerBytes, $"The answers together would have more than {limits.AnswerBytes} bytes: ask this question by itself.");
                return new(StatusCodes.Status200OK, new(written.Written.ToArray()));
            }
            catch (OperationCanceledException) when (!whole.IsCancellationRequested)
            {
                return Refused(new LimitException("quickSeconds", limits.QuickSeconds, $"This takes longer than {limits.QuickSeconds} seconds."));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return Refused(exception);
            }
        }

        BatchEntryAnswer Refused(Exception exception)
        {
            var problem = problems.ProblemOf(exception);
            return new(problem.Status, new(ProblemWriter.Bytes(problem)));
        }

        Question QuestionOf(string route) => questions.Find(route) switch
        {
            { Work: Work.Quick } question => question,
            { } => throw Refuse.NotSupported("route", $"A batch takes quick questions, and {Quoted.Of(route)} may take a minute: ask it by itself."),
            null => throw new RefusalException(new Problem(ProblemTypes.NotFound, $"route: There is no quick question {Quoted.Of(route)}; there are {string.Join(", ", questions.Quick)}.")
            {
                Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["route"] = ["There is no such quick question."] },
            }),
        };
    }
}
