using System.Globalization;
using CalcApi.Http.Answers;
using Calculus;
using Calculus.Expressions;
using Calculus.Learning;

namespace CalcApi.Train;

/// <summary>Trained models as functions of the features.</summary>
internal static class Predictions
{
    /// <summary>The question that a trained model is.</summary>
    /// <param name="network">The model.</param>
    /// <param name="examples">What it learnt from.</param>
    /// <param name="standardization">How features were standardised; null where they were not.</param>
    /// <param name="study">Its loss.</param>
    /// <param name="weights">The weights.</param>
    public static PredictionAnswer Of(Network network, Examples examples, Standardization? standardization, Study study, double[] weights)
    {
        var definition = network.Prediction(standardization is not null);
        var (names, shapes, numbers) = (new List<string>(study.Variables), study.Variables.Select(study.ShapeOf).ToList(), new List<double>(weights));
        if (standardization is not null)
        {
            names.AddRange([Network.MeanName, Network.DeviationName]);
            shapes.AddRange([new Shape(examples.Width), new Shape(examples.Width)]);
            numbers.AddRange([.. standardization.Mean, .. standardization.Deviation]);
        }

        return new(
            definition,
            [.. examples.Features.Select(static (feature, i) => new FeatureAnswer(string.Create(CultureInfo.InvariantCulture, $"x{i + 1}"), feature))],
            new PointAnswer(names, new Layout(shapes), [.. numbers]),
            examples.Classes.Count <= 2 && network.Task != LearningTasks.ManyClasses ? null : [.. examples.Classes.Select((name, i) => new ClassPredictionAnswer(name, OfClass(definition, i)))]);
    }

    // The value of a definition is what its last statement says: take an entry of it.
    private static string OfClass(string definition, int place) => string.Create(CultureInfo.InvariantCulture, $"{definition}[{place + 1}]");
}
