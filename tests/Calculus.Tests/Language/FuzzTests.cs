using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>Any text is either read with a meaning or refused with a place; what is read is printed so that it reads back.</summary>
public sealed class FuzzTests
{
    private const int Texts = 20_000;

    private static readonly string[] Valid =
    [
        "x^2 + 3", "f(x, z) = 2z^3 x^2", "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "1/2x", "sin^2(x) + cos(x)^2", "sin 2x cos x", "e^x(x+1)", "log(x, 2)/ln(y)",
        "if(x > 0 and not y == 2, x^2, -y)", "|x - 5||y|", "x^(1/3) - x^0.2", "g(x) = x^3; f(x) = g''(x) + diff(sin(x), x, 2)", "a = 2.5; f(x) = a*x", "√x ÷ 2 − π·x²",
        "max(x, y, 1) - min(x, 2)", "sigmoid(w1*x1 + w2*x2 + b)", "(x^2-1)/(x-1)", "2^-x*e^(-x^2)", "tanh(x)'", "abs(sign(x)) + step(y)", "f(x) = a*x^n",
        "if(x == 0, 1, sin(x)/x)", "relu(x) + softplus(-x)", "acos(x/2)^-1", "0.1e-3x + 2e3", "[1, 2]", "sum(i = 1..3, x^i)", "x! + gamma", "3,5", "x y",
    ];

    private static readonly string[] Pieces =
    [
        "x", "y", "z1", "e", "pi", "α", "2", "0.5", "1e3", "17", "0", "+", "-", "*", "/", "^", "**", "²", "(", ")", "(", ")", "|", ",", ";", "\n", " ", "=", "==", "<", ">=", "!=",
        "and", " or ", "not ", "sin", "sin(", "cos ", "exp(", "log(", "ln", "log_2 ", "sqrt(", "max(", "if(", "diff(", "abs(", "f(x) = ", "g", "'", "!", ".", ".*", "@", "[", "]",
        ":", "..", "%", "√", "π", "∞", "≤", "\u00A0", "\0", "ж", "\uD800", "😀", "1/3", "inf", "x^2", "x/0", "0^0",
    ];

    private static readonly string[] Values =
    [
        "x", "y", "2", "0.5", "3e2", "1/3", "e", "pi", "α", "x²", "(x+1)", "(2x-y)", "-x", "|x|", "sin(x)", "sin x", "cos^-1(y)", "√x", "log(x)", "log_2 x", "max(x, y)",
        "exp(-x^2)", "if(x < 1, 2, y)", "if(x == 0 or y >= 1, x, 1/x)", "abs(y)^3", "x^(2/3)", "x^-1", "0", "tanh(x*y)", "cbrt(x)", "diff(x^3*y, x)", "sigmoid(x)", "inf",
    ];

    private static readonly string[] Signs = ["+", " - ", "*", "/", "^", "**", "", " ", "·", "÷", "^-", " < ", " and ", ";", "; p = ", ".*", "!", "'"];

    // Linear congruence modulo 2^64 (Knuth's MMIX constants): the same texts on every machine and every runtime.
    private ulong _state = 20_261_125;

    private int Next(int below)
    {
        _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)((_state >> 33) % (ulong)below);
    }

    private string Pick(string[] pieces) => pieces[Next(pieces.Length)];

    private string Soup() => string.Concat(Enumerable.Range(0, 1 + Next(16)).Select(_ => Pick(Pieces)));

    // Values and signs in turn: mostly well formed.
    private string Chain() => string.Concat(Enumerable.Range(0, Next(5)).Select(_ => Pick(Values) + Pick(Signs))) + Pick(Values);

    // One to three edits of something valid: a piece put in, a stretch taken out or doubled, or the end of another text.
    private string Mutation()
    {
        var text = Pick(Valid);
        for (var edits = 1 + Next(3); edits > 0; edits--)
        {
            var at = Next(text.Length + 1);
            var length = Math.Min(1 + Next(3), text.Length - at);
            text = Next(4) switch
            {
                0 => text.Insert(at, Pick(Pieces)),
                1 => text.Remove(at, length),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + Pick(Valid),
            };
        }

        return text;
    }

    [Fact]
    public void Reads_or_refuses_and_prints_what_it_has_read()
    {
        var (read, refused) = (0, 0);
        for (var i = 0; i < Texts; i++)
        {
            var text = (i % 4) switch { 0 => Soup(), 1 => Mutation(), _ => Chain() };
            Study study;
            try
            {
                study = Ask.About(text);
            }
            catch (FormulaException refusal)
            {
                Assert.InRange(refusal.Span.Start, 0, refusal.Span.End);
                Assert.InRange(refusal.Span.End, 0, text.Length);
                Assert.NotEmpty(refusal.Message);
                refused++;
                continue;
            }
            catch (LimitException refusal)
            {
                Assert.NotEmpty(refusal.Message);
                if (refusal.Start is { } start) Assert.InRange(start, 0, text.Length);
                if (refusal.End is { } end) Assert.InRange(end, refusal.Start ?? 0, text.Length);
                refused++;
                continue;
            }

            read++;
            ReadsBack(text, study);
        }

        // Enough texts of both kinds were tried.
        Assert.InRange(read, Texts / 8, Texts);
        Assert.InRange(refused, Texts / 8, Texts);
    }

    private static void ReadsBack(string text, Study study)
    {
        var printed = study.Print(study.Function).Text;
        var letters = Reachable.From(study.Function).OfType<Symbol>().Where(static symbol => symbol.Role == SymbolRole.Parameter).Select(static symbol => symbol.Name);
        var head = study.Variables.Count > 0 ? $"f({string.Join(", ", study.Variables)}) = " : letters.Any() ? "f(unused) = " : "";
        var again = Ask.About(head + printed);
        Assert.True(study.Function.Hash == again.Function.Hash, $"{text} was printed as {printed}, which reads back as {again.Print(again.Function).Text}");
    }
}
