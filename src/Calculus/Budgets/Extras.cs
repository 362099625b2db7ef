using Calculus.Checkpoints;

namespace Calculus.Budgets;

/// <summary>
/// What stands beside an answer and may never take it away: a shorter form, a tangent, a check. A part that fails is left out, and the
/// answer says so. A mistake of the library is contained only where somebody is told of it; where nobody is, it is thrown.
/// </summary>
/// <param name="observer">Who is told of mistakes; null for nobody.</param>
public sealed class Extras(IFaultObserver? observer)
{
    private readonly List<string> _leftOut = [];

    /// <summary>A sentence for each part that was left out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Says that a part is left out.</summary>
    /// <param name="part">Its name, such as <c>the tangent</c>.</param>
    /// <param name="because">Why, as a clause.</param>
    public void LeaveOut(string part, string because) => Add($"Left out: {part}, because {because}.");

    /// <summary>Finds a part; it is left out where it needs more than a limit allows, and where it fails by a mistake of the library.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="find">Finds it.</param>
    /// <param name="otherwise">What stands in its place where it is left out.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    /// <exception cref="LimitException">The question has no memory left, not even for the answer.</exception>
    public T Try<T>(string part, Func<T> find, T otherwise)
    {
        try
        {
            return Contain(part, find, otherwise);
        }
        catch (LimitException limit) when (limit.Limit is not Budget.AllocatedBytes)
        {
            Add($"Left out: {part}. {limit.Message}");
            return otherwise;
        }
    }

    /// <summary>Finds a part that is left out only where it fails by a mistake of the library.</summary>
    /// <inheritdoc cref="Try"/>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public T Contain<T>(string part, Func<T> find, T otherwise) => Contain(part, static find => find(), find, otherwise);

    /// <summary>The same with what it is found from, where a closure for each asking would be many.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="find">Finds it.</param>
    /// <param name="from">What it is found from.</param>
    /// <param name="otherwise">What stands in its place where it is left out.</param>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    internal T Contain<T, TFrom>(string part, Func<TFrom, T> find, TFrom from, T otherwise)
    {
        if (observer is null) return find(from);
        try
        {
            observer.Enter(part);
            return find(from);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or LimitException))
        {
            observer.Report(part, fault);
            LeaveOut(part, "of an error in the service, which has been logged");
            return otherwise;
        }
    }

    /// <summary>Names what was left out.</summary>
    internal void Exchange(Snapshot snapshot) => snapshot.List(_leftOut, static (each, sentence) => each.Text(sentence ?? ""));

    /// <summary>Reads what was left out beside a part of the answer.</summary>
    /// <returns>What leaves it out here too.</returns>
    internal Action Following(Snapshot snapshot)
    {
        var more = new List<string>();
        snapshot.List(more, static (each, sentence) => each.Text(sentence ?? ""));
        return () => more.ForEach(Add);
    }

    private void Add(string sentence)
    {
        if (!_leftOut.Contains(sentence, StringComparer.Ordinal)) _leftOut.Add(sentence);
    }
}
