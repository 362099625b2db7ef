using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Programs;

namespace Calculus;

/// <summary>A gradient that someone claims, compared with the right one.</summary>
public sealed partial class Study
{
    /// <summary>Compares claimed partial derivatives with the right ones, and looks for the slips that explain the wrong ones.</summary>
    /// <inheritdoc cref="GradientChecker.Check"/>
    public GradientReport CheckGradient(IReadOnlyList<Claim> claims, double[] point, double? tolerance = null)
    {
        Expression[] partials = [.. HasArrays ? ArrayDerivatives(Variables) : Gradient(Variables)];
        Expression[] exact = [.. partials.Select(partial => _derivatives.TryGetValue(partial, out var derived) ? derived.Exact : partial)];
        var program = Evaluator.Of([Function, .. exact], _bound.Variables, _bound.Data, _budget);
        var met = HasArrays ? GradientAtArraySeams(point) : null;
        var report = new GradientChecker(_bound, partials, exact, At, SlopesAtKink, part => Cut(_text.Print(part)), _budget).Check(claims, point, tolerance);
        if (!double.IsFinite(At(point).Value)) NoteUndefined(program.FirstNonFinite(point));
        else if (report.Components.Any(static component => !Array.TrueForAll(component.Exact.Entries, double.IsFinite)))
            NoteUndefined(Evaluator.Of(partials, _bound.Variables, _bound.Data, _budget).FirstNonFinite(point) ?? program.FirstNonFinite(point));
        return report;

        (double Value, double[] Gradient) At(double[] at)
        {
            var numbers = program.At(at);
            var (value, gradient) = (numbers[0], numbers[1..]);
            if (double.IsNaN(value)) Array.Fill(gradient, double.NaN);
            else if (!HasArrays) AtSeams(partials, at, gradient);
            else if (met is not null && at.AsSpan().SequenceEqual(point)) gradient = met;
            return (value, gradient);
        }
    }

    /// <summary>The slopes on both sides of a point where they differ; null where there is one derivative or none to compare.</summary>
    private (double Left, double Right)? SlopesAtKink(int coordinate, double[] point)
    {
        if (!HasArrays) return SlopesAtSeam(coordinate, point);
        try
        {
            return MayHaveKinks && point.Length <= MostEntriesAtKinks ? Entries()?.SlopesAtSeam(coordinate, point) : null;
        }
        catch (LimitException)
        {
            return null; // they are measured
        }
    }
}
