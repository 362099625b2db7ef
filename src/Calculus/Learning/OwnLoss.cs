using Calculus.Syntax;

namespace Calculus.Learning;

/// <summary>What a loss of a person's own predicts, where its text shows it: a loss of the catalogue of a prediction and the targets, alone or beside penalties that are added.</summary>
/// <param name="Output">The definition with the prediction in place of the loss.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Threshold">Of two classes: the output above which the second is chosen.</param>
public sealed record OwnLoss(Definition Output, LearningTasks Task, double Threshold)
{
    private const double EvenOdds = 0.5;

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
        var found = TermsOf(last.Body).Where(static term => term.Kind == SyntaxKind.Call && TrainingLosses.Find(term.Text) is not null).ToList();
        if (found is not [{ Children.Count: >= 2, Primes: 0 } call] || definition.Statements.Any(statement => string.Equals(statement.Name, call.Text, StringComparison.Ordinal))) return null;

        var loss = TrainingLosses.Find(call.Text)!;
        var prediction = IsTarget(call.Children[1]) ? call.Children[0] : IsSymmetric(loss) && IsTarget(call.Children[0]) ? call.Children[1] : null;
        if (prediction is null || prediction.Nodes().Exists(IsTarget)) return null;
        var output = definition with { Statements = [.. definition.Statements.SkipLast(1), last with { Body = prediction, Nodes = prediction.Nodes() }] };
        return loss.Name switch
        {
            "log_loss" => new(output, LearningTasks.TwoClasses, EvenOdds),
            "log_loss_with_logits" => new(output, LearningTasks.TwoClasses, 0),
            "cross_entropy" or "categorical_cross_entropy" => new(output, LearningTasks.ManyClasses, 0),
            // Classes are 0 and 1: the nearer one is chosen.
            _ when IsSymmetric(loss) => new(output, examples.Classes.Count == 2 ? LearningTasks.TwoClasses : LearningTasks.Quantity, EvenOdds),
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
