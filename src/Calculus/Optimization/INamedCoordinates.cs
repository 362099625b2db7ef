namespace Calculus.Optimization;

/// <summary>An objective whose coordinates have names that people know, such as <c>w[2]</c>.</summary>
internal interface INamedCoordinates
{
    /// <summary>What people call a coordinate.</summary>
    /// <param name="coordinate">Which one, from 0.</param>
    string NameOf(int coordinate);
}
