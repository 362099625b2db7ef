namespace Calculus.Printing;

/// <summary>The first and the last name of a formula in the variables' order; it decides which of two similar formulas comes first.</summary>
/// <param name="First">The first name; null where there is none.</param>
/// <param name="Last">The last name.</param>
internal readonly record struct NameSpan((int Rank, string Name)? First, (int Rank, string Name)? Last) : IComparable<NameSpan>
{
    public static bool operator <(NameSpan a, NameSpan b) => a.CompareTo(b) < 0;

    public static bool operator >(NameSpan a, NameSpan b) => a.CompareTo(b) > 0;

    public static bool operator <=(NameSpan a, NameSpan b) => a.CompareTo(b) <= 0;

    public static bool operator >=(NameSpan a, NameSpan b) => a.CompareTo(b) >= 0;

    public static NameSpan Of(int rank, string name) => new((rank, name), (rank, name));

    public NameSpan With(NameSpan other)
    {
        if (First is null) return other;
        if (other.First is null) return this;
        return new NameSpan(Compare(other.First, First) < 0 ? other.First : First, Compare(other.Last, Last) > 0 ? other.Last : Last);
    }

    public int CompareTo(NameSpan other)
    {
        var order = Compare(First, other.First);
        return order != 0 ? order : Compare(Last, other.Last);
    }

    private static int Compare((int Rank, string Name)? a, (int Rank, string Name)? b)
    {
        if (a is not { } left || b is not { } right) return a.HasValue.CompareTo(b.HasValue);
        var order = left.Rank.CompareTo(right.Rank);
        return order != 0 ? order : EntryName.Compare(left.Name, right.Name);
    }
}
