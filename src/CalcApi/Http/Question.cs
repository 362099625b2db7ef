using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;

namespace CalcApi.Http;

/// <summary>Computes the answer to a question that was read, and writes it.</summary>
/// <param name="computation">What it computes with.</param>
/// <param name="mostBytes">How long the answer may be.</param>
/// <returns>The answer as JSON; the caller disposes it.</returns>
internal delegate CappedBuffer Reply(Computation computation, int mostBytes);

/// <summary>What a route is asked, whichever way it is asked: by its own address, with others in one request, or by a tool.</summary>
/// <param name="Route">The route below /api/v1, such as <c>derivative/limit</c>.</param>
/// <param name="Work">How long its work may be.</param>
/// <param name="Read">Reads a question and checks it; what is wrong with it is thrown as a refusal.</param>
internal sealed record Question(string Route, Work Work, Func<JsonElement, Reply> Read);

/// <summary>The questions of all routes. They are entered while the service is put together.</summary>
internal sealed class QuestionBook
{
    private readonly Dictionary<string, Question> _questions = new(StringComparer.Ordinal);

    /// <summary>The routes of quick questions.</summary>
    public IEnumerable<string> Quick => _questions.Values.Where(static question => question.Work == Work.Quick).Select(static question => question.Route);

    /// <summary>Enters a question.</summary>
    public void Add(Question question) => _questions.Add(question.Route, question);

    /// <summary>The question of a route; null where it takes none.</summary>
    public Question? Find(string route) => _questions.GetValueOrDefault(route);
}
