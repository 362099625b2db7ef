using System.Collections.Immutable;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.CodeExport;

/// <summary>
/// Choices for libraries that compute both branches and differentiate through both: where a branch is not taken, its inputs
/// become numbers at which it is defined, since 0·∞ in that branch would make every gradient NaN.
/// </summary>
internal sealed class SafeBranches
{
    // Finite everywhere, and so are their slopes.
    private static bool IsTame(Function function) => function is Sin or Cos or Tanh or Sigmoid or Softplus or Erf or Erfc or Atan
        or Abs or Relu or Max or Min or Step or Sign or Floor or Ceil or Round or Relation or Connective;

    private static readonly ImmutableArray<double> s_everyday = [1, 0.5, 2, -1, -0.5, -2, 3, 0.25, 5, -3, 10, 0.1, -10, 100];

    private readonly Graph _target;
    private readonly Dictionary<Expression, double[]> _places = [];
    private readonly Dictionary<Expression, double[]> _placesOtherwise = [];
    private readonly IReadOnlyList<Symbol> _variables;
    private readonly HashSet<Expression> _wild = [];

    private SafeBranches(Graph target, IReadOnlyList<Symbol> variables) => (_target, _variables) = (target, variables);

    /// <summary>The formulas with their choices made safe, in a graph of their own.</summary>
    /// <param name="formulas">Formulas of one graph.</param>
    /// <param name="question">Gives the variables and the data.</param>
    /// <param name="points">Points at which branches may be defined, besides ordinary ones.</param>
    /// <param name="budget">Pays for nodes and numbers.</param>
    public static IReadOnlyList<Expression> Of(IReadOnlyList<Expression> formulas, CodeQuestion question, IEnumerable<double[]> points, Budget budget)
    {
        var nodes = Reachable.From([.. formulas]);
        Choice[] choices = [.. nodes.OfType<Choice>()];
        if (choices.Length == 0) return formulas;
        Symbol[] variables = [.. question.Variables.Select(symbol => formulas[0].Graph.Symbol(symbol.Name, symbol.Role))];
        var branches = new SafeBranches(new Graph(budget, Rewriting.None), variables);
        branches.FindPlaces(choices, question.Data, s_everyday.Select(number => Enumerable.Repeat(number, variables.Length).ToArray()).Concat(points), budget);
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in nodes)
        {
            budget.Visit();
            made[node] = branches.Safe(node, made);
        }

        return [.. formulas.Select(formula => made[formula])];
    }

    private void FindPlaces(Choice[] choices, IReadOnlyDictionary<string, double> data, IEnumerable<double[]> points, Budget budget)
    {
        Expression[] outputs = [.. choices.SelectMany(static choice => new[] { choice.Condition, choice.Then, choice.Otherwise })];
        var program = Lowering.Compile(outputs, _variables, data, [.. _variables.Select(static symbol => symbol.Name)], budget);
        var values = new double[outputs.Length];
        foreach (var point in points)
        {
            program.Evaluate(point, values, budget);
            for (var i = 0; i < choices.Length; i++)
            {
                var isTaken = values[3 * i] != 0;
                if (double.IsFinite(values[(3 * i) + (isTaken ? 1 : 2)])) (isTaken ? _places : _placesOtherwise).TryAdd(choices[i], point);
            }
        }
    }

    private Expression Safe(Expression node, Dictionary<Expression, Expression> made)
    {
        if (node is not Choice choice)
        {
            var copy = node is Call call ? _target.Call(call.Function, [.. call.Arguments.Select(argument => made[argument])]) : Rebuild.WithChildren(node, _target, child => made[child]);
            Judge(copy);
            return copy;
        }

        var condition = made[choice.Condition];
        var then = Guarded(made[choice.Then], _places.GetValueOrDefault(choice), (input, number) => _target.Choice(condition, input, number));
        var otherwise = Guarded(made[choice.Otherwise], _placesOtherwise.GetValueOrDefault(choice), (input, number) => _target.Choice(condition, number, input));
        return _target.Choice(condition, then, otherwise);
    }

    private Expression Guarded(Expression branch, double[]? place, Func<Expression, Expression, Expression> where)
    {
        if (place is null || !_wild.Contains(branch)) return branch;
        var replacements = new Dictionary<Symbol, Expression>();
        for (var i = 0; i < place.Length; i++)
        {
            var input = _target.Symbol(_variables[i].Name, _variables[i].Role);
            replacements[input] = where(input, _target.Number(Rational.FromDecimal(place[i])));
        }

        return Rebuild.In(branch, _target, replacements);
    }

    // Whether a node, or its slope, may be infinite or undefined somewhere.
    private void Judge(Expression node)
    {
        var isWild = node is Call call && !IsTame(call.Function)
            && !(call.Function is Power && call.Arguments[1] is Number { Value: { IsInteger: true, Sign: > 0 } });
        for (var place = 0; place < node.ChildCount && !isWild; place++) isWild = _wild.Contains(node.Child(place));
        if (isWild) _wild.Add(node);
    }
}
