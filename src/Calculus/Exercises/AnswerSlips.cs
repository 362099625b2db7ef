using Calculus.GradientCheck;

namespace Calculus.Exercises;

/// <summary>A mistake in what is made of right derivatives, and the numbers that it leads to.</summary>
/// <param name="Slip">The slip's stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">What is right, in a sentence.</param>
/// <param name="Values">The numbers, one for each part.</param>
internal sealed record AnswerSlip(string Slip, string Title, string Explanation, IReadOnlyList<double> Values);

/// <summary>Mistakes with slopes, directions and steps, found by making them.</summary>
internal static class AnswerSlips
{
    /// <summary>Mistakes with the slope between two points.</summary>
    public static IEnumerable<AnswerSlip> OfSlope(double x1, double y1, double x2, double y2, double from, double to)
    {
        var (rise, run) = (y2 - y1, x2 - x1);
        yield return new("slope-sign", "Rise and run are taken in opposite orders", "Rise and run both go from the first point to the second.", [-rise / run]);
        yield return new("slope-upside-down", "The slope is upside down", "The slope is the rise divided by the run, not the run by the rise.", [run / rise]);
        yield return new("run-lost", "The run is missing", "This is the rise alone: it has to be divided by the run.", [rise]);
        yield return new("outputs-added", "The outputs are added", "The rise is the difference of the outputs.", [(y2 + y1) / run]);
        yield return new("inputs-added", "The inputs are added", "The run is the difference of the inputs.", [rise / (x2 + x1)]);
        yield return new("one-point-only", "Only one point is used", "A slope needs two points: both outputs and both inputs are subtracted.", [y2 / x2]);
        yield return new("one-point-only", "Only one point is used", "A slope needs two points: both outputs and both inputs are subtracted.", [y1 / x1]);
        yield return new("slope-at-point", "The slope at one point", "This is the slope of the tangent at an end, not that between the two points.", [from]);
        yield return new("slope-at-point", "The slope at one point", "This is the slope of the tangent at an end, not that between the two points.", [to]);
        yield return new("run-multiplied", "Rise and run are multiplied", "The rise is divided by the run.", [rise * run]);
    }

    /// <summary>Mistakes with the slope along a direction.</summary>
    public static IEnumerable<AnswerSlip> OfDirection(IReadOnlyList<double> gradient, IReadOnlyList<double> direction, double value)
    {
        var (dot, length) = (ExerciseNumbers.Dot(gradient, direction), ExerciseNumbers.Length(direction));
        yield return new("direction-not-normalised", "The direction is not normalised", "A slope is measured along a direction of length 1: divide the direction by its length.", [dot]);
        yield return new("divided-by-square", "The square of the length is divided by", "A direction is divided by its length, the root of the sum of squares.", [dot / (length * length)]);
        yield return new("direction-reversed", "The sign is wrong", "This is the slope in the opposite direction.", [-dot / length]);
        yield return new("steepest-slope", "The slope of steepest ascent", "This is the length of the gradient: the slope in its own direction, not in the one asked for.", [ExerciseNumbers.Length(gradient)]);
        yield return new("function-itself", "The function was given instead of its slope", "A slope tells how fast a function changes, not how large it is.", [value]);
        yield return new("entries-added", "The partial derivatives are added", "Each partial derivative is multiplied by its entry of the unit direction first.", [gradient.Sum()]);
        for (var lost = 0; lost < gradient.Count; lost++)
            yield return new("component-lost", "A variable is left out", "Every variable contributes its partial derivative times its entry of the direction.", [(dot - (gradient[lost] * direction[lost])) / length]);
        for (var turned = 0; turned < gradient.Count; turned++)
            yield return new("component-sign", "A sign is lost", "The entries of gradient and direction keep their signs.", [(dot - (2 * gradient[turned] * direction[turned])) / length]);
        yield return new("divided-by-sum", "The direction is divided by the sum of its entries", "The length is the root of the sum of the squares, not the sum.", [dot / direction.Sum(Math.Abs)]);
        if (gradient.Count == 2)
            yield return new("components-exchanged", "The entries are in another order", "Each partial derivative belongs to the entry of its own variable.", [((gradient[0] * direction[1]) + (gradient[1] * direction[0])) / length]);
    }

    /// <summary>Mistakes with one step of descent.</summary>
    /// <param name="start">The start.</param>
    /// <param name="gradient">The gradient there.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="gradientAt">The gradient elsewhere.</param>
    public static IEnumerable<AnswerSlip> OfStep(IReadOnlyList<double> start, IReadOnlyList<double> gradient, double rate, Func<double[], double[]> gradientAt)
    {
        double[] Moved(double by) => [.. start.Select((x, i) => x + (by * gradient[i]))];
        yield return new("step-uphill", "The step goes uphill", "The gradient points uphill: a step of descent is taken away from the start, not added.", Moved(rate));
        yield return new("rate-lost", "The learning rate is missing", "The gradient is multiplied by the learning rate before it is taken away.", Moved(-1));
        yield return new("rate-lost", "The learning rate is missing", "The gradient is multiplied by the learning rate before it is taken away, and it is not added.", Moved(1));
        yield return new("start-lost", "The start is missing", "This is the step alone: it is added to the start.", [.. gradient.Select(slope => -rate * slope)]);
        yield return new("start-lost", "The start is missing", "The learning rate times the gradient is the size of the step: it is taken away from the start.", [.. gradient.Select(slope => rate * slope)]);
        yield return new("gradient-itself", "The gradient is given instead of the point", "The gradient is multiplied by the learning rate and taken away from the start.", gradient);
        yield return new("rate-alone", "The gradient is missing", "The step is the learning rate times the gradient, not the learning rate alone.", [.. start.Select(x => x - rate)]);
        yield return new("rate-divided", "The gradient is divided by the learning rate", "The gradient is multiplied by the learning rate.", Moved(-1 / rate));
        yield return new("start-multiplied", "The start is multiplied", "The learning rate multiplies the gradient, not the start.", [.. start.Select((x, i) => (rate * x) - gradient[i])]);
        var length = ExerciseNumbers.Length(gradient);
        yield return new("unit-vector", "The gradient is divided by its length", "Plain gradient descent takes the gradient as it is, whatever its length.", Moved(-rate / length));
        if (start.Count != 2) yield break;
        var first = start[0] - (rate * gradient[0]);
        yield return new("one-by-one", "The second variable sees the first one moved", "Both partial derivatives are taken at the start, before anything moves.", [first, start[1] - (rate * gradientAt([first, start[1]])[1])]);
        yield return new("variable-not-moved", "A variable is not moved", "Every variable moves by its own partial derivative.", [first, start[1]]);
        yield return new("variable-not-moved", "A variable is not moved", "Every variable moves by its own partial derivative.", [start[0], start[1] - (rate * gradient[1])]);
    }

    /// <summary>Whether claimed numbers are those that a slip leads to, rounded or not.</summary>
    public static bool Explains(AnswerSlip slip, IReadOnlyList<double> claimed)
    {
        const double same = 1e-9;
        for (var i = 0; i < claimed.Count; i++)
        {
            if (!double.IsFinite(slip.Values[i])) return false;
            if (Agreement.RelativeError(claimed[i], slip.Values[i]) > same && !Agreement.IsRounded(claimed[i], slip.Values[i])) return false;
        }

        return true;
    }
}
