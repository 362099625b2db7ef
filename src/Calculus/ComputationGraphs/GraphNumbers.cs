using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Seams;
using Calculus.Syntax;

namespace Calculus.ComputationGraphs;

/// <summary>The numbers of a graph at a point: values, adjoints and local derivatives, each certified where a request names the point.</summary>
/// <param name="output">The function in a graph that keeps it as it was written.</param>
/// <param name="variables">Its inputs, in the order of the point.</param>
/// <param name="data">Values of constants.</param>
/// <param name="point">Where to compute them.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class GraphNumbers(Expression output, Symbol[] variables, IReadOnlyDictionary<string, ArrayValue> data, PointValues point, Budget budget)
{
    /// <summary>The steps with their numbers, and notes on those numbers that are not right to the last digit.</summary>
    /// <param name="steps">The steps in the order in which they are computed.</param>
    public (IReadOnlyList<GraphNode> Steps, IReadOnlyList<Note> Notes) Of(IReadOnlyList<GraphNode> steps)
    {
        Expression[] nodes = [.. steps.Select(static step => step.Node)];
        var adjoints = ReverseMode.Adjoints(output, [.. nodes], Reachable.ChangingWith([.. nodes], variables), variables);
        var byId = steps.ToDictionary(static step => step.Id, static step => step.Node, StringComparer.Ordinal);
        var (formulas, names) = (new List<Expression>(nodes), new List<string>(steps.Select(static step => step.Id)));
        foreach (var step in steps.Where(step => adjoints.ContainsKey(step.Node)))
        {
            formulas.Add(adjoints[step.Node]);
            names.Add($"the adjoint of {step.Id}");
        }

        foreach (var step in steps)
        {
            foreach (var local in step.Local.Where(static local => !local.IsProduct))
            {
                formulas.Add(InVariables(local.Formula, byId));
                names.Add($"the derivative of {step.Id} by {local.Input}");
            }
        }

        var (numbers, notes) = Numbers(formulas, names);
        return (With(steps, numbers, adjoints), notes);
    }

    private (ArrayValue[] Numbers, IReadOnlyList<Note> Notes) Numbers(List<Expression> formulas, List<string> names)
    {
        var coordinates = Layout.Join([.. point.Variables]);
        var evaluator = Evaluator.Of(formulas, variables, data, budget);
        var numbers = evaluator.At(coordinates);
        if (point.Certain is not { } inputs) return (evaluator.Outputs.Split(numbers), []);
        var known = new Certifier([.. formulas.Select(static formula => (formula, formula))], inputs, budget.Besides()).Of(coordinates, numbers);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = known[i].Value;
        return (evaluator.Outputs.Split(numbers), [.. CertaintyWording.Of(names, evaluator.Outputs, numbers, known)]);
    }

    private List<GraphNode> With(IReadOnlyList<GraphNode> steps, ArrayValue[] numbers, IReadOnlyDictionary<Expression, Expression> adjoints)
    {
        // Where the function is undefined it has no derivatives, whatever the rules make of the numbers on the way.
        var defined = numbers[steps.Select(static step => step.Node).ToList().IndexOf(output)].Entries;
        var (made, adjoint, slope) = (new List<GraphNode>(steps.Count), steps.Count, steps.Count + adjoints.Keys.Count(key => steps.Any(step => step.Node == key)));
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, value) = (steps[i], numbers[i]);
            ArrayValue? own = adjoints.ContainsKey(step.Node) ? numbers[adjoint] with { Entries = WhereDefined(defined, numbers[adjoint++].Entries) } : null;
            // Where branches meet, the derivative by a variable is the limit of both sides.
            if (own is not null && point.Gradient.Count > 0 && step.Node is Symbol symbol && Array.IndexOf(variables, symbol) is >= 0 and var place) own = point.Gradient[place];
            made.Add(step with
            {
                Value = value,
                Adjoint = own,
                Local = [.. step.Local.Select(local => local.IsProduct ? local : local with { Value = LocalAt(value, numbers[slope++]) })],
            });
        }

        return made;
    }

    // A local derivative in terms of the variables: its letters are the ids of steps.
    private Expression InVariables(Expression local, Dictionary<string, Expression> byId) => Rebuild.In(
        local, output.Graph, Reachable.From(local).OfType<Symbol>().Where(symbol => byId.ContainsKey(symbol.Name)).ToDictionary(static symbol => symbol, symbol => byId[symbol.Name]));

    private static ArrayValue LocalAt(ArrayValue step, ArrayValue slope) => double.IsNaN(step.Number) ? ArrayValue.Of(double.NaN) : slope;

    // An adjoint has the entries of the output in rows.
    private static double[] WhereDefined(double[] output, double[] adjoint)
    {
        if (!Array.Exists(output, double.IsNaN)) return adjoint;
        var length = adjoint.Length / output.Length;
        return [.. adjoint.Select((entry, place) => double.IsNaN(output[place / length]) ? double.NaN : entry)];
    }
}
