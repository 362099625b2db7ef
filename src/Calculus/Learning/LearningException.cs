using Calculus.Budgets;

namespace Calculus.Learning;

/// <summary>Data, a model or a loss with which nothing can be learnt.</summary>
/// <param name="field">Where the fault is, as a path within the question, such as <c>dataset.csv</c>.</param>
/// <param name="messages">What is wrong, a sentence for each fault.</param>
internal sealed class LearningException(string field, params IReadOnlyList<string> messages) : CalculusException(messages[0])
{
    /// <summary>Where the fault is.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong: at least one sentence.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}
