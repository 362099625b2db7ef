namespace Calculus.Optimization.Diagnoses;

/// <summary>Where a diagnosis looks at the function: the last point of a descent, or the best one of a run that got worse.</summary>
internal sealed class EndPoint
{
    /// <summary>Finds it.</summary>
    /// <param name="descent">The descent.</param>
    public EndPoint(DescentCase descent)
    {
        // Where a run diverged or got worse, the curvature at its end says nothing about the rate that would have worked.
        var path = descent.Path;
        IsLost = string.Equals(descent.Stop.Reason, StopReasons.Diverged, StringComparison.Ordinal) || (path.EndValue > path.StartValue && path.EndGradientNorm > path.StartGradientNorm);
        At = IsLost ? descent.Best : descent.End;
        Value = path.Landscape.Value(At.Point, At.Value);
        Gradient = new double[At.Point.Length];
        path.Landscape.FromGradient(At.Point, At.Gradient, Gradient);
        Held = [.. Enumerable.Range(0, Gradient.Length).Where(i => path.Landscape.IsHeld(i, At.Point, Gradient))];
        foreach (var i in Held) Gradient[i] = 0;
    }

    /// <summary>True where the run diverged or got worse, so that its best point is looked at instead of its last.</summary>
    public bool IsLost { get; }

    /// <summary>The point with f and its gradient.</summary>
    public Waypoint At { get; }

    /// <summary>The coordinates.</summary>
    public double[] Point => At.Point;

    /// <summary>F there.</summary>
    public double Value { get; }

    /// <summary>∇F there, 0 for the coordinates that the box holds.</summary>
    public double[] Gradient { get; }

    /// <summary>The coordinates that lie on a bound of the box which −∇F would cross.</summary>
    public int[] Held { get; }

    /// <summary>The size against which a distance is small.</summary>
    public double Size => 1 + Vectors.Norm(Point);

    /// <summary>A vector without its entries for the coordinates that the box holds.</summary>
    public double[] Masked(double[] v)
    {
        foreach (var i in Held) v[i] = 0;
        return v;
    }
}
