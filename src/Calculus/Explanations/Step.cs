using Calculus.Printing;

namespace Calculus.Explanations;

/// <summary>One line of an explanation: the line before, the line after, and the rule between them.</summary>
public sealed class Step
{
    /// <summary>How a sentence refers to a part that is too long to be quoted.</summary>
    internal const string LongPart = "this part";

    internal Step(Rule rule, string explanation, Printed before, Printed after, IReadOnlyList<Step>? steps = null) =>
        (Rule, Explanation, Before, After, Steps) = (
            rule, explanation.StartsWith(LongPart, StringComparison.Ordinal) ? $"T{explanation[1..]}" : explanation, before, after, steps ?? []);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>One sentence for a beginner on what happens here.</summary>
    public string Explanation { get; }

    /// <summary>The line before; <c>diff(u, x)</c> marks a derivative still to be taken.</summary>
    public Printed Before { get; }

    /// <summary>The line after.</summary>
    public Printed After { get; private set; }

    /// <summary>The steps by which its parts were found, where they are worth showing.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>
    /// The largest difference found when the claim before = after was checked: 0 where both are equal by identity, otherwise relative to the
    /// larger of 1 and the values, over the points of the check; NaN where no point could be used.
    /// </summary>
    public double Residual { get; internal set; } = double.NaN;

    /// <summary>Writes the last line the way the answer does.</summary>
    internal void EndIn(Printed answer) => After = answer;
}
