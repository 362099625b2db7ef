using System.Text;

namespace Fuzz;

/// <summary>Makes new inputs of old ones: pieces are put in, taken out, doubled, exchanged with those of others and wrapped up.</summary>
/// <param name="random">Chance, the same for the same seed.</param>
/// <param name="words">Pieces that mean something to the target.</param>
/// <param name="corpus">The inputs that are known; it may grow meanwhile.</param>
internal sealed class Breeder(Random random, IReadOnlyList<string> words, IReadOnlyList<string> corpus)
{
    private const int Longest = 600, MostChanges = 5, MostCopies = 12;

    private static readonly string[] s_strange =
    [
        "\0", "\uFEFF", "\u202E", "\uD800", "\uDC00", "😀", "ж", "٣", "₁", "…", "∑", "µ", "\r\n", "\u0301", "\u00A0", "'", "’", "\\", "{", "}", "<", "&", "$", "%", "#", "\"", "K", "ı", "İ", "ß", "ⅷ", "½", "−", "÷", "×",
    ];

    private static readonly string[] s_numbers =
    [
        "0", "1", "-1", "2", "3", "7", "0.5", "1/3", "1e308", "1e-320", "5e-324", "1e400", "4294967296", "9007199254740993", "0.1", "1e6", "20", "170", "171", "0.3333333333333333", "1e15", "1e-9", "100", "1000000", "99999999999999999999",
    ];

    private static readonly string[] s_formulas =
    [
        "x^2 + 3", "sin(x)*exp(-x^2)", "x^2*y + y^3", "log(1 + exp(x))", "abs(x) + max(x, 1)", "f(x, y) = (1 - x)^2 + 100(y - x^2)^2", "sum((X @ w - y)^2)", "x/(x^2 + 1)", "if(x > 0, x, -x)", "sqrt(x^2 + y^2)", "tanh(w*x + b)", "x^2 + y^2 = 25", "floor(x)/x",
    ];

    /// <summary>A new input of one that is known.</summary>
    public string Next() => Change(Known());

    /// <summary>An input that is known, one of the last ones half of the time: they took more to find.</summary>
    public string Known() => corpus[random.Next(2) == 0 ? random.Next(corpus.Count) : corpus.Count - 1 - random.Next(Math.Min(corpus.Count, 64))];

    /// <summary>A whole number below another.</summary>
    public int Below(int most) => random.Next(most);

    /// <summary>One of some.</summary>
    public T Pick<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];

    /// <summary>A formula that stands in an input, changed by words of formulas.</summary>
    public string ChangeFormula(string formula) => new Breeder(random, Vocabulary.OfFormulas, s_formulas).Change(formula);

    /// <summary>A text, changed in up to five places.</summary>
    public string Change(string input)
    {
        var text = input;
        for (var left = 1 + random.Next(MostChanges); left > 0; left--) text = Once(text);
        return text.Length <= Longest ? text : text[..Longest];
    }

    private string Once(string text)
    {
        var (from, to) = Span(text);
        var part = text[from..to];
        return random.Next(14) switch
        {
            0 => text.Insert(from, Pick(words)),
            1 => text.Remove(from, to - from),
            2 or 3 => With(text, from, to, Pick(words)),
            4 => text.Insert(to, Copies(part)),
            5 => Crossed(text),
            6 or 7 => With(text, from, to, PartOf(Pick(corpus))),
            8 => With(text, from, to, $"{Pick(words)}({part})"),
            9 => With(text, from, to, $"({part}){Pick(words)}{PartOf(text)}"),
            10 => With(text, from, to, Pick(s_numbers)),
            11 => text.Insert(from, Pick(s_strange)),
            12 => text.Insert(from, ((char)random.Next(32, 127)).ToString()),
            _ => With(text, from, to, PartOf(text)),
        };
    }

    private string Crossed(string text)
    {
        var other = Pick(corpus);
        return text[..random.Next(text.Length + 1)] + other[random.Next(other.Length + 1)..];
    }

    private string Copies(string part)
    {
        var made = new StringBuilder();
        for (var left = 1 + random.Next(MostCopies); left > 0 && made.Length < Longest; left--) made.Append(part);
        return made.ToString();
    }

    private string PartOf(string text)
    {
        var (from, to) = Span(text);
        return text[from..to];
    }

    private static string With(string text, int from, int to, string part) => $"{text.AsSpan(0, from)}{part}{text.AsSpan(to)}";

    // A piece that belongs together: a word, a number, what stands in brackets; or any few characters.
    private (int From, int To) Span(string text)
    {
        if (text.Length == 0) return (0, 0);
        var from = random.Next(text.Length);
        if (random.Next(4) == 0) return (from, Math.Min(text.Length, from + 1 + random.Next(8)));
        if (text[from] is '(' or '[' or '{')
        {
            var (depth, to) = (0, from);
            do depth += text[to] is '(' or '[' or '{' ? 1 : text[to] is ')' or ']' or '}' ? -1 : 0;
            while (++to < text.Length && depth > 0);
            // With the name before it, half of the time.
            if (random.Next(2) == 0) while (from > 0 && IsWord(text[from - 1])) from--;
            return (from, to);
        }

        if (!IsWord(text[from])) return (from, from + 1);
        var end = from + 1;
        while (from > 0 && IsWord(text[from - 1])) from--;
        while (end < text.Length && IsWord(text[end])) end++;
        return (from, end);
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.';
}
