using CalcRuns;
using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.Learning;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Syntax;
using Calculus.Taylor;
using Microsoft.AspNetCore.Diagnostics;

namespace CalcApi.Http.Problems;

/// <summary>The one handler of exceptions: a client's mistakes are reported to the client, our own to the log.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Nobody is left to read an answer.
        if (httpContext.RequestAborted.IsCancellationRequested) return true;

        try
        {
            await httpContext.WriteProblem(ProblemOf(exception));
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The client left before it was told, which is no mistake of anybody's.
        }

        return true;
    }

    /// <summary>What a client is told of an exception; a mistake of ours is logged.</summary>
    public Problem ProblemOf(Exception exception)
    {
        switch (exception)
        {
            case RefusalException refusal:
                return refusal.Problem;
            case FormulaException formula:
                return Refuse.Of(formula);
            case LimitException limit:
                return Refuse.Of(limit);
            case UnboundSymbolException letter:
                return Refuse.Value($"data.{letter.Name}", $"The letter '{letter.Name}' has no value: give it in data, or make it a parameter.").Problem;
            case DescentException descent:
                return Refuse.Value(descent.Field, descent.Message).Problem;
            case LearningException learning:
                return Refuse.Fields(ProblemTypes.Value, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [learning.Field] = learning.Messages }).Problem;
            case TaylorException taylor:
                return Refuse.Value("point", taylor.Message).Problem;
            case CodeException code:
                return Refuse.Value(code.Field, code.Message).Problem;
            case UnreadableRunException:
                // Whoever found it has logged it.
                return new Problem(ProblemTypes.Unreadable, ProblemTypes.Unreadable.Meaning);
            case BadHttpRequestException bad:
                var type = ProblemTypes.OfStatus(bad.StatusCode);
                return new Problem(type, type.Meaning);
            default:
                // The exception's text may contain the client's own; it goes only to the log.
                LogMistake(exception);
                return new Problem(ProblemTypes.Internal, ProblemTypes.Internal.Meaning);
        }
    }

    [LoggerMessage(LogLevel.Error, "A request failed because of an error in the service.")]
    private partial void LogMistake(Exception exception);
}
