using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;

namespace Calculus.Explanations;

/// <summary>How the slope between two points is found: the outputs, rise and run, their quotient, and the line through both points.</summary>
/// <param name="bound">The function of one variable.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class SlopeSteps(BoundDefinition bound, Budget budget)
{
    /// <summary>The steps; the last ends in the line.</summary>
    /// <param name="secant">The points; both outputs are finite.</param>
    /// <param name="line">The line through them.</param>
    /// <param name="isOfFunction">Whether the outputs are the function's; else they were given.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Of(Secant secant, StraightLine line, bool isOfFunction)
    {
        ArgumentNullException.ThrowIfNull(secant);
        ArgumentNullException.ThrowIfNull(line);
        var (lines, name) = (new NumberLines(bound, line.Printer.Style, budget), bound.Variables[0].Name);
        var factory = lines.Notation.Factory;
        var (y1, y2, rise, slope) = (secant.FromY!.Value, secant.ToY!.Value, secant.Rise!.Value, secant.Slope!.Value);
        if (isOfFunction)
        {
            AddOutput(secant.FromX, y1);
            AddOutput(secant.ToX, y2);
        }

        lines.Add(SlopeRules.Rise, SlopeRules.Rise.Sentence, factory.Subtract(lines.Number(y2), lines.Number(y1)), lines.Number(rise));
        lines.Add(SlopeRules.Run, SlopeRules.Run.Sentence, factory.Subtract(lines.Number(secant.ToX), lines.Number(secant.FromX)), lines.Number(secant.Run));
        lines.Add(SlopeRules.Slope, SlopeRules.Slope.Sentence, factory.Divide(lines.Number(rise), lines.Number(secant.Run)), lines.Number(slope));
        var along = factory.Multiply(lines.Number(slope), lines.Difference(factory.Name(name), secant.FromX));
        lines.Add(SlopeRules.Line, SlopeRules.Line.Sentence, factory.Add(along, lines.Number(y1)), lines.Notation.Write(line.Formula));
        return lines.EndIn(line.Printed);

        void AddOutput(Rational input, Rational output) =>
            lines.Add(SlopeRules.Output, $"{lines.Notation.Quote(lines.Number(input))} is put in place of {name}.", lines.At(lines.Function, [(name, input)]), lines.Number(output));
    }
}
