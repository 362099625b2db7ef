using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Derivatives;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Optimization.LeastSquares;
using Calculus.Programs;
using Calculus.Seams;

namespace Calculus;

/// <summary>A function under study as a sum of squares: its residuals, and their derivatives by forward mode, a column of the Jacobian for each coordinate.</summary>
internal sealed class LeastSquaresObjective : ILeastSquaresObjective, INamedCoordinates
{
    // More of a formula than this is no help in a sentence.
    private const int LongestQuoted = 60;

    private readonly FunctionObjective _function;
    private readonly Evaluator _residuals;
    private readonly Evaluator _slopes;

    // √weight of each residual.
    private readonly double[] _scale;

    /// <summary>Makes the residuals ready.</summary>
    /// <param name="function">The sum of squares itself.</param>
    /// <param name="squares">The squares that it consists of.</param>
    /// <param name="bound">The definition that they come from.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">The Jacobian has more entries than may be held.</exception>
    private LeastSquaresObjective(FunctionObjective function, IReadOnlyList<Square> squares, BoundDefinition bound, Budget budget)
    {
        _function = function;
        Expression[] roots = [.. squares.Select(static square => square.Root)];
        _residuals = Evaluator.Of(roots, bound.Variables, bound.Data, budget);
        _scale = [.. squares.SelectMany(static square => Enumerable.Repeat(Math.Sqrt(square.Weight), (int)square.Root.Shape.Count))];
        var (entries, most) = ((long)_scale.Length * Dimension, budget.Limits.ArrayEntries);
        if (entries > most) throw new LimitException("arrayEntries", most, $"The Jacobian of the residuals has {entries} entries; at most {most} are held at once.", entries);

        List<LinearProduct> products = [.. roots.Select(root => Along(bound with { Function = root }))];
        Symbol[] inputs = [.. products.SelectMany(static product => product.Inputs).Distinct()];
        _slopes = Evaluator.Of([.. products.SelectMany(static product => product.Formulas)], inputs, bound.Data, budget);
    }

    /// <summary>A definition as a sum of squares.</summary>
    /// <param name="bound">The definition; where its value is a vector or a matrix, the sum of the squares of its entries is meant.</param>
    /// <param name="itself">Makes the definition itself an objective.</param>
    /// <param name="values">Makes the numbers of another function of the same variables.</param>
    /// <param name="print">Prints a formula.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="DescentException">It is none by its own structure.</exception>
    /// <exception cref="LimitException">The Jacobian has more entries than may be held.</exception>
    public static LeastSquaresObjective Of(
        BoundDefinition bound, Func<FunctionObjective> itself, Func<BoundDefinition, FormulaValues> values, Func<Expression, string> print, Budget budget)
    {
        var (squares, obstacle) = new Squares(bound, budget).Read();
        if (squares is not { Count: > 0 })
        {
            var text = obstacle is null || obstacle == bound.Function ? "" : print(obstacle);
            var found = text.Length is 0 or > LongestQuoted ? "" : $" Here '{text}' is none of them.";
            throw new DescentException("optimizer.name", "This optimizer takes sums of squares: sum(r.^2), mean(r.^2), mse(a, b), norm(r)^2, squares added with " +
                $"positive factors, or a vector of residuals, whose squares it adds.{found}");
        }

        var function = bound.Function;
        if (function.Shape.IsScalar) return new LeastSquaresObjective(itself(), squares, bound, budget);
        var total = bound with { Function = function.Graph.Total(function.Graph.Power(function, 2)) };
        return new LeastSquaresObjective(new FunctionObjective(total, new DerivativeBook(total, budget), values(total), budget), squares, bound, budget);
    }

    /// <inheritdoc/>
    public int Dimension => _function.Dimension;

    /// <inheritdoc/>
    public int Residuals => _scale.Length;

    /// <inheritdoc/>
    public string NameOf(int coordinate) => _function.NameOf(coordinate);

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot) => _function.Exchange(snapshot);

    /// <inheritdoc/>
    public Action? Following(Snapshot snapshot) => _function.Following(snapshot);

    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> x) => _function.Value(x);

    /// <inheritdoc/>
    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient) => _function.ValueAndGradient(x, gradient);

    /// <inheritdoc/>
    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product) => _function.HessianVectorProduct(x, v, product);

    /// <inheritdoc/>
    public void ResidualsAndJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian)
    {
        _residuals.At(x, residuals);
        for (var i = 0; i < residuals.Length; i++) residuals[i] *= _scale[i];

        // The point beside each unit vector; what the slopes do not depend on stays 0.
        var n = Dimension;
        var columns = new double[_slopes.Inputs.Count * n];
        for (var j = 0; j < n; j++)
        {
            columns.AsSpan(j * n, n).Fill(x[j]);
            columns[((n + j) * n) + j] = 1;
        }

        var slopes = _slopes.AtMany(columns, n);
        for (var i = 0; i < residuals.Length; i++)
        {
            for (var j = 0; j < n; j++) jacobian[(i * n) + j] = _scale[i] * slopes[(i * n) + j];
        }
    }

    // Derivatives of numbers by numbers go forwards, beside the function; those of arrays are linear in what stands behind them.
    private static LinearProduct Along(BoundDefinition root)
    {
        var products = new DerivativeProducts(root);
        var isOfNumbers = Reachable.AreNumbers([root.Function, .. root.Variables]) && !Thin.MayBeIn(root.Function);
        return isOfNumbers ? products.Forward() : products.Jacobian();
    }
}
