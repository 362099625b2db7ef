using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using CalcApi.Http.Trajectories;
using Calculus;
using Calculus.Learning;

namespace CalcApi.Train;

/// <summary>A drawing of a training.</summary>
/// <param name="Answer">What does not change in it.</param>
/// <param name="Picture">What the model says at its places; null where nothing of that can be drawn.</param>
/// <param name="Numbers">How many numbers the picture of one step has.</param>
internal sealed record Drawing(DrawingAnswer Answer, TrainingPicture? Picture, long Numbers);

/// <summary>Turns a request into a drawing.</summary>
internal static class Drawings
{
    private const int UsualCurve = 201, UsualSide = 41;

    // How much of the examples' width stays free on each side.
    private const double Margin = 0.1;

    /// <summary>Places the axes and reads the model as what it says there.</summary>
    /// <exception cref="RefusalException">The window is not of the features.</exception>
    public static Drawing Of(DrawRequest request, Lesson lesson, Training training, Computation computation)
    {
        var axes = AxesOf(request, lesson);
        var picture = axes is null ? null : training.Picture(Placed(axes, lesson), computation.Budget.Besides());
        return new(
            new(picture is null ? null : axes, picture?.Boundary, Drawn(lesson.GivenTrain), lesson.GivenTest is { } test ? Drawn(test) : null),
            picture, picture is null ? 0 : axes!.Aggregate((long)picture.Outputs, static (numbers, axis) => numbers * axis.Values.Count));
    }

    private static AxisAnswer[]? AxesOf(DrawRequest request, Lesson lesson)
    {
        var features = lesson.Train.Features;
        foreach (var name in request.Window?.Keys ?? [])
            if (!features.Contains(name, StringComparer.Ordinal))
                throw Refuse.Value($"draw.window.{Http.Requests.Quoted.Cut(name)}", $"There is no feature of this name; there are {string.Join(", ", features)}.");
        if (features.Count > 2) return null;

        var axes = new AxisAnswer[features.Count];
        for (var i = 0; i < axes.Length; i++)
        {
            var (from, to) = request.Window?.GetValueOrDefault(features[i]) is [var low, var high] ? (low, high) : RangeOf(lesson, i);
            var count = request.Resolution ?? (axes.Length == 1 ? UsualCurve : UsualSide);
            // Both ends are met exactly.
            axes[i] = new(features[i], [.. Enumerable.Range(0, count).Select(place => place == count - 1 ? to : from + (place * ((to - from) / (count - 1))))]);
        }

        return Array.TrueForAll(axes, static axis => axis.Values.All(double.IsFinite)) ? axes : null;
    }

    private static (double From, double To) RangeOf(Lesson lesson, int feature)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var examples in lesson.GivenTest is { } test ? (ReadOnlySpan<Examples>)[lesson.GivenTrain, test] : [lesson.GivenTrain])
        {
            for (var i = feature; i < examples.Inputs.Length; i += examples.Width)
                (low, high) = (Math.Min(low, examples.Inputs[i]), Math.Max(high, examples.Inputs[i]));
        }

        var margin = high > low ? Margin * (high - low) : 1;
        return (low - margin, high + margin);
    }

    private static Examples Placed(AxisAnswer[] axes, Lesson lesson)
    {
        var (first, rows) = (axes[0].Values, axes.Length == 1 ? 1 : axes[1].Values.Count);
        var inputs = new double[first.Count * rows * axes.Length];
        for (var place = 0; place < first.Count * rows; place++)
        {
            inputs[place * axes.Length] = first[place % first.Count];
            if (axes.Length == 2) inputs[(place * 2) + 1] = axes[1].Values[place / first.Count];
        }

        var places = lesson.GivenTrain with { Inputs = inputs, Targets = new double[first.Count * rows] };
        return lesson.Standardization?.Apply(places) ?? places;
    }

    private static DrawnExamplesAnswer Drawn(Examples examples)
    {
        var columns = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
        for (var feature = 0; feature < examples.Width; feature++)
        {
            var column = new double[examples.Count];
            for (var i = 0; i < column.Length; i++) column[i] = examples.Inputs[(i * examples.Width) + feature];
            columns[examples.Features[feature]] = column;
        }

        return new(columns, examples.Targets);
    }
}

/// <summary>Gathers what is drawn of kept steps.</summary>
/// <param name="study">The loss.</param>
/// <param name="picture">What the model says; null where nothing of that is drawn.</param>
internal sealed class DrawnSteps(Study study, TrainingPicture? picture)
{
    private readonly List<IReadOnlyList<IReadOnlyList<double>>> _predictions = [];
    private readonly List<Adjustment> _adjustments = [];

    /// <summary>Takes down one step.</summary>
    /// <param name="measurement">Its measurement.</param>
    /// <param name="weights">The weights after it.</param>
    public void Add(Measurement measurement, ReadOnlySpan<double> weights)
    {
        _adjustments.Add(measurement.Last!);
        if (picture is not null) _predictions.Add(picture.At(weights));
    }

    /// <summary>What was gathered since it was last taken.</summary>
    public DrawnStepsAnswer Take()
    {
        var drawn = new DrawnStepsAnswer(picture is null ? null : [.. _predictions], ColumnsOf(static each => each.Gradient), ColumnsOf(static each => each.Change));
        _predictions.Clear();
        _adjustments.Clear();
        return drawn;
    }

    private IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> ColumnsOf(Func<Adjustment, double[]> of) => Trajectories.ColumnsOf(
        study, [.. Enumerable.Range(0, study.Layout.Count).Select(i => (IReadOnlyList<double>)[.. _adjustments.Select(each => of(each)[i])])], 0, _adjustments.Count);
}
