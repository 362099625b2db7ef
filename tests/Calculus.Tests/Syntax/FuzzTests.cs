using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class FuzzTests
{
    private static readonly string[] Values =
    [
        "x", "y", "2", "2.5", ".5", "3e2", "2e", "e", "pi", "π", "∞", "E", "gamma", "i", "α", "x'", "x²", "y⁻¹", "x!", "x[1]", "x[1:2]", "X[:, i]", "-x",
        "|x|", "||y||", "(x)", "((y))", "(x+1)", "(2x-y)", "[1, x]", "sin(x)", "sin x", "sin 2x", "sin^2 x", "cos^-1(x)", "√x", "√(y)", "log(x)", "log_2 x",
        "max(x, y)", "sum(i = 1..3, x)", "sin -x^2", "not x", "if(x < 1, 2, y)", "log_2^-3(x)", "1..2", "xy", "foo(x)", "x.T",
    ];

    private static readonly string[] Signs =
    [
        "+", "-", " - ", "*", "/", "^", "**", ".^", ".*", "./", "@", "", "", "", " ", " ", "·", "÷", "−", "^-", " < ", " >= ", " == ", " and ", " or ", ";", "\n", "; p = ",
    ];

    private static readonly string[] Pieces =
    [
        .. Values, .. Signs, "f", "sin", "sin ", "log", "log_2", "max", "sum", "if", "abc", "sinx", "_", "√", "1..", "²", "⁻", "(", "(", "(", ")", ")", ")",
        "[", "]", "|", "||", ",", ":", "..", "=", "!=", "<>", "≥", "!", "'", "’", "″", ".T", ".", "\u00A0", " not ", "i = 1..3,", "f(x) = ", "f(x)", "f'(x)",
        "%", "{", "\"", "\\", "\0", "\uFEFF", "\u202E", "\uD800", "\uDC00", "😀", "ж", "٣", "₁", "…", "∑", "µ", "\r\n", "\u0301",
    ];

    // Linear congruence modulo 2^64 (Knuth's MMIX constants): the same texts on every machine and every runtime.
    private ulong _state = 20_240_607;

    private int Next(int below)
    {
        _state = _state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
        return (int)((_state >> 33) % (ulong)below);
    }

    private string Pick(string[] pieces) => pieces[Next(pieces.Length)];

    private string Strange() => string.Concat(Enumerable.Range(0, 1 + Next(14)).Select(_ => Pick(Pieces)));

    private string Likely() => string.Concat(Enumerable.Range(0, Next(5)).Select(_ => Pick(Values) + Pick(Signs))) + Pick(Values);

    [Fact]
    public void Reads_or_refuses_any_text_with_a_place_inside_it()
    {
        var small = new Limits { Depth = 6, Brackets = 3, SyntaxNodes = 25, Tokens = 40, NameLength = 8, LiteralLength = 5 };
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = i % 2 == 0 ? Strange() : Likely();
            var declared = Next(3) == 0 ? "x y" : "";
            var limits = Next(4) == 0 ? small : new Limits();
            try
            {
                Check(Reading.Of(text, declared, limits), declared);
                read++;
            }
            catch (FormulaException refusal)
            {
                Assert.True(IsInside(refusal.Span, text), $"{refusal.Span} lies outside {text}");
                Assert.NotEmpty(refusal.Message);
            }
            catch (LimitException refusal)
            {
                Assert.True(IsInside(new TextSpan(refusal.Start!.Value, refusal.End!.Value), text), $"{refusal.Limit} lies outside {text}");
            }
        }

        Assert.InRange(read, 3_000, 17_000);
    }

    private static void Check(Definition definition, string declared)
    {
        Assert.All(definition.Notes, note => Assert.True(IsInside(note.Span!.Value, definition.Text)));
        foreach (var statement in definition.Statements)
        {
            Assert.All(statement.Nodes, node => Assert.True(IsInside(node.Span, definition.Text) && node.Span.Start < node.Span.End));
            Assert.Same(statement.Body, statement.Nodes[^1]);
        }

        // What is printed with every bracket reads back as the same tree, without any ambiguity.
        var printed = Reading.Bracketed(definition);
        var again = Reading.Of(printed, declared);
        Assert.Equal(printed, Reading.Bracketed(again));
        // That a short name may be a product no bracket can tell.
        Assert.DoesNotContain(again.Notes, note => note.Code is NoteCodes.Ambiguous && !note.Readings![0].All(char.IsAsciiLetterOrDigit));
    }

    private static bool IsInside(TextSpan span, string text) => 0 <= span.Start && span.Start <= span.End && span.End <= text.Length;
}
