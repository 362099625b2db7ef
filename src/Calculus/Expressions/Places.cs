namespace Calculus.Expressions;

/// <summary>The positions of entries that are stored row by row.</summary>
internal static class Places
{
    /// <summary>The index along each axis, from 0, of the entry with a number.</summary>
    public static int[] Of(Shape shape, long number)
    {
        var place = new int[shape.Rank];
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            place[axis] = (int)(number % shape[axis].Length);
            number /= shape[axis].Length;
        }

        return place;
    }

    /// <summary>The number of the entry at a position.</summary>
    public static int Offset(Shape shape, ReadOnlySpan<int> place)
    {
        var offset = 0;
        for (var axis = 0; axis < shape.Rank; axis++) offset = (offset * shape[axis].Length) + place[axis];
        return offset;
    }
}
