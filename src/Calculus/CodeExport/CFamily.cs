using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>C and the languages that write formulas as C does: conditional expressions, calls for powers.</summary>
internal abstract partial class CFamily : Dialect
{
    private const int LongestProduct = 3;

    /// <summary>What the language calls the functions of <c>math.h</c> that it has.</summary>
    protected abstract FrozenDictionary<string, string> Functions { get; }

    /// <summary>What declares a number, and what a condition.</summary>
    protected abstract (string Number, string Condition) Declarations { get; }

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
        if (exponent.IsInteger && exponent > Rational.One && exponent <= LongestProduct && IsName(@base.Text))
            return new Fragment(string.Join(" * ", Enumerable.Repeat(@base.Text, (int)exponent.Numerator)), Tightness.Product);
        var number = Number(exponent.Abs()).Text;
        return Fill(InWordsOf("pow({0}, {1})"), [@base, Fragment.Atom(exponent.Sign < 0 ? "-" + number : number)]);
    }

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
    protected string InWordsOf(string c) =>
        Remainders().Replace(Calls().Replace(c, match => Functions.GetValueOrDefault(match.Value, match.Value)), "(${a} % ${b})");

    private static bool IsName(string text) => text.AsSpan().IndexOfAnyExcept(s_ofNames) < 0 && char.IsLetter(text[0]);

    private static readonly System.Buffers.SearchValues<char> s_ofNames =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    [GeneratedRegex(@"(?<![\w.])[a-z]\w*(?=\()", RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    [GeneratedRegex(@"(?<![\w.])%\((?<a>\w+), (?<b>\w+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Remainders();
}
