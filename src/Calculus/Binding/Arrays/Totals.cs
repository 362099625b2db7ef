using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Binding.Arrays;

/// <summary>What many entries give together.</summary>
internal static class Totals
{
    private static readonly FunctionParameter s_array = new("u");

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new("sum", [s_array], @"\sum_i u_i", "The sum of all entries.", "sum(v.^2)", static call => Sum(call, call[0])),
        new("mean", [s_array], @"\frac{1}{n} \sum_i u_i", "The mean of all entries.", "mean(v)", static call => Mean(call, call[0])),
        new("prod", [s_array], @"\prod_i u_i", "The product of all entries.", "prod(v)", static call => call.Reduce(Reduction.Product, call[0])),
        new("max", [s_array], @"\max_i u_i", "The largest of all entries.", "max(v)", static call => call.Reduce(Reduction.Largest, call[0])),
        new("min", [s_array], @"\min_i u_i", "The smallest of all entries.", "min(v)", static call => call.Reduce(Reduction.Smallest, call[0])),
        new("argmax", [s_array], @"\operatorname{arg\,max}_i u_i", "The position of the largest entry of a vector, counted from 1; for a matrix, one for each row.", "v[1]*argmax(v)", ArgMax),
        new("norm", [s_array], @"\|u\|", "The length of a vector; for a matrix, the root of the sum of all squares (Frobenius norm).", "norm(v)", static call => call.Reduce(Reduction.Norm, call[0])) { Aliases = ["norm2"] },
        new("norm1", [s_array], @"\|u\|_1", "The sum of the absolute values of all entries.", "norm1(v)", static call => Sum(call, call.EntryByEntry(static u => Abs.Of(u[0])))),
        new("norminf", [s_array], @"\|u\|_\infty", "The largest absolute value of an entry.", "norminf(v)", static call => call.Reduce(Reduction.Largest, call.EntryByEntry(static u => Abs.Of(u[0])))),
        new("logsumexp", [s_array], @"\log \sum_i e^{u_i}", "The logarithm of the sum of the exponentials, without overflow; for a matrix, one for each row.", "logsumexp(v)", static call => LogSumExp(call, call[0])),
        new("softmax", [s_array], @"\frac{e^{u_i}}{\sum_j e^{u_j}}", "Exponentials divided by their sum, without overflow; for a matrix, row by row.", "sum(v .* softmax(v))", static call => call.EntryByEntry([LogSoftmax(call)], static u => Exp.Of(u[0]))),
        new("log_softmax", [s_array], @"u_i - \log \sum_j e^{u_j}", "The logarithm of softmax, without overflow; for a matrix, row by row.", "sum(v .* log_softmax(v))", LogSoftmax),
        new("rowsum", [s_array], @"\sum_j A_{ij}", "The sum of each row of a matrix.", "norm(rowsum(A))", static call => Line(call, 1, false)),
        new("colsum", [s_array], @"\sum_i A_{ij}", "The sum of each column of a matrix.", "norm(colsum(A))", static call => Line(call, 0, false)),
        new("rowmean", [s_array], @"\frac{1}{n} \sum_j A_{ij}", "The mean of each row of a matrix.", "norm(rowmean(A))", static call => Line(call, 1, true)),
        new("colmean", [s_array], @"\frac{1}{n} \sum_i A_{ij}", "The mean of each column of a matrix.", "norm(colmean(A))", static call => Line(call, 0, true)),
    ];

    public static Bound Sum(ArrayCall call, Bound part)
    {
        var labels = Graph.Alphabet(part.Value.Shape.Rank);
        return part.IsScalar ? part : new Bound(call.Graph.Contract(Rational.One, [new Factor(part.Value, labels)], labels[..part.Open.Length]), false, part.Open);
    }

    public static Bound Mean(ArrayCall call, Bound part)
    {
        var sum = Sum(call, part);
        return sum with { Value = call.Graph.Multiply(call.Share(part), sum.Value) };
    }

    /// <summary>For a vector the number, for a matrix the vector of its rows' numbers.</summary>
    public static Bound LogSumExp(ArrayCall call, Bound part)
    {
        if (part.Rank is 0) throw call.Refuse(0, "a vector or a matrix");
        return call.Reduce(Reduction.LogSumExp, part, part.Rank - 1);
    }

    private static Bound ArgMax(ArrayCall call)
    {
        if (call[0].Rank is 0) throw call.Refuse(0, "a vector or a matrix");
        return call.Reduce(Reduction.ArgMax, call[0], call[0].Rank - 1);
    }

    public static Bound LogSoftmax(ArrayCall call, Bound part)
    {
        var (graph, total) = (call.Graph, LogSumExp(call, part));
        var labels = Graph.Alphabet(part.Value.Shape.Rank);
        var lengths = labels.Select((label, axis) => (label, part.Value.Shape[axis])).ToDictionary(static pair => pair.label, static pair => pair.Item2);
        var repeated = total.Value.Shape.IsScalar ? total.Value : graph.Contract(Rational.One, [new Factor(total.Value, labels[..^1])], labels, lengths);
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
