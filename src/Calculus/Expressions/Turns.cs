using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>Where a function turns between rising and falling: between two turns, and within one part of its domain, it does only one of both.</summary>
public sealed class Turns
{
    private readonly ImmutableArray<double> _points = [];

    private Turns(ImmutableArray<double> points) => _points = points;

    private Turns(PointRow row) => Row = row;

    /// <summary>It never turns.</summary>
    public static Turns None { get; } = new([]);

    /// <summary>Turns at equal distances, or null.</summary>
    public PointRow? Row { get; }

    /// <summary>The turns in rising order, each the double nearest to it; empty where they are a row.</summary>
    public ImmutableArray<double> Points => _points;

    /// <summary>Turns at single points.</summary>
    /// <param name="points">The points in rising order.</param>
    public static Turns At(params ReadOnlySpan<double> points) => new([.. points]);

    /// <summary>Turns at equal distances in both directions.</summary>
    /// <param name="first">One of them.</param>
    /// <param name="step">The distance.</param>
    public static Turns Every(double first, double step) => new(new PointRow(first, step, false, ""));
}
