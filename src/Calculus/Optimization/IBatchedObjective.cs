namespace Calculus.Optimization;

/// <summary>An objective whose values and gradients come from a part of the data that changes from step to step.</summary>
internal interface IBatchedObjective : IObjective
{
    /// <summary>Chooses the rows from which values and gradients come until it is called again. The same step always has the same rows.</summary>
    /// <param name="step">The number of steps done.</param>
    void Choose(int step);
}
