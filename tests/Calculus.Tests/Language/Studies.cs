using Calculus.ComputationGraphs;
using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Verification;

namespace Calculus.Tests.Language;

/// <summary>Questions in the form in which tests ask them: points as values, wrong formulas and right ones.</summary>
internal static class Studies
{
    /// <summary>Formulas at a point, in one list of numbers.</summary>
    public static double[] Evaluate(this Study study, IReadOnlyList<DerivedFormula> formulas, params double[] point) => study.At(formulas, point).Numbers;

    /// <summary>Formulas at a point that is a value for each variable.</summary>
    public static IReadOnlyList<ArrayValue> ValuesAt(this Study study, IReadOnlyList<DerivedFormula> formulas, IReadOnlyList<ArrayValue> point) =>
        study.At(formulas, Layout.Join([.. point])).Values;

    /// <summary>The gradient by a backward pass.</summary>
    public static double[] Slopes(this Study study, params double[] point) => study.GradientAt(point).Numbers;

    /// <summary>The values of a point.</summary>
    public static ArrayValue[] ValuesOf(this Study study, params double[] coordinates) => study.Layout.Split(coordinates);

    /// <summary>The graph at a point that is a value for each variable.</summary>
    public static ComputationGraph GraphAt(this Study study, params IReadOnlyList<ArrayValue> point) => study.ComputationGraph(Layout.Join([.. point])).Graph;

    /// <summary>The steps of a derivative.</summary>
    public static IReadOnlyList<Step> StepsBy(this Study study, string variable, int order = 1) => study.Explain.Derivative(study.Derivative(variable, order));

    /// <summary>The steps along a composition.</summary>
    public static ChainWalk ChainBy(this Study study, string variable) => study.Explain.Chain(study.Derivative(variable));

    /// <summary>The verdict on a formula that is said to be a derivative by one variable.</summary>
    public static Verdict Verify(this Study study, DerivedFormula formula, string variable, int order, params IReadOnlyList<double[]> asked) =>
        study.Verify(Said(study.Derivative(variable, order), formula), asked);

    /// <summary>The verdict on formulas that are said to be first derivatives.</summary>
    public static Verdict VerifyGradient(this Study study, IReadOnlyList<DerivedFormula> formulas, IReadOnlyList<string> variables, params IReadOnlyList<double[]> asked) =>
        study.VerifyGradient([.. study.Gradient(variables).Zip(formulas, Said)], asked);

    /// <summary>The verdict on formulas that are said to be second derivatives.</summary>
    public static Verdict VerifyHessian(this Study study, IReadOnlyList<IReadOnlyList<DerivedFormula>> formulas, IReadOnlyList<string> variables, params IReadOnlyList<double[]> asked) =>
        study.VerifyHessian([.. study.Hessian(variables).Zip(formulas, static (row, said) => (IReadOnlyList<DerivedFormula>)[.. row.Zip(said, Said)])], asked);

    private static DerivedFormula Said(DerivedFormula right, DerivedFormula said) => new(said.Formula, said.Exact, right.Of, right.By);
}
