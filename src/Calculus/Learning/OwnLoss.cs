using Calculus.Syntax;

namespace Calculus.Learning;

/// <summary>What a loss of a person's own predicts, where its text shows it: a loss of the catalogue of a prediction and the targets, or the mean of their squared differences, alone or beside penalties that are added.</summary>
/// <param name="Output">The definition with the prediction in place of the loss.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Threshold">Of two classes: the output above which the second is chosen.</param>
/// <param name="AreLogits">Whether what is predicted are logits, which are turned into probabilities to be shown.</param>
internal sealed record OwnLoss(Definition Output, LearningTasks Task, double Threshold, bool AreLogits)
{
    /// <summary>Looks for the prediction.</summary>
    /// <param name="definition">The loss as it was read.</param>
    /// <param name="examples">What it learns from.</param>
    /// <param name="data">The names in it that stand for examples.</param>
    /// <returns>Null where the text does not show it.</returns>
    public static OwnLoss? Of(Definition definition, Examples examples, IReadOnlyList<string> data)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(examples);
        var last = definition.Statements[^1];
        var found = TermsOf(last.Body).Select(LossIn).OfType<(TrainingLoss Loss, string Name, SyntaxNode First, SyntaxNode Second)>().ToList();
        if (found is not [var (loss, name, first, second)] || definition.Statements.Any(statement => string.Equals(statement.Name, name, StringComparison.Ordinal))) return null;

        var prediction = IsTarget(second) ? first : IsSymmetric(loss) && IsTarget(first) ? second : null;
        if (prediction is null || prediction.Nodes().Exists(IsTarget)) return null;
        var output = definition with { Statements = [.. definition.Statements.SkipLast(1), last with { Body = prediction, Nodes = prediction.Nodes() }] };
        return loss.Name switch
        {
            "log_loss" => new(output, LearningTasks.TwoClasses, Scores.EvenOdds, AreLogits: false),
            "log_loss_with_logits" => new(output, LearningTasks.TwoClasses, 0, AreLogits: true),
            "cross_entropy" or "categorical_cross_entropy" => new(output, LearningTasks.ManyClasses, 0, loss.TakesLogits),
            // Classes are 0 and 1: the nearer one is chosen.
            _ when IsSymmetric(loss) => new(output, examples.Classes.Count == 2 ? LearningTasks.TwoClasses : LearningTasks.Quantity, Scores.EvenOdds, AreLogits: false),
            _ => null,
        };

        bool IsTarget(SyntaxNode node) => node.Kind == SyntaxKind.Name && data.Contains(node.Text, StringComparer.Ordinal)
            && (node.Text is Network.TargetsName or Network.OneHotName ? !examples.Features.Contains(node.Text, StringComparer.Ordinal) : string.Equals(node.Text, examples.Target, StringComparison.Ordinal));
    }

    /// <summary>How many classes outputs of a shape tell apart; 0 where the targets are not such classes, counted from 0, or there is no output for each example.</summary>
    /// <param name="outputs">How many numbers the outputs are.</param>
    /// <param name="parts">The examples that are measured.</param>
    public int ClassesOf(long outputs, IReadOnlyList<Examples> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (classes, rest) = Math.DivRem(outputs, parts[0].Count);
        if (Task == LearningTasks.TwoClasses && classes == 1) classes = 2;
        else if (Task == LearningTasks.TwoClasses || classes < 2) return 0;
        if (rest != 0 || (parts[0].Classes.Count > 0 && parts[0].Classes.Count != classes)) return 0;
        return parts.All(part => Array.TrueForAll(part.Targets, target => double.IsInteger(target) && target >= 0 && target < classes)) ? (int)classes : 0;
    }

    // A call of a loss, or the mean of squares written out, which is the mean squared error.
    private static (TrainingLoss Loss, string Name, SyntaxNode First, SyntaxNode Second)? LossIn(SyntaxNode term)
    {
        if (term is not { Kind: SyntaxKind.Call, Primes: 0 }) return null;
        if (TrainingLosses.Find(term.Text) is { } loss) return term.Children.Count >= 2 ? (loss, term.Text, term.Children[0], term.Children[1]) : null;
        return term is { Text: "mean", Children: [{ Kind: SyntaxKind.Power or SyntaxKind.ElementPower, Children: [{ Kind: SyntaxKind.Subtract } difference, { Kind: SyntaxKind.Number, Text: "2" }] }] }
            ? (TrainingLosses.Find("mse")!, term.Text, difference.Children[0], difference.Children[1])
            : null;
    }

    // Those in which prediction and target may change places.
    private static bool IsSymmetric(TrainingLoss loss) => loss.Tasks == LearningTasks.All;

    // What is added at the top, as in a loss with a penalty, without numbers before or under it.
    private static List<SyntaxNode> TermsOf(SyntaxNode body)
    {
        var (terms, open) = (new List<SyntaxNode>(), new Stack<SyntaxNode>([body]));
        while (open.TryPop(out var node))
        {
            if (node.Kind == SyntaxKind.Add) foreach (var child in node.Children) open.Push(child);
            else if (node.Kind == SyntaxKind.Subtract) open.Push(node.Children[0]);
            else if (node.Kind == SyntaxKind.Multiply && node.Children[0].Kind == SyntaxKind.Number) open.Push(node.Children[1]);
            else if (node.Kind is SyntaxKind.Multiply or SyntaxKind.Divide && node.Children[1].Kind == SyntaxKind.Number) open.Push(node.Children[0]);
            else terms.Add(node);
        }

        return terms;
    }
}
