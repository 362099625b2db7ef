using Calculus.Learning;
using Calculus.Programs;

namespace Calculus;

/// <summary>What a model says at many places, for one weight vector after the other: the line or the boundary that moves as it learns.</summary>
internal sealed class TrainingPicture
{
    // No eye sees more of a probability, and a picture has many.
    private const int Decimals = 6;

    private readonly Evaluator _program;
    private readonly int _places;
    private readonly bool _areLogits;

    internal TrainingPicture(Evaluator program, int places, bool areLogits, Judgement judgement)
    {
        (_program, _places, _areLogits) = (program, places, areLogits);
        Outputs = (int)(program.Outputs.Count / places);
        Boundary = judgement.Classes == 2 && Outputs == 1 ? areLogits ? Scores.EvenOdds : judgement.Threshold : null;
    }

    /// <summary>How many numbers are predicted at each place: one for a quantity or for two classes, else one for each class.</summary>
    public int Outputs { get; }

    /// <summary>Of two classes: what is predicted where they meet; null elsewhere.</summary>
    public double? Boundary { get; }

    /// <summary>Elementary operations of one picture.</summary>
    public long Operations => _program.Operations;

    /// <summary>Predicts: quantities, or probabilities to six decimals.</summary>
    /// <param name="weights">The coordinates of the weights.</param>
    /// <returns>For each output its numbers at all places.</returns>
    /// <exception cref="Budgets.LimitException">The budget does not suffice.</exception>
    public double[][] At(ReadOnlySpan<double> weights)
    {
        var results = _program.At(weights);
        double[][] outputs = [.. Enumerable.Range(0, Outputs).Select(_ => new double[_places])];
        for (var place = 0; place < _places; place++)
        {
            var own = results.AsSpan(place * Outputs, Outputs);
            if (_areLogits) Scores.Probabilities(own);
            for (var output = 0; output < Outputs; output++) outputs[output][place] = _areLogits ? Math.Round(own[output], Decimals) : own[output];
        }

        return outputs;
    }
}
