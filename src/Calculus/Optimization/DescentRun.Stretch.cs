using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization;

/// <summary>Many steps in one loop, where each is quick: the same operations in the same order, without asking anew at each what cannot have changed.</summary>
internal sealed partial class DescentRun
{
    // At 20 microseconds, the dearest step of compiled code, a cancellation is noticed within two milliseconds.
    private const int LongestStretch = 64;

    /// <summary>Makes a stretch of steps where they are quick, otherwise one, like so many calls of <see cref="Advance"/>.</summary>
    /// <returns>True while the descent goes on.</returns>
    internal bool AdvanceStretch() => Proceed(LongestStretch);

    private bool TryStretch(int most, out Stop? stop)
    {
        stop = null;
        if (_optimizer is not CoordinateOptimizer rule || _iterate.Objective is not IQuickObjective { IsQuick: true } function) return false;
        if (!_isPlain || _evaluationsAtEnd is not null || Step == 0) return false;

        var steps = Math.Min(Math.Min(most, _options.Steps - Step), function.Affordable);
        if (_options.Evaluations is { } evaluations) steps = Math.Min(steps, evaluations - Evaluations);
        if (steps <= 0 || _budget.OperationsLeft < steps * function.Dimension) return false;

        stop = Stretch(rule, function, steps, out var done);
        _budget.SpendOperations(done * function.Dimension);
        function.Pay(done);
        return true;
    }

    private Stop? Stretch(CoordinateOptimizer rule, IQuickObjective function, long steps, out long done)
    {
        Stop? stop = null;
        for (done = 0; done < steps && stop is null; done++)
        {
            var (from, to) = _iterate.Begin();
            var (moves, isWithin) = rule.Step(from.Point, from.Gradient, to.Point);
            // What is out of the ordinary goes the long way, which pays by itself.
            if (!moves || !isWithin) return Follow();

            to.Value = function.ValueAndGradientOnCredit(to.Point, to.Gradient);
            _iterate.Turn();
            (to.Evaluations, to.LearningRate) = (_iterate.Evaluations, from.LearningRate);
            stop = Arrive(from, to, isWithin);
        }

        return stop;
    }
}
