using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// Checks what steps claim. Two lines that simplify to the same node are equal by identity; otherwise their values are compared at points. A
/// derivative that a line still has to take is also measured by differences, so that a wrong rule cannot vouch for itself. Where values differ, numbers
/// with a guarantee decide: <c>sin(1e58*x)</c> and another form of it have no digit in common as doubles.
/// </summary>
/// <param name="notation">How lines are read.</param>
/// <param name="data">Values of names that are not variables.</param>
/// <param name="given">The same as what numbers with a guarantee are computed from, with the symbols that have the coordinates of a point.</param>
internal sealed class Proof(Notation notation, IReadOnlyDictionary<string, double> data, Func<Symbol[], Inputs> given)
{
    // Doubles that differ by less are not looked at more closely.
    private const double Noticed = 1e-9;

    private const int MostPoints = 4;
    private const int MeasuredPoints = 2;
    private const int LongestIdentity = 40;

    private readonly List<Claimed> _claims = [];
    private readonly OperationCount _count = new();
    private readonly Dictionary<Symbol, Expression> _meanings = [];

    private sealed record Claimed(Step Step, Expression Before, Expression After, Expression? Function, Symbol? By);

    /// <summary>A letter stands for a part of the function.</summary>
    public void Stands(Symbol letter, Expression meaning) => _meanings[letter] = meaning;

    /// <summary>A step between two lines; it claims that both mean the same.</summary>
    public Step Step(Rule rule, string explanation, SyntaxNode before, SyntaxNode after, IReadOnlyList<Step>? steps = null)
    {
        var step = notation.Step(rule, explanation, before, after, steps);
        Claim(step, before, after);
        return step;
    }

    /// <summary>The claim of a step: both lines mean the same.</summary>
    public void Claim(Step step, SyntaxNode before, SyntaxNode after)
    {
        var derivative = Printing.WrittenTree.IsDerivative(before) && before.Children.Count == 2 ? before : null;
        Claim(step, notation.Read(before), notation.Read(after), derivative is null ? null : notation.Bind(derivative.Children[0]), derivative is null ? null : notation.SymbolOf(derivative.Children[1].Text));
    }

    /// <summary>The claim of a step, given what its lines mean.</summary>
    /// <param name="step">The step.</param>
    /// <param name="before">What its first line means.</param>
    /// <param name="after">What its second line means.</param>
    /// <param name="function">What is to be differentiated, where the first line is a derivative still to be taken.</param>
    /// <param name="by">The symbol to differentiate by, in that case.</param>
    public void Claim(Step step, Expression before, Expression after, Expression? function = null, Symbol? by = null) =>
        _claims.Add(new Claimed(step, before, after, function, by));

    /// <summary>Checks every claim and writes the residuals into the steps; where the check fails, they stay NaN.</summary>
    public void Settle()
    {
        if (_claims.Count > 0) notation.Budget.Extras.Try("the check of the steps", Settled, false);
        _claims.Clear();
        _meanings.Clear();
    }

    private bool Settled()
    {
        var graph = notation.Graph;
        var claims = _claims.ConvertAll(claim => claim with { Before = Meaning(claim.Before), After = Meaning(claim.After), Function = claim.Function is { } function ? Meaning(function) : null });
        Expression[] outputs = [.. claims.SelectMany(static claim => new[] { claim.Before, claim.After, claim.Function ?? claim.Before })];
        Symbol[] inputs = [.. Reachable.From(outputs).OfType<Symbol>().Where(IsInput)];
        string[] names = [.. inputs.Select(static symbol => symbol.Name)];
        var program = Lowering.Compile(outputs, inputs, data, names, graph.Budget);
        var points = Robust(CheckPoints.For(inputs.Length), inputs, names, out var robust);
        var columns = new double[inputs.Length * points.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            for (var k = 0; k < points.Count; k++) columns[(i * points.Count) + k] = points[k][i];
        }

        var values = new double[outputs.Length * points.Count];
        program.EvaluateBlock(columns, points.Count, values, graph.Budget);
        for (var c = 0; c < claims.Count; c++) Settle(claims[c], c, values, points, robust, inputs, names);
        return true;
    }

    private void Settle(Claimed claim, int place, double[] values, IReadOnlyList<double[]> points, int robust, Symbol[] inputs, string[] names)
    {
        var isIdentity = claim.Before == claim.After || (IsShort(claim.Before) && IsShort(claim.After) && Simplify.Of(claim.Before) == Simplify.Of(claim.After));
        var (residual, used) = (isIdentity ? 0 : double.NaN, 0);
        Certifier? certifier = null;
        Func<int, DerivativeEstimate>? measure = claim.Function is null ? null : Measured(claim, points, inputs, names);
        for (var k = 0; k < points.Count && used < MostPoints; k++)
        {
            var (before, after, function) = (values[(3 * place * points.Count) + k], values[(((3 * place) + 1) * points.Count) + k], values[(((3 * place) + 2) * points.Count) + k]);
            if (!double.IsFinite(before) || !double.IsFinite(after) || !double.IsFinite(function)) continue;
            var difference = isIdentity ? 0 : Difference(before, after);
            if (difference > Noticed)
            {
                certifier ??= new Certifier([(claim.Before, claim.Before), (claim.After, claim.After)], given(inputs), notation.Budget.Besides());
                var numbers = certifier.Of(points[k], [before, after]);
                if (Array.TrueForAll(numbers, static number => number.Certainty == Certainty.Right)) (before, after) = (numbers[0].Value, numbers[1].Value);
                else if (k >= robust) continue;
                difference = Difference(before, after);
            }

            var scale = Scale(before, after);
            if (measure is not null && used < MeasuredPoints && k < robust)
            {
                var estimate = measure(k);
                var far = double.IsFinite(estimate.Value) ? Math.Max(0, Math.Abs(after - estimate.Value) - (20 * estimate.Error)) / scale : 0;
                if (far > Noticed && Array.IndexOf(inputs, claim.By) is var along and >= 0
                    && EnclosedSlope.Of(claim.Function!, given(inputs), points[k], along, notation.Budget.Besides()) is { } slope)
                {
                    certifier ??= new Certifier([(claim.Before, claim.Before), (claim.After, claim.After)], given(inputs), notation.Budget.Besides());
                    far = Difference(certifier.Of(points[k], [before, after])[1].Value, slope);
                }

                difference = Math.Max(difference, far);
            }

            residual = double.IsNaN(residual) ? difference : Math.Max(residual, difference);
            used++;
        }

        claim.Step.Residual = residual;
    }

    private static double Difference(double before, double after) => Math.Abs(before - after) / Scale(before, after);

    private static double Scale(double before, double after) => Math.Max(1, Math.Max(Math.Abs(before), Math.Abs(after)));

    // Points where no part of the function is so large, so small or so near to 1 that rounding it would change the whole come first.
    private IReadOnlyList<double[]> Robust(IReadOnlyList<double[]> points, Symbol[] inputs, string[] names, out int robust)
    {
        Expression[] parts = [.. Reachable.From(Meaning(notation.Function))];
        Symbol[] all = [.. inputs.Union(parts.OfType<Symbol>().Where(IsInput))];
        var program = Lowering.Compile(parts, all, data, names, notation.Budget);
        var values = new double[parts.Length];
        var point = new double[all.Length];
        var fragile = new List<double[]>();
        var sorted = new List<double[]>();
        foreach (var candidate in points)
        {
            candidate.CopyTo(point, 0);
            program.Evaluate(point, values, notation.Budget);
            (Array.Exists(values, static value => Math.Abs(value) is > 1e6 or (> 0 and < 1e-9) or (> 1 - 1e-9 and not 1 and < 1 + 1e-9)) ? fragile : sorted).Add(candidate);
        }

        robust = sorted.Count;
        return [.. sorted, .. fragile];
    }

    private Func<int, DerivativeEstimate> Measured(Claimed claim, IReadOnlyList<double[]> points, Symbol[] inputs, string[] names)
    {
        var place = Array.IndexOf(inputs, claim.By);
        if (place < 0) return static _ => new DerivativeEstimate(0, 0, 0);
        var program = Lowering.Compile([claim.Function!], inputs, data, names, notation.Budget);
        var value = new double[1];
        return k =>
        {
            double[] moved = [.. points[k]];
            return NumericDerivative.Of(
                x =>
                {
                    moved[place] = x;
                    program.Evaluate(moved, value, notation.Budget);
                    return value[0];
                },
                points[k][place]);
        };
    }

    // For long lines comparing values is as convincing, and faster.
    private bool IsShort(Expression node) => _count.Size(node).Operations <= LongestIdentity;

    private bool IsInput(Symbol symbol) =>
        symbol.Role is SymbolRole.Argument or SymbolRole.Parameter || (symbol.Role is SymbolRole.Variable && !data.ContainsKey(symbol.Name));

    private Expression Meaning(Expression node) => _meanings.Count == 0 ? node : Rebuild.In(node, notation.Graph, _meanings);
}
