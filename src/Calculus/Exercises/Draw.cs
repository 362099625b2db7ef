using Calculus.Numerics;

namespace Calculus.Exercises;

/// <summary>Draws the numbers and forms of an exercise: the same for the same seed, for ever.</summary>
internal sealed class Draw
{
    private readonly Chance _chance;

    internal Draw(ulong seed) => _chance = new Chance(seed);

    /// <summary>A whole number between two, both included.</summary>
    public int Whole(int low, int high) => low + _chance.Below(high - low + 1);

    /// <summary>A whole number other than 0, of either sign.</summary>
    /// <param name="size">The largest size.</param>
    public int Signed(int size) => Whole(1, size) * (_chance.Below(2) == 0 ? 1 : -1);

    /// <summary>One of several.</summary>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_chance.Below(choices.Length)];

    /// <summary>The same numbers in another order.</summary>
    public double[] Turned(params ReadOnlySpan<double> numbers)
    {
        double[] turned = [.. numbers];
        for (var i = turned.Length - 1; i > 0; i--)
        {
            var other = _chance.Below(i + 1);
            (turned[i], turned[other]) = (turned[other], turned[i]);
        }

        return [.. turned.Select(number => _chance.Below(2) == 0 ? number : -number)];
    }
}
