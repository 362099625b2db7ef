using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.GradientCheck;

/// <summary>Asks whether a gradient is right.</summary>
public sealed record GradientCheckRequest : FunctionRequest
{
    /// <summary>Where the gradient is claimed. Formulas are compared at points around it, too. May be left out where only formulas are claimed: then they are compared at points of the domain.</summary>
    public Point? Point { get; init; }

    /// <summary>The partial derivatives that are claimed, each a value at the point, in the shape of its variable, or a formula.</summary>
    public required Claims Claimed { get; init; }

    /// <summary>
    /// The relative tolerance: above 0 and below 1, by default 0.001 for numbers, as in torch.autograd.gradcheck, and 0.000001 for
    /// formulas. Where the right value is 0, a claim may be off by 1e-7 of the largest component, or by 1e-7 where all are 0.
    /// Entries of a vector or a matrix may also be off by what single precision loses on the largest entry.
    /// Beyond the tolerance a number is still right if it is the right one rounded to its own digits, three or more, to half
    /// precision or to bfloat16.
    /// </summary>
    public double? Tolerance { get; init; }
}

/// <summary>Whether a gradient is right, and what went wrong where it is not.</summary>
public sealed record GradientCheckAnswer : Answer
{
    /// <summary>True where every claim is right, false where one is wrong; null where one has no finite derivative to be compared with and none is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool? Correct { get; init; }

    /// <summary>The outcome in sentences, with the precision that right numbers have.</summary>
    public required string Verdict { get; init; }

    /// <summary>The slip that explains every wrong component, where there are several and one does.</summary>
    public FoundSlipAnswer? Diagnosis { get; init; }

    /// <summary>Where no point was given: the point that was chosen, at which values are told.</summary>
    public PointAnswer? Point { get; init; }

    /// <summary>One entry for each claim, in the order of the function's variables.</summary>
    public required IReadOnlyList<ComponentAnswer> Components { get; init; }
}

/// <summary>One claimed partial derivative beside the right one.</summary>
public sealed record ComponentAnswer
{
    /// <summary>The variable.</summary>
    public required string Variable { get; init; }

    /// <summary>The claim's value at the point.</summary>
    public required ValueAnswer Claimed { get; init; }

    /// <summary>The claim as it was read, where it is a formula; left out where more than 200 are claimed.</summary>
    public ExpressionAnswer? ClaimedFormula { get; init; }

    /// <summary>The partial derivative at the point.</summary>
    public required ValueAnswer Exact { get; init; }

    /// <summary>The partial derivative as a formula.</summary>
    public required ExpressionAnswer ExactFormula { get; init; }

    /// <summary>The partial derivative from values of the function alone, entry by entry; NaN where there is none, missing where it would cost too much.</summary>
    public ValueAnswer? Numeric { get; init; }

    /// <summary>The difference of claim and derivative over the larger of the two, without sign; of a vector or a matrix the largest difference over the largest entry. NaN where a part of them is.</summary>
    public required double RelativeError { get; init; }

    /// <summary>Of a vector or a matrix: where the largest difference is, one index for each axis from 1. Missing for a number, and where an entry has no finite value.</summary>
    public IReadOnlyList<int>? WorstEntry { get; init; }

    /// <summary>Whether the claim is right; null where the derivative has no finite value at the point.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool? Correct { get; init; }

    /// <summary>Of a right formula: whether it is the derivative by identity, term for term after simplifying; false where only numbers were compared.</summary>
    public bool? Identical { get; init; }

    /// <summary>How well the claim agrees: double, single, rounded, half, bfloat16, tolerance or none.</summary>
    public required string Precision { get; init; }

    /// <summary>At how many points claim and derivative were compared: one for a number.</summary>
    public required int PointsCompared { get; init; }

    /// <summary>Of a wrong number: claimed minus exact.</summary>
    public double? Difference { get; init; }

    /// <summary>Of a wrong number: claimed over exact; missing where the exact value is 0.</summary>
    public double? Ratio { get; init; }

    /// <summary>Of a wrong formula: a point of the domain, other than the one asked for, at which it differs; left out where more than 200 are claimed.</summary>
    public PointAnswer? DiffersAt { get; init; }

    /// <summary>What else there is to say, such as at a kink.</summary>
    public string? Remark { get; init; }

    /// <summary>The slip that most likely led to a wrong claim; missing where none of the catalogue does.</summary>
    public FoundSlipAnswer? Diagnosis { get; init; }

    /// <summary>Other slips that would lead to the same claim and are as likely.</summary>
    public IReadOnlyList<FoundSlipAnswer>? AlsoPossible { get; init; }
}

/// <summary>A slip that would lead to what is claimed, found by making it.</summary>
/// <param name="Slip">The slip's stable name; <c>catalog/slips</c> has all of them.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">Where it is and what is right, in sentences.</param>
/// <param name="Evidence">What the finding rests on.</param>
public sealed record FoundSlipAnswer(string Slip, string Title, string Explanation, string Evidence);
