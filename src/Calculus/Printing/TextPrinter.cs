using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// Writes nodes in the function language, which reads them back to the same node, up to the values used at points without
/// a derivative.
/// </summary>
/// <param name="style">How to write.</param>
/// <param name="budget">What may be spent.</param>
public sealed class TextPrinter(PrintStyle style, Budget budget) : ExpressionPrinter(style, budget)
{
    // 5^40 in a denominator; a longer decimal is no easier to read than a quotient.
    private const int LongestDecimalExponent = 40;

    /// <summary>The node in the function language.</summary>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static string Print(Expression node, PrintStyle style, Budget budget) => new TextPrinter(style, budget).Print(node);

    private protected override string Joined(IReadOnlyList<(string Name, string Part)> parts, string formula) =>
        string.Concat(parts.Select(static part => $"{part.Name} = {part.Part}; ")) + formula;

    private protected override void Expand(Expression node, Level least)
    {
        var enclosed = Levels.Of(node, Style.Decimals) < least;
        if (enclosed) Write("(");
        switch (node)
        {
            case Symbol symbol:
                Write(symbol.Name);
                break;
            case Sum sum:
                WriteSum(sum);
                break;
            case Choice choice:
                WriteChoice(choice);
                break;
            case Call { Function: Power, Arguments: [var @base, not Number and var exponent] }:
                Write(@base, Level.Atom);
                Write(node.Shape.IsScalar ? "^" : ".^");
                Write(exponent, Level.Atom);
                break;
            case Call { Function: not (Power or RealPower) } call:
                WriteCall(call);
                break;
            default:
                WriteQuotient(Quotient.Of(Rational.One, node, Order, Style.Decimals), "-");
                break;
        }

        if (enclosed) Write(")");
    }

    // A choice in the last branch is one more condition.
    private void WriteChoice(Choice choice)
    {
        Write(choice.Otherwise is Choice ? $"{Piecewise.Function.Name}(" : $"{If.Function.Name}(");
        Expression rest = choice;
        for (; rest is Choice row; rest = row.Otherwise)
        {
            WriteAll([row.Condition, row.Then], ", ");
            Write(", ");
        }

        Write(rest, Level.Any);
        Write(")");
    }

    private protected override void WriteQuotient(Quotient quotient, string minus)
    {
        if (quotient.IsNegative) Write(minus);
        if (quotient.WritesNumber) Write(quotient.Number.Text);
        WriteFactors(quotient.Numerator, quotient.WritesNumber, isNumerator: true);
        if (!quotient.HasDenominator) return;
        var divisor = quotient.Number.Divisor;
        // In one product with other factors, 0*x and if(c, x, 0) would absorb them.
        var divisors = quotient.Denominator.Where(static factor => !TakesIn(factor.Base)).ToList();
        var count = divisors.Count + (divisor is null ? 0 : 1);
        var isArray = HasArray(quotient.Numerator);
        if (count > 0) Write($"{(isArray && HasArray(divisors) ? " ./ " : "/")}{(count == 1 ? string.Empty : "(")}");
        if (divisor is not null) Write(divisor);
        WriteFactors(divisors, divisor is not null);
        if (count > 1) Write(")");
        foreach (var alone in quotient.Denominator.Where(static factor => TakesIn(factor.Base)))
        {
            Write(isArray && !alone.Base.Shape.IsScalar ? " ./ " : "/");
            WritePower(alone, Level.Power);
        }
    }

    private static bool TakesIn(Expression divisor) => divisor
        is Number { Value.IsZero: true }
        or Product { Coefficient.IsZero: true }
        or Choice { Then: Number { Value.IsZero: true } }
        or Choice { Otherwise: Number { Value.IsZero: true } };

    // Numbers come before arrays, so that 2*A @ x and x .* y need no brackets; a matrix product stays alone or comes last.
    private void WriteFactors(IReadOnlyList<PeoplesFactor> factors, bool hasNumber, bool isNumerator = false)
    {
        var isArray = false;
        for (var i = 0; i < factors.Count; i++)
        {
            var isNext = !factors[i].Base.Shape.IsScalar;
            if (hasNumber || i > 0) Write(isArray && isNext ? " .* " : "*");
            WritePower(factors[i], isNumerator && i == factors.Count - 1 && !isArray ? Level.Product : Level.Power);
            isArray |= isNext;
        }
    }

    private static bool HasArray(IEnumerable<PeoplesFactor> factors) => factors.Any(static factor => !factor.Base.Shape.IsScalar);

    private void WritePower(PeoplesFactor factor, Level alone)
    {
        if (factor.Exponent.IsOne)
        {
            // Only a matrix product reads on to the right as part of the same product.
            Write(factor.Base, factor.Base is Call { Function: Notation } ? alone : Level.Power);
        }
        else if (factor.Exponent == Rational.Of(1, 2))
        {
            Write("sqrt(");
            Write(factor.Base, Level.Any);
            Write(")");
        }
        else
        {
            Write(factor.Base, Level.Atom);
            Write(factor.Base.Shape.IsScalar ? "^" : ".^");
            Write(Exponent(factor));
        }
    }

    // Of constant exponents only a quotient of whole numbers with an odd denominator reads as the real root.
    private string Exponent(PeoplesFactor factor)
    {
        var exponent = factor.Exponent;
        var numeral = Numeral.Of(exponent, Style.Decimals);
        var isReal = factor.Node is Call { Function: RealPower };
        if (!isReal && numeral.Divisor is null) return numeral.Text;
        if (isReal || exponent.HasEvenDenominator || factor.Base.Facts.IsNotNegative()) return $"({exponent})";
        return exponent.TryDecimal(LongestDecimalExponent)
            ?? string.Create(CultureInfo.InvariantCulture, $"(1/{exponent.Denominator}*{exponent.Numerator})");
    }

    private void WriteCall(Call call)
    {
        switch (call.Function)
        {
            case Notation notation:
                Write(notation.Text, call.Arguments);
                break;
            case Relation relation:
                var (left, sign, right) = Comparison.Of(call, Order);
                Write(left, Level.Sum);
                Write($" {sign ?? relation.Name} ");
                Write(right, Level.Sum);
                break;
            case And or Or:
                var level = Levels.Of(call, Style.Decimals);
                Write(call.Arguments[0], level);
                Write($" {call.Function.Name} ");
                Write(call.Arguments[1], level + 1);
                break;
            case Not:
                Write("not ");
                Write(call.Arguments[0], Level.Not);
                break;
            case Factorial:
                Write(call.Arguments[0], Level.Postfix);
                Write("!");
                break;
            default:
                Write($"{call.Function.Name}(");
                WriteAll(call.Function is Extremum ? Order.Arguments(call) : call.Arguments, ", ");
                Write(")");
                break;
        }
    }
}
