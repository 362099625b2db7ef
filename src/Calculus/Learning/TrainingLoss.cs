using System.Globalization;
using Calculus.Binding.Arrays;

namespace Calculus.Learning;

/// <summary>A loss of the function language as something to be made small.</summary>
/// <param name="Function">The function of the language.</param>
/// <param name="Tasks">For which predictions a model can be trained with it.</param>
/// <param name="Source">Where it comes from; null where it is too old for that.</param>
internal sealed record TrainingLoss(ArrayFunction Function, LearningTasks Tasks, string? Source)
{
    /// <summary>Its name.</summary>
    public string Name => Function.Name;

    /// <summary>Whether it is a loss of logits rather than of probabilities.</summary>
    public bool TakesLogits => Name is "log_loss_with_logits" or "cross_entropy" or "hinge";

    /// <summary>The loss as text.</summary>
    /// <param name="task">What is predicted.</param>
    /// <param name="output">The model's output: the quantities or the logits.</param>
    /// <param name="target">The name of the targets: quantities, 0 and 1, or a row with one 1 for each example.</param>
    /// <param name="examples">How many examples there are.</param>
    public string Of(LearningTasks task, string output, string target, int examples)
    {
        var predicted = task == LearningTasks.Quantity || TakesLogits ? output : task == LearningTasks.TwoClasses ? $"sigmoid({output})" : $"softmax({output})";
        return Name switch
        {
            "hinge" => $"hinge({predicted}, 2{target} - 1)",
            // The language's own is the sum over all examples.
            "kl" => string.Create(CultureInfo.InvariantCulture, $"kl({predicted}, {target})/{examples}"),
            _ => $"{Name}({predicted}, {target})",
        };
    }
}
