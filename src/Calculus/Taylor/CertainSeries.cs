using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Taylor;

/// <summary>The coefficients of a power series in balls of more and more bits, until each is known as well as a double can say it.</summary>
/// <param name="bound">The function.</param>
/// <param name="variable">The place of the variable.</param>
/// <param name="point">One number for each variable; each stands for the shortest decimal that reads as it.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class CertainSeries(BoundDefinition bound, int variable, double[] point, Budget budget)
{
    // The dearest series: products of two coefficients at the lowest precision.
    private const double Most = 60_000;

    // A product of balls costs about so many of doubles.
    private const int Cost = 100;

    /// <summary>What is known of each coefficient.</summary>
    /// <param name="tape">The function, up to an order.</param>
    /// <param name="series">The same series in doubles, which has been run.</param>
    /// <param name="computed">Its coefficients.</param>
    public Certificate[] Of(TaylorTape tape, TaylorSeries<double> series, double[] computed)
    {
        Certificate[] known = [.. computed.Select(static coefficient => new Certificate(coefficient, Certainty.Undecided))];
        var ladder = new BallLadder();
        try
        {
            while (Array.Exists(known, static each => each.Certainty == Certainty.Undecided))
            {
                var products = 0.5 * tape.Nodes.Count * (tape.Order + 1) * (tape.Order + 2) * ladder.Bits / BallLadder.Lowest;
                if (products > Most) break;
                budget.SpendOperations((long)products * Cost);
                var values = new TaylorSeries<Ball>(tape, new BallCoefficients(ladder.Bits, ValueOf, series), Enclosures.Decimal(point[variable])).Run(budget);
                for (var n = 0; n < known.Length; n++)
                {
                    // A coefficient that a double has and balls do not is one on which a recurrence divides by what is 0.
                    if (known[n].Certainty == Certainty.Undecided && values[n].Kind != BallKind.Undefined) known[n] = ladder.Judge(values[n], values[n], computed[n]);
                }

                if (!ladder.Climb()) break;
            }
        }
        catch (LimitException)
        {
            // What is undecided stays so.
        }

        return known;
    }

    private Ball ValueOf(Symbol symbol, int bits)
    {
        for (var i = 0; i < point.Length; i++)
        {
            if (bound.Variables[i] == symbol) return Enclosures.Decimal(point[i]);
        }

        if (symbol.Role is SymbolRole.Constant) return new BallArithmetic(bits).Constant(symbol.Name);
        return bound.Context.Data.TryGetValue(symbol.Name, out var datum) ? Enclosures.Decimal(datum) : throw new UnboundSymbolException(symbol.Name);
    }
}
