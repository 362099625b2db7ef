using Calculus.Optimization;

namespace CalcApi.Http.Trajectories;

/// <summary>An optimizer ready for one descent.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Schedule">How its rate changes from step to step; null where it stays.</param>
public sealed record StartedOptimizer(Optimizer Optimizer, Schedule? Schedule);
