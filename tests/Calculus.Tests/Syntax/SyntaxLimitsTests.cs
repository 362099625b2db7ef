using Calculus.Budgets;
using Calculus.Functions;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

/// <summary>A definition that is made of nodes is refused where its text would be.</summary>
public sealed class SyntaxLimitsTests
{
    public static TheoryData<string, string, Limits> Ends => new()
    {
        { "sin(sin(sin(x)))", "depth", new Limits { Depth = 3 } },
        { "x^x^x^x", "depth", new Limits { Depth = 3 } },
        { "1 + longer", "nameLength", new Limits { NameLength = 6 } },
        { "x + 12.345", "literalLength", new Limits { LiteralLength = 6 } },
        { "x + y*z", "syntaxNodes", new Limits { SyntaxNodes = 5 } },
        { "x + y*z", "textLength", new Limits { TextLength = 7 } },
    };

    [Theory, MemberData(nameof(Ends))]
    public void Holds_at_its_edge(string text, string limit, Limits limits)
    {
        var definition = DefinitionParser.Parse(text, new Vocabulary(Catalogue.Names, new HashSet<string>(StringComparer.Ordinal)), new Budget(new Limits()));
        SyntaxLimits.Check(definition, new Budget(limits));

        var fault = Assert.Throws<LimitException>(() => SyntaxLimits.Check(definition, new Budget(limits with
        {
            Depth = limits.Depth - (limit is "depth" ? 1 : 0),
            NameLength = limits.NameLength - (limit is "nameLength" ? 1 : 0),
            LiteralLength = limits.LiteralLength - (limit is "literalLength" ? 1 : 0),
            SyntaxNodes = limits.SyntaxNodes - (limit is "syntaxNodes" ? 1 : 0),
            TextLength = limits.TextLength - (limit is "textLength" ? 1 : 0),
        })));
        Assert.Equal(limit, fault.Limit);
    }
}
