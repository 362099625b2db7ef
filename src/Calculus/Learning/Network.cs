using System.Globalization;
using Calculus.Expressions;

namespace Calculus.Learning;

/// <summary>
/// A model as a definition of the function language: layers of matrix products, biases and activations. Without hidden layers it is a linear
/// model, logistic regression or softmax regression. The examples are called X, their targets y; Y where each target is a row with one 1.
/// </summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Features">How many features an example has.</param>
/// <param name="Classes">How many classes there are; 0 for a quantity.</param>
/// <param name="Hidden">The hidden layers, the first first.</param>
/// <param name="Loss">What is to be made small.</param>
internal sealed record Network(LearningTasks Task, int Features, int Classes, IReadOnlyList<HiddenLayer> Hidden, TrainingLoss Loss)
{
    /// <summary>The name of the features of all examples: a matrix, an example in each row.</summary>
    public const string InputsName = "X";

    /// <summary>The name of the targets as numbers: quantities, or 0 and 1.</summary>
    public const string TargetsName = "y";

    /// <summary>The name of the targets as rows with a 1 at the place of the class.</summary>
    public const string OneHotName = "Y";

    /// <summary>The names of means and standard deviations in <see cref="Prediction"/>.</summary>
    public const string MeanName = "mu", DeviationName = "sigma";

    private bool HasLogits => Task == LearningTasks.ManyClasses;

    private int Last => Hidden.Count + 1;

    /// <summary>The name of the targets in <see cref="LossDefinition"/>.</summary>
    public string TargetName => HasLogits ? OneHotName : TargetsName;

    /// <summary>The weights, in the order of the signature.</summary>
    public IReadOnlyList<NetworkWeight> Weights
    {
        get
        {
            List<NetworkWeight> weights = [];
            var before = Features;
            for (var i = 0; i < Hidden.Count; i++)
            {
                weights.Add(new(Numbered("W", i + 1), new Shape(before, Hidden[i].Units), before, Hidden[i].Units));
                weights.Add(new(Numbered("b", i + 1), new Shape(Hidden[i].Units), 0, 0));
                before = Hidden[i].Units;
            }

            weights.Add(HasLogits
                ? new(OutputWeight, new Shape(before, Classes), before, Classes)
                : new(OutputWeight, new Shape(before), before, 1));
            weights.Add(new(OutputBias, HasLogits ? new Shape(Classes) : Shape.Scalar, 0, 0));
            return weights;
        }
    }

    private string OutputWeight => Numbered(HasLogits ? "W" : "w", Last);

    private string OutputBias => Numbered("b", Last);

    private string Signature => string.Join(", ", Weights.Select(static weight => weight.Name));

    /// <summary>The loss as a function of the weights.</summary>
    /// <param name="examples">How many examples there are.</param>
    public string LossDefinition(int examples)
    {
        var output = HasLogits ? "Z" : "z";
        var (layers, formula) = Layers(InputsName, "H");
        // One line without hidden layers: loss(w, b) = mse(X @ w + b, y).
        return Hidden.Count == 0
            ? $"loss({Signature}) = {Loss.Of(Task, formula, TargetName, examples)}"
            : $"{layers}{output} = {formula}; loss({Signature}) = {Loss.Of(Task, output, TargetName, examples)}";
    }

    /// <summary>What the model says of every example, as a function of the weights: quantities or logits.</summary>
    public string OutputDefinition
    {
        get
        {
            var (layers, formula) = Layers(InputsName, "H");
            return $"{layers}output({Signature}) = {formula}";
        }
    }

    /// <summary>The trained model as a function of the features of one example; the weights are its data.</summary>
    /// <param name="isStandardized">Whether the features are standardised first, by the data mu and sigma.</param>
    /// <returns>The definition, whose variables are x1, x2, …: the quantity, the probability of the second class, or those of all classes.</returns>
    public string Prediction(bool isStandardized)
    {
        var names = string.Join(", ", Enumerable.Range(1, Features).Select(static i => string.Create(CultureInfo.InvariantCulture, $"x{i}")));
        var (layers, formula) = Layers("x", "h");
        var predicted = Task switch { LearningTasks.Quantity => formula, LearningTasks.TwoClasses => $"sigmoid({formula})", _ => $"softmax({formula})" };
        var example = isStandardized ? $"([{names}] - {MeanName}) ./ {DeviationName}" : $"[{names}]";
        return $"x = {example}; {layers}prediction({names}) = {predicted}";
    }

    private (string Hidden, string Output) Layers(string inputs, string name)
    {
        var (layers, before) = ("", inputs);
        for (var i = 0; i < Hidden.Count; i++)
        {
            var sum = $"{before} @ {Numbered("W", i + 1)} + {Numbered("b", i + 1)}";
            before = Numbered(name, i + 1);
            layers += $"{before} = {Activations.Of(Hidden[i].Activation, sum)}; ";
        }

        return (layers, $"{before} @ {OutputWeight} + {OutputBias}");
    }

    // Without hidden layers there is one weight and one bias, which need no number.
    private string Numbered(string name, int layer) => Hidden.Count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{layer}");
}

/// <summary>A hidden layer.</summary>
/// <param name="Units">How many units it has.</param>
/// <param name="Activation">One of <see cref="Activations.Names"/>.</param>
internal sealed record HiddenLayer(int Units, string Activation);

/// <summary>A variable of a model's loss.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Incoming">How many units a weight comes from; 0 for a bias.</param>
/// <param name="Outgoing">How many units it leads to; 0 for a bias.</param>
internal sealed record NetworkWeight(string Name, Shape Shape, int Incoming, int Outgoing);
