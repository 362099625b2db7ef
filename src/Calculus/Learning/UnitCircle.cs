namespace Calculus.Learning;

/// <summary>Points of the unit circle by sums and products alone, so that they are the same bits on every machine.</summary>
internal static class UnitCircle
{
    // The angle is halved six times, is then at most 2π/64, where eleven powers suffice, and is doubled six times.
    private const int Halvings = 6;

    /// <summary>Cosine and sine of an angle.</summary>
    /// <param name="turns">The angle in full turns, from 0 on.</param>
    public static (double Cosine, double Sine) At(double turns)
    {
        var angle = (turns - Math.Floor(turns)) * (2 * Math.PI / (1 << Halvings));
        var (cosine, sine, term) = (1.0, 0.0, 1.0);
        for (var power = 1; power <= 11; power += 2)
        {
            term *= angle / power;
            sine += power % 4 == 1 ? term : -term;
            term *= angle / (power + 1);
            cosine += power % 4 == 1 ? -term : term;
        }

        for (var i = 0; i < Halvings; i++) (cosine, sine) = ((cosine - sine) * (cosine + sine), 2 * cosine * sine);
        return (cosine, sine);
    }
}
