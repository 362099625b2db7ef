using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

/// <summary>A vocabulary of its own, so that these tests hold whatever the catalogue has.</summary>
internal static class Reading
{
    private const string Functions =
        "sqrt cbrt root exp log ln log2 log10 sin cos tan sec asin acos atan atan2 sinh cosh tanh abs sign min max gamma "
        + "sigmoid relu softplus step mean sum prod table norm if piecewise diff log_loss log_softmax huber";

    public static readonly Limits Raised = new()
    {
        TextLength = int.MaxValue,
        Tokens = int.MaxValue,
        SyntaxNodes = int.MaxValue,
        Depth = int.MaxValue,
        Brackets = int.MaxValue,
        NameLength = int.MaxValue,
        LiteralLength = int.MaxValue,
        PrintedLength = int.MaxValue,
    };

    public static Definition Of(string text, string declared = "", Limits? limits = null) =>
        DefinitionParser.Parse(text, Words(declared), new Budget(limits ?? new Limits()));

    public static void Refuses(string text, int start, int end, string message, string? hint, string declared)
    {
        var refusal = Assert.Throws<FormulaException>(() => Of(text, declared));
        Assert.Equal((message, hint), (refusal.Message, refusal.Hint));
        Assert.Equal(new TextSpan(start, end), refusal.Span);
    }

    public static string Bracketed(SyntaxNode root, Limits? limits = null) =>
        SyntaxPrinter.Bracketed(root, new Budget(limits ?? new Limits()));

    public static string Bracketed(Definition definition) =>
        string.Join("; ", definition.Statements.Select(statement => Head(statement) + Bracketed(statement.Body)));

    private static string Head(Statement statement)
    {
        if (statement.Name is null) return "";
        return statement.Parameters is null
            ? statement.Name + " = "
            : $"{statement.Name}({string.Join(", ", statement.Parameters.Select(parameter => parameter.Name))}) = ";
    }

    public static Vocabulary Words(string declared) => new(Set(Functions), Set(declared));

    private static HashSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
