using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Binding.Arrays;

/// <summary>What many entries give together.</summary>
internal static class Totals
{
    private const string Along = " Along one axis of a matrix with axis=0 (down each column) or axis=1 (along each row); keepdims=True keeps that axis with one entry.";

    private static readonly FunctionParameter s_array = new("u");
    private static readonly ImmutableArray<string> s_axis = ["axis", "keepdims"];
    private static readonly ImmutableArray<string> s_sameShape = ["axis"];

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new("sum", [s_array], @"\sum_i u_i", "The sum of all entries." + Along, "sum(v.^2)", static call => Sum(call, call[0])) { Options = s_axis },
        new("mean", [s_array], @"\frac{1}{n} \sum_i u_i", "The mean of all entries." + Along, "mean(v)", static call => Mean(call, call[0])) { Options = s_axis },
        new("var", [s_array], @"\frac{1}{n} \sum_i (u_i - \bar u)^2", "The variance of all entries, divided by their number n; with ddof=1 by n - 1." + Along, "var(v)", static call => Variances.OfEntries(call)) { Options = [.. s_axis, "ddof"] },
        new("std", [s_array], @"\sqrt{\frac{1}{n} \sum_i (u_i - \bar u)^2}", "The standard deviation of all entries, the root of var(u); where all are equal its derivative is taken as 0." + Along, "std(v)", static call => Variances.Deviation(call)) { Options = [.. s_axis, "ddof"] },
        new("prod", [s_array], @"\prod_i u_i", "The product of all entries." + Along, "prod(v)", static call => call.Reduce(Reduction.Product, call[0])) { Options = s_axis },
        new("max", [s_array], @"\max_i u_i", "The largest of all entries." + Along, "max(v)", static call => call.Reduce(Reduction.Largest, call[0])) { Options = s_axis },
        new("min", [s_array], @"\min_i u_i", "The smallest of all entries." + Along, "min(v)", static call => call.Reduce(Reduction.Smallest, call[0])) { Options = s_axis },
        new("argmax", [s_array], @"\operatorname{arg\,max}_i u_i", "The position of the largest entry of a vector, counted from 1; for a matrix, one for each row, or with axis=0 for each column.", "v[1]*argmax(v)", ArgMax) { Options = s_axis },
        new("norm", [s_array], @"\|u\|", "The length of a vector; for a matrix, the root of the sum of all squares (Frobenius norm)." + Along, "norm(v)", static call => call.Reduce(Reduction.Norm, call[0])) { Aliases = ["norm2"], Options = s_axis },
        new("norm1", [s_array], @"\|u\|_1", "The sum of the absolute values of all entries." + Along, "norm1(v)", static call => Sum(call, call.EntryByEntry(static u => Abs.Of(u[0])))) { Options = s_axis },
        new("norminf", [s_array], @"\|u\|_\infty", "The largest absolute value of an entry." + Along, "norminf(v)", static call => call.Reduce(Reduction.Largest, call.EntryByEntry(static u => Abs.Of(u[0])))) { Options = s_axis },
        new("logsumexp", [s_array], @"\log \sum_i e^{u_i}", "The logarithm of the sum of the exponentials, without overflow; for a matrix, one for each row, or with axis=0 for each column.", "logsumexp(v)", static call => LogSumExp(call, call[0])) { Options = s_axis },
        new("softmax", [s_array], @"\frac{e^{u_i}}{\sum_j e^{u_j}}", "Exponentials divided by their sum, without overflow; for a matrix, row by row, or with axis=0 column by column.", "sum(v .* softmax(v))", static call => call.EntryByEntry([LogSoftmax(call)], static u => Exp.Of(u[0]))) { Options = s_sameShape },
        new("log_softmax", [s_array], @"u_i - \log \sum_j e^{u_j}", "The logarithm of softmax, without overflow; for a matrix, row by row, or with axis=0 column by column.", "sum(v .* log_softmax(v))", LogSoftmax) { Options = s_sameShape },
        new("rowsum", [s_array], @"\sum_j A_{ij}", "The sum of each row of a matrix.", "norm(rowsum(A))", static call => Line(call, 1, false)),
        new("colsum", [s_array], @"\sum_i A_{ij}", "The sum of each column of a matrix.", "norm(colsum(A))", static call => Line(call, 0, false)),
        new("rowmean", [s_array], @"\frac{1}{n} \sum_j A_{ij}", "The mean of each row of a matrix.", "norm(rowmean(A))", static call => Line(call, 1, true)),
        new("colmean", [s_array], @"\frac{1}{n} \sum_i A_{ij}", "The mean of each column of a matrix.", "norm(colmean(A))", static call => Line(call, 0, true)),
    ];

    /// <summary>The sum along the axes that the call names, otherwise of all entries.</summary>
    public static Bound Sum(ArrayCall call, Bound part) => call.Sum(part);

    /// <summary>The mean along the axes that the call names, otherwise of all entries.</summary>
    public static Bound Mean(ArrayCall call, Bound part)
    {
        var sum = call.Sum(part);
        return sum with { Value = call.Graph.Multiply(call.Share(part, call.Axes(part)), sum.Value) };
    }

    /// <summary>For a vector the number, for a matrix the vector of its rows' numbers.</summary>
    public static Bound LogSumExp(ArrayCall call, Bound part)
    {
        if (part.Rank is 0) throw call.Refuse(0, "a vector or a matrix");
        return call.Reduce(Reduction.LogSumExp, part, call.AxesOrLast(part));
    }

    private static Bound ArgMax(ArrayCall call)
    {
        if (call[0].Rank is 0) throw call.Refuse(0, "a vector or a matrix");
        return call.Reduce(Reduction.ArgMax, call[0], call.AxesOrLast(call[0]));
    }

    /// <summary>u − logsumexp(u), the latter repeated along the axis that it lacks.</summary>
    public static Bound LogSoftmax(ArrayCall call, Bound part)
    {
        var (graph, total, axes) = (call.Graph, LogSumExp(call, part), call.AxesOrLast(part));
        var labels = Graph.Alphabet(part.Value.Shape.Rank);
        var lengths = labels.Select((label, axis) => (label, part.Value.Shape[axis])).ToDictionary(static pair => pair.label, static pair => pair.Item2);
        var rest = labels.Remove(axes[0] + part.Open.Length, 1);
        var repeated = total.Value.Shape.IsScalar ? total.Value : graph.Contract(Rational.One, [new Factor(total.Value, rest)], labels, lengths);
        return part with { Value = part.Value - repeated };
    }

    private static Bound LogSoftmax(ArrayCall call) => LogSoftmax(call, call[0]);

    private static Bound Line(ArrayCall call, int axis, bool isMean)
    {
        call.Expect(0, 2, "a matrix");
        var own = call.Own(2);
        var sums = call.Contract(Rational.One, [call.Factor(0, own)], own.Remove(axis, 1));
        return isMean ? sums with { Value = call.Graph.Multiply(call.Share(call[0], axis), sums.Value) } : sums;
    }
}
