using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Printing;

public sealed class ReadBackTests
{
    private static readonly string[] s_variables =
        ["x", "y", "z", "w1", "alpha", "lambda", "loss", "rate", "x_1", "y_hat", "theta_max", "σ", "Δx"];

    private static readonly Dictionary<string, double> s_data = new(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 2 };

    public static IEnumerable<TheoryDataRow<string, string>> Names() => PrinterTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_reads_back_to_the_same_node(string style, string text)
    {
        var (_, make) = Rows.Find(style, text);
        var node = make(new Sample());
        if (Reachable.From(node).Exists(static part => part is Call { Function: LargestShare }))
        {
            // Written as steps, which differ at ties: the text must at least be its own text.
            Assert.Equal(text, TextPrinter.Print(Read(text), Rows.Find(style, text).Print, new Budget(new Limits())));
            return;
        }

        Assert.Equal(node.Hash, Read(text).Hash); // equal structure, for the graphs differ
    }

    private static Expression Read(string text)
    {
        var budget = new Budget(new Limits());
        var declared = s_variables.Concat(s_data.Keys).ToHashSet(StringComparer.Ordinal);
        var signature = $"f({string.Join(", ", s_variables)}) = {text}";
        var definition = DefinitionParser.Parse(signature, new Vocabulary(Catalogue.Names, declared), budget);
        return Binder.Bind(definition, new BindingContext(s_data, declared), new Graph(budget)).Function;
    }
}
