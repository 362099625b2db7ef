using Calculus.Expressions;

namespace Calculus.Binding.Arrays;

/// <summary>Arrays that are made from lengths.</summary>
internal static class Makers
{
    private static readonly FunctionParameter s_rows = new("n"), s_columns = new("m", "1"), s_third = new("p", "1"), s_fourth = new("q", "1");

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new("zeros", [s_rows, s_columns, s_third, s_fourth], @"\mathbf{0}", "A vector of zeros; with two lengths a matrix, with more an array with that many axes.", "norm(v - zeros(2))", static call => call.Graph.Fill(Rational.Zero, ShapeOf(call))),
        new("ones", [s_rows, s_columns, s_third, s_fourth], @"\mathbf{1}", "A vector of ones; with two lengths a matrix, with more an array with that many axes.", "v' @ ones(2)", static call => call.Graph.Fill(Rational.One, ShapeOf(call))),
        new("eye", [s_rows], "I", "The identity matrix.", "logdet(A + eye(2))", Unit),
        new("column", [new("v")], @"v \mathbf{1}^{\top}", "A vector as a matrix of one column: entry by entry it goes with each column of a matrix, as v alone goes with each row.", "norm(A - column(v))", Column),
        new("one_hot", [new("labels"), new("k")], @"\left[ t_i = j - 1 \right]_{ij}", "A row for each label 0 to k - 1 that is known: 1 at the label's place and 0 elsewhere.", "sum(v)*norm(one_hot([0, 2, 1], 3))", ClassLabels.OneHot),
        new("pad", [new("v"), new("before"), new("after")], @"\operatorname{pad} v", "A vector with zeros put before and after it.", "norm(pad(v, 1, 2))", Pad),
    ];

    private static Shape ShapeOf(ArrayCall call) => new([.. Enumerable.Range(0, call.Count).Select(call.LengthOfAxis)]);

    private static Bound Unit(ArrayCall call) =>
        call.Graph.Contract(Rational.One, [], "aa", new Dictionary<char, Dimension> { ['a'] = call.LengthOfAxis(0) });

    private static Bound Column(ArrayCall call)
    {
        if (call[0] is { Rank: 2 } matrix && Extent.IsOne(matrix.Shape[1])) return matrix; // is one already
        call.Expect(0, 1, "a vector");
        var own = call.Own(2);
        return call.Contract(Rational.One, [call.Factor(0, own[..1])], own, new Dictionary<char, Dimension> { [own[1]] = 1 });
    }

    private static Bound Pad(ArrayCall call)
    {
        call.Expect(0, 1, "a vector");
        var (before, after, length) = (call.Length(1), call.Length(2), call[0].Shape[0]);
        if (before.IsSymbolic || after.IsSymbolic || length.IsSymbolic) throw call.Refuse(0, "lengths that are numbers");
        Selection[] selections =
        [
            .. call[0].Value.Shape.Dimensions[..call[0].Open.Length].ToArray().Select(Selection.All),
            new Selection(before.Length, 1, length, before.Length + length.Length + after.Length),
        ];
        return call[0] with { Value = call.Graph.Put(call[0].Value, selections) };
    }
}
