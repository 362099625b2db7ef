using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Learning;

/// <summary>A model as definitions: what is made small, and what it says of examples.</summary>
/// <param name="Loss">The definition of the loss as a function of the weights, for a number of examples.</param>
/// <param name="Output">The definition of the quantities or logits of all examples as a function of the weights; null where only the loss is known.</param>
/// <param name="Task">What it predicts.</param>
/// <param name="NamesColumns">Whether the definitions may call columns by their own names.</param>
internal sealed record TrainingModel(Func<int, string> Loss, string? Output, LearningTasks Task, bool NamesColumns)
{
    /// <summary>The shapes of the weights, by name.</summary>
    public required IReadOnlyDictionary<string, Shape> Shapes { get; init; }

    /// <summary>The notation of the definitions; where it is null the text shows it.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>A network.</summary>
    public static TrainingModel Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(network.LossDefinition, network.OutputDefinition, network.Task, NamesColumns: false)
        {
            Shapes = network.Weights.ToDictionary(static weight => weight.Name, static weight => weight.Shape, StringComparer.Ordinal),
        };
    }

    /// <summary>A loss of a person's own.</summary>
    /// <param name="definition">A function of the weights; the names of the data stand for the examples.</param>
    /// <param name="shapes">The shapes of the weights, by name.</param>
    public static TrainingModel Of(string definition, IReadOnlyDictionary<string, Shape> shapes) =>
        new(_ => definition, null, LearningTasks.Quantity, NamesColumns: true) { Shapes = shapes };
}
