namespace Calculus.Learning;

/// <summary>How well predictions fit what was to be predicted.</summary>
internal static class Scores
{
    /// <summary>The probability at which two classes are equally likely.</summary>
    public const double EvenOdds = 0.5;

    /// <summary>Turns the logits of one example into probabilities: one logit into that of the second of two classes, several into those of all.</summary>
    /// <param name="logits">The logits, which are written over.</param>
    public static void Probabilities(Span<double> logits)
    {
        if (logits.Length == 1)
        {
            logits[0] = 1 / (1 + Math.Exp(-logits[0]));
            return;
        }

        // The largest is taken away first, so that none overflows.
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var logit in logits) largest = Math.Max(largest, logit);
        for (var k = 0; k < logits.Length; k++) sum += logits[k] = Math.Exp(logits[k] - largest);
        for (var k = 0; k < logits.Length; k++) logits[k] /= sum;
    }

    /// <summary>The root of the mean squared error.</summary>
    /// <param name="predicted">The predictions.</param>
    /// <param name="targets">What was to be predicted.</param>
    public static double RootMeanSquare(ReadOnlySpan<double> predicted, ReadOnlySpan<double> targets)
    {
        var squares = 0.0;
        for (var i = 0; i < targets.Length; i++) squares += (predicted[i] - targets[i]) * (predicted[i] - targets[i]);
        return Math.Sqrt(squares / targets.Length);
    }

    /// <summary>
    /// The class that a classifier chooses for each example: of two, the second where its output is above a threshold; of several the one with the largest
    /// output, the first of equals; none, -1, where an output is not a number.
    /// </summary>
    /// <param name="outputs">The outputs, one for each example or one for each class of it.</param>
    /// <param name="examples">How many examples there are.</param>
    /// <param name="threshold">Of two classes: 0 for logits, 1/2 for probabilities.</param>
    public static int[] Chosen(ReadOnlySpan<double> outputs, int examples, double threshold = 0)
    {
        var (chosen, classes) = (new int[examples], outputs.Length / examples);
        for (var i = 0; i < examples; i++)
        {
            var own = outputs.Slice(i * classes, classes);
            if (classes == 1) chosen[i] = double.IsNaN(own[0]) ? -1 : own[0] > threshold ? 1 : 0;
            else chosen[i] = LargestOf(own);
        }

        return chosen;
    }

    /// <summary>How many examples were taken for another class than their own, or for none.</summary>
    /// <param name="chosen">The chosen classes.</param>
    /// <param name="targets">The right ones.</param>
    public static int Wrong(ReadOnlySpan<int> chosen, ReadOnlySpan<double> targets)
    {
        var wrong = 0;
        for (var i = 0; i < targets.Length; i++)
            if (chosen[i] != (int)targets[i])
                wrong++;
        return wrong;
    }

    /// <summary>How often each class was taken for each: a row for each right class, a column for each chosen one.</summary>
    /// <param name="chosen">The chosen classes; an example without one is not counted.</param>
    /// <param name="targets">The right ones.</param>
    /// <param name="classes">How many classes there are.</param>
    public static int[][] Confusion(ReadOnlySpan<int> chosen, ReadOnlySpan<double> targets, int classes)
    {
        int[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        for (var i = 0; i < targets.Length; i++)
            if (chosen[i] >= 0)
                counts[(int)targets[i]][chosen[i]]++;
        return counts;
    }

    private static int LargestOf(ReadOnlySpan<double> outputs)
    {
        var largest = 0;
        for (var k = 0; k < outputs.Length; k++)
        {
            if (double.IsNaN(outputs[k])) return -1;
            if (outputs[k] > outputs[largest]) largest = k;
        }

        return largest;
    }
}
