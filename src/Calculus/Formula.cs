using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus;

/// <summary>
/// A function of numbers, read from text: its value, its derivatives and its gradient. Nothing of it changes, so it may be kept for long and called
/// from many threads. Each reading and each derivative has a budget of its own. Vectors and matrices, steps and checks are asked of a <see cref="Study"/>.
/// </summary>
/// <example><code>
/// var f = Formula.Parse("f(x, z) = 2z^3 x^2");
/// f.At(1, 2);                                             // 16
/// foreach (var (variable, partial) in f.Gradient()) …     // x: 4*z^3*x, z: 6*x^2*z^2
/// </code></example>
public sealed class Formula
{
    private readonly string _definition;
    private readonly IReadOnlyDictionary<string, double> _data;
    private readonly Limits _limits;
    private readonly Lazy<Program> _program;

    private Formula(string definition, IReadOnlyDictionary<string, double> data, Limits limits, Study study, DerivedFormula formula)
    {
        (_definition, _data, _limits) = (definition, data, limits);
        var printed = study.Print(formula.Formula);
        (Text, Latex, Variables) = (printed.Text, printed.Latex, study.Variables);
        Notes = [.. study.Notes([formula], study.Conditions([formula])).Select(static note => note.Message)];
        _program = new(() => study.Compiled(formula));
    }

    /// <summary>The formula as text, which <see cref="Parse"/> reads back under the same variables.</summary>
    public string Text { get; }

    /// <summary>The formula in LaTeX.</summary>
    public string Latex { get; }

    /// <summary>The variables, in the order of a point.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>What has to be said of how the text was read, and under which conditions the formula holds.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads a function: an expression such as <c>x^2 + 3</c>, a definition such as <c>f(x, z) = 2z^3 x^2</c>, LaTeX, Python or JavaScript.</summary>
    /// <param name="text">The definition.</param>
    /// <param name="data">Values of names that are constants.</param>
    /// <param name="limits">How much reading, and each derivative, may cost; the library's defaults where left out.</param>
    /// <exception cref="FormulaException">The text has no meaning, or is not about numbers; the exception points at the place.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public static Formula Parse(string text, IReadOnlyDictionary<string, double>? data = null, Limits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (constants, most) = (data ?? new Dictionary<string, double>(StringComparer.Ordinal), limits ?? new Limits());
        var study = Read(text, constants, most);
        return new Formula(text, constants, most, study, study.Function);
    }

    /// <summary>The value at a point; NaN where the function is not defined.</summary>
    /// <param name="point">A number for each of <see cref="Variables"/>, in their order.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than variables.</exception>
    /// <exception cref="UnboundSymbolException">A letter of the formula is neither a variable nor given a value.</exception>
    public double At(params ReadOnlySpan<double> point)
    {
        if (point.Length != Variables.Count) throw new ArgumentException($"A point has {Variables.Count} {(Variables.Count == 1 ? "number" : "numbers")}, for {string.Join(", ", Variables)}; there {(point.Length == 1 ? "is" : "are")} {point.Length}.", nameof(point));
        var value = double.NaN;
        _program.Value.EvaluatePaid(point, new Span<double>(ref value));
        return value;
    }

    /// <summary>The value at a point; NaN where the function is not defined.</summary>
    /// <param name="point">A number for each of <see cref="Variables"/>, by name.</param>
    /// <exception cref="ArgumentException">A variable has no number.</exception>
    /// <exception cref="UnboundSymbolException">A letter of the formula is neither a variable nor given a value.</exception>
    public double At(IReadOnlyDictionary<string, double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var coordinates = new double[Variables.Count];
        for (var i = 0; i < coordinates.Length; i++)
            coordinates[i] = point.TryGetValue(Variables[i], out var number) ? number : throw new ArgumentException($"The variable {Variables[i]} has no number.", nameof(point));
        return At(coordinates);
    }

    /// <summary>The derivative by one variable.</summary>
    /// <param name="variable">The variable; may be left out where there is one.</param>
    /// <param name="order">How many times to differentiate, at least 0.</param>
    /// <exception cref="ArgumentException">There is no such variable, or there are several and none is named.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public Formula Derivative(string? variable = null, int order = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        var study = Read(_definition, _data, _limits);
        variable ??= Variables is [var only] ? only : throw new ArgumentException($"There are several variables: name one of {string.Join(", ", Variables)}.", nameof(variable));
        return Derived(study, study.Derivative(variable, order));
    }

    /// <summary>The partial derivatives, one for each variable.</summary>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public IReadOnlyList<(string Variable, Formula Partial)> Gradient() => [.. Variables.Select(variable => (variable, Derivative(variable)))];

    /// <summary>The formula as text.</summary>
    public override string ToString() => Text;

    private Formula Derived(Study study, DerivedFormula derivative)
    {
        // What is differentiated again is read again, under the same variables.
        var name = "f";
        while (Variables.Contains(name, StringComparer.Ordinal) || _data.ContainsKey(name)) name += "_";
        return new Formula(Variables.Count == 0 ? study.Print(derivative.Formula).Text : $"{name}({string.Join(", ", Variables)}) = {study.Print(derivative.Formula).Text}", _data, _limits, study, derivative);
    }

    private static Study Read(string text, IReadOnlyDictionary<string, double> data, Limits limits)
    {
        var study = Study.Of(text, BindingContext.Empty with { Data = data }, new Budget(limits));
        if (study.Function.Shape.IsScalar && study.Variables.All(variable => study.ShapeOf(variable).IsScalar)) return study;
        throw new FormulaException("This has vectors or matrices, and a formula is about numbers.", new TextSpan(0, text.Length), "ask a Study");
    }
}
