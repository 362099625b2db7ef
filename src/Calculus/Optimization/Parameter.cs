using System.Collections.Immutable;
using System.Globalization;

namespace Calculus.Optimization;

/// <summary>A knob of an optimizer or a schedule: its name, what it takes, its default and a sentence. Refusals and documentation read it.</summary>
/// <param name="Name">The name as PyTorch spells it.</param>
/// <param name="Default">The value where the request gives none; its kind is the kind that the parameter takes.</param>
/// <param name="Sentence">What it does, for people: the first sentence says what it is, another may say more.</param>
public sealed record Parameter(string Name, ParameterValue Default, string Sentence)
{
    /// <summary>The least number allowed; ignored for flags and words.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The number that is just too small; ignored for flags and words.</summary>
    public double Above { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number allowed; ignored for flags and words.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The first number that is too large; ignored for flags and words.</summary>
    public double Below { get; init; } = double.PositiveInfinity;

    /// <summary>True where only whole numbers are allowed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The words allowed, where the parameter takes a word.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What is allowed, in words, such as <c>a number of at least 0</c>.</summary>
    public string Allowed => Default switch
    {
        ParameterValue.Flag => "true or false",
        ParameterValue.Word => string.Join(" or ", Words.Select(static word => ((ParameterValue)word).ToString())),
        ParameterValue.Numbers(var numbers) => $"{numbers.Length} numbers, each {Range}".TrimEnd(' ', ','),
        _ => $"a {(IsWhole ? "whole " : "")}number {Range}".TrimEnd(),
    };

    private string Range
    {
        get
        {
            var bounds = new List<string>();
            if (double.IsFinite(Minimum)) bounds.Add($"of at least {Show(Minimum)}");
            if (double.IsFinite(Above)) bounds.Add($"above {Show(Above)}");
            if (double.IsFinite(Maximum)) bounds.Add($"{(bounds.Count > 0 ? "" : "of ")}at most {Show(Maximum)}");
            if (double.IsFinite(Below)) bounds.Add($"below {Show(Below)}");
            return string.Join(" and ", bounds);
        }
    }

    /// <summary>Returns a value that is allowed.</summary>
    /// <param name="value">What the request gives.</param>
    /// <param name="owner">Whose parameter it is, for the message.</param>
    /// <exception cref="DescentException">The value has another kind, or lies outside the range.</exception>
    public ParameterValue Check(ParameterValue value, ParameterOwner owner)
    {
        var allowed = (Default, value) switch
        {
            (ParameterValue.Flag, ParameterValue.Flag) => true,
            (ParameterValue.Word, ParameterValue.Word(var word)) => Words.Contains(word, StringComparer.Ordinal),
            (ParameterValue.Number, ParameterValue.Number(var number)) => InRange(number),
            (ParameterValue.Numbers(var pattern), ParameterValue.Numbers(var numbers)) =>
                numbers.Length == pattern.Length && numbers.All(InRange),
            _ => false,
        };

        return allowed ? value : throw new DescentException(
            $"{owner.Field}.{Name}", $"'{Name}' of the {owner} must be {Allowed}, but is {Cut(value.ToString())}.");
    }

    private static string Cut(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    private bool InRange(double number) =>
        double.IsFinite(number) && number >= Minimum && number > Above && number <= Maximum && number < Below && (!IsWhole || Math.Floor(number) == number);

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);
}
