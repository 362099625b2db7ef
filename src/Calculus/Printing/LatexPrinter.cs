using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>Writes nodes as LaTeX for mathematics mode, of the commands that KaTeX knows.</summary>
internal sealed partial class LatexPrinter
{
    private const string Open = @"\left(", Close = @"\right)";

    private readonly NodeTable<double> _heights = new(Height.Of);

    /// <summary>The node as LaTeX.</summary>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static string Print(Expression node, PrintStyle style, Budget budget) => new LatexPrinter(style, budget).Print(node);

    private static string Joined(IReadOnlyList<(string Name, string Part)> parts, string formula) =>
        $@"\begin{{array}}{{l}} {formula} \\ \text{{where }} {string.Join(@" \\ ", parts.Select(static part => $"{part.Name} = {part.Part}"))} \end{{array}}";

    // Writes the parts of a node.
    private void Expand(Expression node)
    {
        switch (node)
        {
            case Symbol symbol:
                Write(LatexName.Of(symbol));
                break;
            case Sum sum:
                WriteSum(sum);
                break;
            case Choice choice:
                WriteCases(choice);
                break;
            case Call { Function: Power, Arguments: [var @base, not Number and var exponent] }:
                Write(@base, Level.Atom);
                Write(@base.Shape.Rank == 2 ? @"^{\circ " : "^{");
                Write(exponent, Level.Any);
                Write("}");
                break;
            case Call { Function: not (Power or RealPower) } call:
                WriteCall(call);
                break;
            default:
                WriteQuotient(Quotient.Of(Rational.One, node, _order, _style.Decimals), "-");
                break;
        }
    }

    private Level LevelOf(Expression node) => node switch
    {
        Choice => Level.Any,
        Call { Function: Notation { Index: not null } } => Level.Power,
        Call { Function: Notation { IsProductInLatex: true } } => Level.Product,
        Call { Function: Notation { Level: Level.Product } } => Level.Power, // factors are written side by side, as for numbers
        Call { Function.LatexBase: not null } call => IsWrittenAsPower(call) ? Level.Power : Level.Atom,
        Number { Value.Sign: >= 0 } number when Numeral.Of(number.Value, _style.Decimals).PowerOfTen != 0 => Level.Product,
        Call { Function: Factorial } => Level.Power, // a power of it wants a bracket
        Call { Function: Power or RealPower } => Levels.Of(node, _style.Decimals) is Level.Product ? Level.Product : Level.Power,
        _ => Levels.Of(node, _style.Decimals),
    };

    private bool IsWrittenAsPower(Call call) =>
        call.Function.LatexBase is not null && !_declaresE
        && _heights[call.Arguments[0]] <= Height.MostInExponent
        && _order.Length(call.Arguments[0]) <= Height.LongestInExponent;

    // A number times a node as a quotient, with the given sign in front where it is negative.
    private void WriteQuotient(Quotient quotient, string minus)
    {
        if (quotient.IsNegative) Write(minus);
        var number = quotient.WritesNumber ? quotient.Number.Latex : null;
        if (!quotient.HasDenominator)
        {
            WriteFactors(number, quotient.Number.PowerOfTen != 0, quotient.Numerator, Level.Power);
            return;
        }

        Write(@"\frac{");
        WriteFactors(number, quotient.Number.PowerOfTen != 0, quotient.Numerator, Level.Any);
        Write("}{");
        WriteFactors(quotient.Number.Divisor, false, quotient.Denominator, Level.Any);
        Write("}");
    }

    // Juxtaposed; a dot between digits and a thin space where two neighbours would read as one name or as a call.
    private void WriteFactors(string? number, bool hasPowerOfTen, IReadOnlyList<PeoplesFactor> factors, Level alone)
    {
        if (number is not null) Write(number);
        if (factors.Count > 1 || number is not null) alone = Level.Power;
        for (var i = 0; i < factors.Count; i++)
        {
            if (i > 0 || number is not null) Write(Separator(i > 0 ? factors[i - 1].Base : null, hasPowerOfTen, factors[i]));
            WritePower(factors[i], alone);
        }
    }

    private static string Separator(Expression? left, bool hasPowerOfTen, PeoplesFactor right)
    {
        if (left is not null && !left.Shape.IsScalar && !right.Base.Shape.IsScalar) return @" \odot ";
        var beginsWithDigit = right.Base is Number ? !IsRoot(right) : right.Base is Call { Function: Power, Arguments: [Number, _] };
        if (beginsWithDigit) return @" \cdot ";
        if (left is null) return hasPowerOfTen ? @" \, " : " ";
        var isWord = IsWord(left) || IsWord(right.Base);
        return isWord || (left is Symbol && right.Base is Sum) ? @" \, " : " ";
    }

    private static bool IsWord(Expression node) => node is Symbol symbol && LatexName.IsWord(LatexName.Of(symbol));

    private void WritePower(PeoplesFactor factor, Level alone)
    {
        var (@base, exponent) = (factor.Base, factor.Exponent);
        if (exponent.IsOne)
        {
            Write(@base, alone);
        }
        else if (IsRoot(factor))
        {
            var order = exponent.Denominator == 2 ? string.Empty : $"[{exponent.Denominator}]";
            Write($"{Sqrt.Function.Latex}{order}{{");
            Write(@base, Level.Any);
            Write("}");
        }
        else if (@base is Call { Function.LatexPowerFollowsName: true, Shape.Rank: < 2 } call && exponent.IsInteger)
        {
            Write($"{call.Function.Latex}^{{{exponent}}}{Open}");
            WriteAll(call.Arguments, ", ");
            Write(Close);
        }
        else
        {
            Write(@base, Level.Atom);
            // A matrix is raised entry by entry.
            Write(@base.Shape.Rank == 2 ? $@"^{{\circ {Exponent(factor)}}}" : $"^{{{Exponent(factor)}}}");
        }
    }

    // Roots of odd order are real below zero, which other fractional powers are not.
    private static bool IsRoot(PeoplesFactor factor) =>
        factor.Exponent.Numerator.IsOne && !factor.Exponent.IsInteger
        && (factor.Exponent.Denominator == 2 || factor.Node is Call { Function: RealPower } || factor.Base.Facts.IsNotNegative());

    private string Exponent(PeoplesFactor factor)
    {
        var isReal = factor.Node is Call { Function: RealPower };
        var prefersDecimals = !isReal && (_style.Decimals || !factor.Exponent.HasEvenDenominator);
        var numeral = Numeral.Of(factor.Exponent, prefersDecimals);
        return numeral.Divisor is null ? numeral.Latex : $"{numeral.Latex}/{numeral.Divisor}";
    }

    private void WriteCall(Call call)
    {
        switch (call.Function)
        {
            case Notation notation:
                Write(notation.LatexPieces, call.Arguments);
                break;
            case Relation:
                var (left, turned, right) = Comparison.Of(call, _order);
                Write(left, Level.Sum);
                Write($" {(turned is null ? call.Function.Latex : turned is ">" ? ">" : @"\ge")} ");
                Write(right, Level.Sum);
                break;
            case And or Or:
                var level = Levels.Of(call, _style.Decimals);
                Write(call.Arguments[0], level);
                Write($" {call.Function.Latex} ");
                Write(call.Arguments[1], level + 1);
                break;
            case Not:
                Write($"{call.Function.Latex} ");
                Write(call.Arguments[0], Level.Sum);
                break;
            case { LatexBase: { } @base } when IsWrittenAsPower(call):
                Write($"{@base}^{{");
                Write(call.Arguments[0], Level.Any);
                Write("}");
                break;
            case Factorial:
                Write(call.Arguments[0], Level.Postfix);
                Write(Factorial.Function.Latex);
                break;
            default:
                var (open, close) = call.Function.LatexBrackets;
                Write(open);
                WriteAll(call.Function is Extremum ? _order.Arguments(call) : call.Arguments, call.Function.LatexSeparator);
                Write(close);
                break;
        }
    }

    // A choice in the last branch is one more row.
    private void WriteCases(Choice choice)
    {
        Write(@"\begin{cases} ");
        Expression rest = choice;
        for (; rest is Choice row; rest = row.Otherwise)
        {
            Write(row.Then, Level.Any);
            Write(@" & \text{if } ");
            Write(row.Condition, Level.Any);
            Write(@" \\ ");
        }

        Write(rest, Level.Any);
        Write(@" & \text{otherwise} \end{cases}");
    }
}
