using Calculus.Binding;
using Calculus.Expressions;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>The definition as the steps in which it is computed, as it was written; at a point with values and adjoints.</summary>
    /// <param name="point">A value for each of <see cref="Variables"/>, or null.</param>
    public ComputationGraphs.ComputationGraph ComputationGraph(IReadOnlyList<ArrayValue>? point)
    {
        var written = Binder.Bind(Definition, _binding, new Graph(_budget, Rewriting.None));
        var names = new Dictionary<Expression, string>();
        foreach (var (name, value) in written.Named) names.TryAdd(value, name);
        // What has no value is noted as it is where the value is asked for.
        if (point is not null) EvaluateArrays([], point);
        return ComputationGraphs.ComputationGraph.Of(written.Function, written.Variables, names, AllData, point, _style, _budget);
    }
}
