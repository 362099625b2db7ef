using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>What someone holds a partial derivative to be.</summary>
/// <param name="Place">The place of the variable among the function's.</param>
/// <param name="Number">A number at the point, where one is claimed.</param>
/// <param name="Formula">A formula in the function's own graph, where one is claimed.</param>
/// <param name="Array">A vector or a matrix at the point, where one is claimed.</param>
public sealed record Claim(int Place, double Number, Expression? Formula = null, ArrayValue? Array = null)
{
    /// <summary>The shape of what is claimed.</summary>
    public Shape Shape => Formula?.Shape ?? Array?.Shape ?? Shape.Scalar;
}

/// <summary>A claimed vector or matrix of partial derivatives beside the right one, at the point.</summary>
/// <param name="Claimed">What is claimed, in the shape in which it is claimed.</param>
/// <param name="Exact">What is right.</param>
/// <param name="Numeric">The derivatives from values alone; null where they would cost too much.</param>
/// <param name="WorstEntry">The place of the largest difference, one index for each axis from 1; null where there is nothing to compare.</param>
public sealed record ArrayComparison(ArrayValue Claimed, ArrayValue Exact, ArrayValue? Numeric, IReadOnlyList<int>? WorstEntry);

/// <summary>What came of checking a gradient.</summary>
/// <param name="Correct">True where every claim is right, false where one is wrong, null where one cannot be judged and none is wrong.</param>
/// <param name="Verdict">The outcome in sentences.</param>
/// <param name="Diagnosis">The slip that explains every wrong component, where there are several and one does.</param>
/// <param name="Components">One report for each claim.</param>
/// <param name="IsCut">Whether the work allowed was spent before every slip was tried.</param>
public sealed record GradientReport(bool? Correct, string Verdict, Diagnosis? Diagnosis, IReadOnlyList<ComponentReport> Components, bool IsCut)
{
    /// <summary>What there is to say of the numbers.</summary>
    public IReadOnlyList<Syntax.Note> Notes { get; init; } = [];
}

/// <summary>What came of one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Claimed">Its value at the point.</param>
/// <param name="Exact">The right value at the point.</param>
/// <param name="ExactFormula">The derivative as a formula.</param>
/// <param name="Numeric">The derivative from values alone; NaN where none is found, null where it would cost too much.</param>
/// <param name="RelativeError">|claimed − exact| over the larger of the two; NaN where one of them is.</param>
/// <param name="Correct">Whether the claim is right; null where there is nothing to compare with.</param>
/// <param name="Precision">How well it agrees.</param>
/// <param name="PointsCompared">At how many points claim and derivative were compared.</param>
/// <param name="DiffersAt">Of a formula that is right at the point: a point at which it is wrong.</param>
/// <param name="Remark">What else there is to say, in a sentence.</param>
/// <param name="Diagnoses">The slips that explain a wrong claim, the likeliest first; empty where none does.</param>
public sealed record ComponentReport(
    Claim Claim,
    double Claimed,
    double Exact,
    Expression ExactFormula,
    double? Numeric,
    double RelativeError,
    bool? Correct,
    Precision Precision,
    int PointsCompared,
    double[]? DiffersAt,
    string? Remark,
    IReadOnlyList<Diagnosis> Diagnoses)
{
    /// <summary>The values of a vector or a matrix; null for a number. <see cref="Claimed"/>, <see cref="Exact"/> and <see cref="Numeric"/> say nothing then, and <see cref="RelativeError"/> is relative to the largest entry.</summary>
    public ArrayComparison? Arrays { get; init; }
}
