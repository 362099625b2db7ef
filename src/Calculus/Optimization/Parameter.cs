using System.Globalization;

namespace Calculus.Optimization;

/// <summary>A knob of an optimizer: its name, what it takes, its default and a sentence. Refusals and documentation read it.</summary>
/// <param name="Name">The name as PyTorch spells it.</param>
/// <param name="Default">The value where the request gives none; its kind is the kind that the parameter takes.</param>
/// <param name="Sentence">What it does, for people: the first sentence says what it is, another may say more.</param>
public sealed record Parameter(string Name, ParameterValue Default, string Sentence)
{
    /// <summary>The least number allowed; ignored for flags.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The first number that is too large; ignored for flags.</summary>
    public double Below { get; init; } = double.PositiveInfinity;

    /// <summary>What is allowed, in words, such as <c>a number of at least 0</c>.</summary>
    public string Allowed => Default switch
    {
        ParameterValue.Flag => "true or false",
        ParameterValue.Numbers(var numbers) => $"{numbers.Length} numbers, each {Range}",
        _ => $"a number{(Range.Length == 0 ? "" : " ")}{Range}",
    };

    private string Range => (double.IsFinite(Minimum), double.IsFinite(Below)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"of at least {Minimum} and below {Below}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"of at least {Minimum}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"below {Below}"),
        _ => "",
    };

    /// <summary>Returns a value that is allowed.</summary>
    /// <param name="value">What the request gives.</param>
    /// <param name="optimizer">The optimizer's name, for the message.</param>
    /// <exception cref="DescentException">The value has another kind, or lies outside the range.</exception>
    public ParameterValue Check(ParameterValue value, string optimizer)
    {
        var allowed = (Default, value) switch
        {
            (ParameterValue.Flag, ParameterValue.Flag) => true,
            (ParameterValue.Number, ParameterValue.Number(var number)) => InRange(number),
            (ParameterValue.Numbers(var pattern), ParameterValue.Numbers(var numbers)) =>
                numbers.Length == pattern.Length && numbers.All(InRange),
            _ => false,
        };

        return allowed ? value : throw new DescentException(
            $"optimizer.{Name}", $"'{Name}' of the optimizer '{optimizer}' must be {Allowed}, but is {value}.");
    }

    private bool InRange(double number) => double.IsFinite(number) && number >= Minimum && number < Below;
}
