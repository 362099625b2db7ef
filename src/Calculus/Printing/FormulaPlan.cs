using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>A node as it is to be written: spelled, its repeated parts named.</summary>
/// <param name="Parts">The named parts, each after those that it uses.</param>
/// <param name="Root">The formula in terms of the names.</param>
/// <param name="Order">The order of its terms and factors.</param>
/// <param name="Repeats">Whether it is so long that short parts, which get no names, are worth keeping once they are laid out.</param>
internal sealed record LaidOut(IReadOnlyList<(Symbol Name, Expression Part)> Parts, Expression Root, PeoplesOrder Order, bool Repeats);

/// <summary>
/// What is decided before a node is written in any notation: how it is spelled, and which parts get names. The size of the tree is
/// known then: sharing is lost on paper, and a small graph can be a text that nobody could store. Serves one thread; keep one for
/// many nodes of one graph.
/// </summary>
internal sealed class FormulaPlan
{
    private readonly PrintStyle _style;
    private readonly Budget _budget;
    private readonly Spelling _spelling;
    private readonly ArraySpelling _arrays;
    private readonly OperationCount _count = new();
    private (Expression Node, LaidOut Laid)? _last;

    public FormulaPlan(PrintStyle style, Budget budget)
    {
        (_style, _budget) = (style, budget);
        _spelling = new Spelling(style.SpellOut, budget);
        _arrays = new ArraySpelling(style, budget);
    }

    /// <summary>The node as it is to be written.</summary>
    /// <exception cref="LimitException">A line of it would be longer than a printed text may be.</exception>
    public LaidOut Of(Expression node)
    {
        // Text and LaTeX of a formula are written one after the other.
        if (_last is { } last && last.Node == node) return last.Laid;
        var laid = LaidOutAnew(node);
        _last = (node, laid);
        return laid;
    }

    private LaidOut LaidOutAnew(Expression node)
    {
        var root = _arrays.Of(_spelling.Of(node));
        var order = PeoplesOrder.Of(root.Graph, _style.Variables);
        var least = LengthOf(root, _count);
        if (least <= _style.LongestWithoutNames || SharedParts.Of(root, _budget) is not { } shared)
        {
            CheckLength(least);
            return new LaidOut([], root, order, least > _style.LongestWithoutNames);
        }

        var count = new OperationCount();
        foreach (var (_, part) in shared.Parts) CheckLength(LengthOf(part, count));
        CheckLength(LengthOf(shared.Root, count));
        return new LaidOut(shared.Parts, shared.Root, new PeoplesOrder([.. _style.Variables, .. shared.Parts.Select(static part => part.Name.Name)]), true);
    }

    /// <summary>Why a text cannot be printed.</summary>
    public LimitException TooLong(long? asked = null)
    {
        var most = _budget.Limits.PrintedLength;
        return new LimitException("printedLength", most, $"Written out this has more than {most} characters.", asked);
    }

    private void CheckLength(long least)
    {
        if (least > _budget.Limits.PrintedLength) throw TooLong(least);
    }

    // Each operation and each leaf takes at least one character.
    private static long LengthOf(Expression root, OperationCount count)
    {
        var size = count.Size(root);
        return size.Operations + size.Leaves;
    }
}
