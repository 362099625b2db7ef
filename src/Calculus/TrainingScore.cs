using Calculus.Learning;
using Calculus.Programs;

namespace Calculus;

/// <summary>How well weights do, on the examples that are learnt from and on those that only test.</summary>
/// <param name="Train">On the examples that are learnt from.</param>
/// <param name="Test">On the others; null where there are none.</param>
internal sealed record TrainingScore(ExampleScore Train, ExampleScore? Test)
{
    /// <summary>Elementary operations of one measurement on all examples.</summary>
    public long Operations => Train.Operations + (Test?.Operations ?? 0);
}

/// <summary>How well weights do on some examples.</summary>
internal sealed class ExampleScore
{
    private readonly Judgement? _judgement;
    private readonly Evaluator _program;
    private readonly Examples _examples;

    internal ExampleScore(Judgement? judgement, Evaluator program, Examples examples) => (_judgement, _program, _examples) = (judgement, program, examples);

    /// <summary>Elementary operations of one measurement.</summary>
    public long Operations => _program.Operations;

    /// <summary>Measures.</summary>
    /// <param name="weights">The coordinates of the weights.</param>
    /// <exception cref="Budgets.LimitException">The budget does not suffice.</exception>
    public ScoreAt At(ReadOnlySpan<double> weights)
    {
        var results = _program.At(weights);
        var outputs = results.AsSpan(1);
        if (_judgement is not { } judgement) return new(results[0], null, null, null, null);
        if (judgement.Classes == 0) return new(results[0], Scores.RootMeanSquare(outputs, _examples.Targets), null, null, null);
        var chosen = Scores.Chosen(outputs, _examples.Count, judgement.Threshold);
        // Each is a quotient of whole numbers: 99.9 percent right leave 0.1 percent, not what is left of 100 - 99.9 in doubles.
        var (wrong, count) = (Scores.Wrong(chosen, _examples.Targets), _examples.Count);
        return new(results[0], null, (double)(count - wrong) / count, 100.0 * wrong / count, Scores.Confusion(chosen, _examples.Targets, judgement.Classes));
    }
}

/// <summary>How outputs are judged.</summary>
/// <param name="Classes">How many classes they tell apart; 0 for quantities.</param>
/// <param name="Threshold">Of two classes: the output above which the second is chosen.</param>
internal sealed record Judgement(int Classes, double Threshold);

/// <summary>How well weights do.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="RootMeanSquare">Of a quantity: the root of the mean squared error.</param>
/// <param name="Accuracy">Of classes: the share of examples whose class was chosen.</param>
/// <param name="ErrorPercent">Of classes: how many percent of the examples were taken for another class.</param>
/// <param name="Confusion">Of classes: how often each was taken for each, a row for each right one.</param>
internal sealed record ScoreAt(double Loss, double? RootMeanSquare, double? Accuracy, double? ErrorPercent, int[][]? Confusion);
