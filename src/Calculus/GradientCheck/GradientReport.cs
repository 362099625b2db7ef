using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>A claim about a partial derivative: a value at the point, or a formula.</summary>
/// <param name="Place">The place of the variable among the function's.</param>
/// <param name="Value">The value at the point, where one is claimed.</param>
/// <param name="Formula">The formula in the function's own graph, where one is claimed.</param>
public sealed record Claim(int Place, ArrayValue? Value, Expression? Formula = null)
{
    /// <summary>The shape of what is claimed.</summary>
    public Shape Shape => Formula?.Shape ?? Value!.Shape;
}

/// <summary>The result of checking a gradient.</summary>
/// <param name="Correct">True where every claim is right, false where one is wrong, null where one cannot be judged and none is wrong.</param>
/// <param name="Verdict">The outcome in sentences.</param>
/// <param name="Diagnosis">The slip that explains every wrong component, where there are several and one does.</param>
/// <param name="Components">One report for each claim.</param>
/// <param name="IsCut">Whether the work allowed was spent before every slip was tried.</param>
public sealed record GradientReport(bool? Correct, string Verdict, Diagnosis? Diagnosis, IReadOnlyList<ComponentReport> Components, bool IsCut)
{
    /// <summary>Notes on the numbers.</summary>
    public IReadOnlyList<Syntax.Note> Notes { get; init; } = [];
}

/// <summary>The result for one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Claimed">Its value at the point, in the shape in which it is claimed.</param>
/// <param name="Exact">The right value at the point.</param>
/// <param name="ExactFormula">The derivative as a formula.</param>
/// <param name="Numeric">The derivative from values alone; NaN where none is found, null where it would cost too much.</param>
/// <param name="RelativeError">The largest difference over the largest entry of both; NaN where an entry is not finite.</param>
/// <param name="WorstEntry">For a vector or a matrix, where that difference is, one index for each axis from 1; null where there is nothing to compare.</param>
/// <param name="Correct">Whether the claim is right; null where there is nothing to compare with.</param>
/// <param name="Precision">How well it agrees.</param>
/// <param name="PointsCompared">At how many points claim and derivative were compared.</param>
/// <param name="DiffersAt">For a formula that is right at the point, a point at which it is wrong.</param>
/// <param name="Remark">What else there is to say, in a sentence.</param>
/// <param name="Diagnoses">The slips that explain a wrong claim, the likeliest first; empty where none does.</param>
public sealed record ComponentReport(
    Claim Claim,
    ArrayValue Claimed,
    ArrayValue Exact,
    Expression ExactFormula,
    ArrayValue? Numeric,
    double RelativeError,
    IReadOnlyList<int>? WorstEntry,
    bool? Correct,
    Precision Precision,
    int PointsCompared,
    double[]? DiffersAt,
    string? Remark,
    IReadOnlyList<Diagnosis> Diagnoses);
