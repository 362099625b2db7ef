using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.CriticalPoints;

/// <summary>
/// What divides the line for some formulas: expressions that are 0 where a branch changes, a slope jumps or a domain ends, and expressions whose
/// whole numbers are such places.
/// </summary>
/// <param name="At">The expression.</param>
/// <param name="Stair">The stair that jumps there, or null.</param>
/// <param name="IsRow">Whether the places are where the expression is a whole number; else where it is 0.</param>
/// <param name="IsHalved">Whether they are halfway between whole numbers.</param>
/// <param name="Highest">The highest whole number that counts.</param>
/// <param name="IsSign">Whether other guards have cut the line there already, and only the sign is needed.</param>
internal sealed record Guard(Expression At, Expression? Stair = null, bool IsRow = false, bool IsHalved = false, double Highest = double.PositiveInfinity, bool IsSign = false)
{
    /// <summary>The guards of formulas, those of parts first.</summary>
    /// <param name="formulas">The formulas.</param>
    /// <param name="x">The variable.</param>
    public static IReadOnlyList<Guard> Of(IReadOnlyList<Expression> formulas, Symbol x)
    {
        var nodes = Reachable.From([.. formulas]);
        var guards = new List<Guard>();
        var zeros = new HashSet<Expression>();
        var changing = Reachable.ChangingWith(nodes, x);
        foreach (var call in nodes.OfType<Call>())
        {
            if (!changing.Contains(call)) continue;
            var u = call.Arguments[0];
            switch (call.Function)
            {
                case Floor or Ceil: guards.Add(new(u, call, IsRow: true)); continue;
                case Round: guards.Add(new(u, call, IsRow: true, IsHalved: true)); continue;
                case Mod:
                    var quotient = u / call.Arguments[1];
                    guards.Add(new(quotient, Floor.Of(quotient), IsRow: true));
                    break;
                case Gamma or Lgamma or Digamma or Trigamma or Polygamma or Factorial when !u.Facts.IsPositive():
                    guards.Add(new(u, IsRow: true, Highest: call.Function is Factorial ? -1 : 0));
                    break;
                default:
                    foreach (var seam in call.Function.Seams(call.Graph, call.Arguments)) AddZeros(seam);
                    // The derivatives of roots and distances have no value where these are 0.
                    if (call.Function is Cbrt or Root or Sqrt or Hypot) AddZeros(u);
                    break;
            }

            foreach (var condition in call.Function.Conditions(call.Graph, call.Arguments.AsSpan())) AddConditions(condition);
        }

        return [.. guards.Distinct().OrderBy(static guard => guard.IsSign).ThenBy(static guard => guard.At.Index)];

        void AddConditions(Expression condition)
        {
            foreach (var relation in Reachable.From(condition).OfType<Call>())
            {
                if (relation.Function is not Relation) continue;
                AddZeros(relation.Arguments[1] - relation.Arguments[0]);
                AddSign(relation.Arguments[0] - relation.Arguments[1]);
            }
        }

        void AddZeros(Expression expression)
        {
            foreach (var factor in ZeroFactors.Of(expression, x))
            {
                if (zeros.Add(factor) && Reachable.ChangingWith(Reachable.From(factor), x).Contains(factor)) guards.Add(new(factor));
            }

            // Signs are needed of the expression itself as well.
            AddSign(expression);
        }

        void AddSign(Expression expression)
        {
            if (zeros.Add(expression) && Reachable.ChangingWith(Reachable.From(expression), x).Contains(expression)) guards.Add(new(expression, IsSign: true));
        }
    }
}
