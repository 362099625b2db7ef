using System.Collections.Frozen;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>C and the languages that write formulas as C does: conditional expressions, calls for powers.</summary>
internal abstract class CFamily : Dialect
{
    private const int LongestProduct = 3;

    /// <summary>The language's names for the functions of <c>math.h</c> that it has.</summary>
    protected abstract FrozenDictionary<string, string> Functions { get; }

    /// <summary>What declares a number, and what a condition.</summary>
    protected abstract (string Number, string Condition) Declarations { get; }

    /// <inheritdoc/>
    public override ArrayWriter Arrays(Formulas formulas) => new LoopArrays(formulas, this);

    /// <summary>The declaration of an array of numbers.</summary>
    public abstract string Buffer(string name, long count);

    /// <summary>The head of a loop over the positions 0, 1, … of an axis.</summary>
    public string Loop(string index, long count) => Declared(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"for (int {index} = 0; {index} < {count}; {index}++)"));

    /// <summary>A line of C with the language's declarations and names.</summary>
    public string InLanguage(string c) => Declared(InWordsOf(c));

    /// <summary>The end of a line.</summary>
    protected const string End = ";";

    /// <inheritdoc/>
    public override string Comment => "//";

    /// <inheritdoc/>
    public override Fragment Coefficient(Rational value) => Number(value);

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => InWordsOf(spellings.C);

    /// <inheritdoc/>
    public override Fragment Power(Fragment @base, Rational exponent)
    {
        if (exponent.IsInteger && exponent > Rational.One && exponent <= LongestProduct && (CodeWords.IsName(@base.Text) || IsEntry(@base.Text)))
            return new Fragment(string.Join(" * ", Enumerable.Repeat(@base.Text, (int)exponent.Numerator)), Tightness.Product);
        var number = Number(exponent.Abs()).Text;
        return Fill(InWordsOf("pow({0}, {1})"), [@base, Fragment.Atom(exponent.Sign < 0 ? "-" + number : number)]);
    }

    // A name with the place of an entry in one name.
    private static bool IsEntry(string text) => text[^1] == ']' && text.IndexOf('[', StringComparison.Ordinal) is > 0 and var at && CodeWords.IsName(text[..at]) && CodeWords.IsName(text[(at + 1)..^1]);

    /// <inheritdoc/>
    public override Fragment Power(Fragment @base, Fragment exponent) => Fill(InWordsOf("pow({0}, {1})"), [@base, exponent]);

    /// <inheritdoc/>
    public override Fragment Connect(string name, IReadOnlyList<Fragment> conditions)
    {
        string[] operands = [.. conditions.Select(static condition => condition.At(Tightness.Sum))];
        var text = name switch
        {
            "and" => string.Join(" && ", operands),
            "or" => string.Join(" || ", operands),
            _ => "!" + operands[0],
        };
        return new Fragment(text, Tightness.Choice) { IsCondition = true };
    }

    /// <inheritdoc/>
    public override Fragment Choose(Fragment condition, Fragment then, Fragment otherwise) =>
        new($"{condition.Text} ? {then.At(Tightness.Sum)} : {otherwise.Text}", Tightness.Choice);

    /// <inheritdoc/>
    public override string Let(string name, Fragment value) =>
        $"{(value.IsCondition ? Declarations.Condition : Declarations.Number)} {name} = {value.Text}{End}";

    /// <summary>Code in C with the language's names for the functions of <c>math.h</c>.</summary>
    protected string InWordsOf(string c) => CodeWords.WithCalls(c, name => Functions.GetValueOrDefault(name, name));

    /// <summary>A helper's definition in the language: its declarations and names change, everything else is the same.</summary>
    protected string Translated(string helper) => string.Join('\n', helper.Split('\n').Select(line =>
    {
        if (line.StartsWith(CHead, StringComparison.Ordinal))
        {
            var bracket = line.IndexOf('(', StringComparison.Ordinal);
            return Head(line[CHead.Length..bracket], line[(bracket + 1)..^3]);
        }

        var (code, comment) = line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? (line[..at], line[at..]) : (line, "");
        var indent = code[..^code.TrimStart().Length];
        var declared = code.Trim();
        if (declared.StartsWith(CTable, StringComparison.Ordinal))
        {
            var (name, entries) = (declared[CTable.Length..declared.IndexOf('[', StringComparison.Ordinal)], declared[(declared.IndexOf('{', StringComparison.Ordinal) + 1)..^2]);
            return indent + Table(name, entries);
        }

        if (declared.StartsWith(CHead, StringComparison.Ordinal) && declared.EndsWith("];", StringComparison.Ordinal) && !declared.Contains('=', StringComparison.Ordinal))
        {
            var bracket = declared.IndexOf('[', StringComparison.Ordinal);
            return indent + Row(declared[CHead.Length..bracket], declared[(bracket + 1)..^2]);
        }

        return Declared(InWordsOf(Remainder(code))) + comment;
    }));

    /// <summary>What a definition in C begins with.</summary>
    protected const string CHead = "double ";

    private const string CTable = "const double ";

    /// <summary>The first line of a definition.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters, as C declares them.</param>
    protected abstract string Head(string name, string parameters);

    /// <summary>The declaration of a table of numbers.</summary>
    protected abstract string Table(string name, string entries);

    /// <summary>The declaration of a row of numbers.</summary>
    protected abstract string Row(string name, string length);

    /// <summary>A line of C with the language's declarations of numbers.</summary>
    protected virtual string Declared(string line) => line;

    /// <summary>A line of C with the language's remainder of a division.</summary>
    protected virtual string Remainder(string line) => line.Replace("fmod(x, m)", "x % m", StringComparison.Ordinal);
}
