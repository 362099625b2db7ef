using System.Globalization;

namespace Calculus.Optimization;

/// <summary>Where a rule was first described.</summary>
/// <param name="Authors">Who described it.</param>
/// <param name="Year">When.</param>
/// <param name="Work">The title, and where it appeared.</param>
public sealed record Source(string Authors, int Year, string Work)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Authors} ({Year}). {Work}.");
}
