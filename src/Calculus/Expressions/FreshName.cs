namespace Calculus.Expressions;

/// <summary>Names that are free.</summary>
internal static class FreshName
{
    /// <summary>A name, with as many underscores behind it as it takes to be free.</summary>
    /// <param name="name">The name that is wished for.</param>
    /// <param name="isTaken">Whether a name is taken.</param>
    public static string Of(string name, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        while (isTaken(name)) name += "_";
        return name;
    }
}
