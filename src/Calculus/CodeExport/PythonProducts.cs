using Calculus.Expressions;
using Calculus.Matrices;

namespace Calculus.CodeExport;

/// <summary>
/// Contractions in Python: matrix notation where there is one, otherwise <c>einsum</c>. Its output may not repeat a label, and every
/// label needs a factor: diagonals are products with identity matrices there, and repetition is a product with ones.
/// </summary>
/// <param name="walk">The walk.</param>
/// <param name="dialect">The library.</param>
internal sealed class PythonProducts(Formulas walk, PythonDialect dialect)
{
    private string Np => dialect.Library;

    /// <summary>The code of a contraction.</summary>
    public Fragment Of(Contraction node)
    {
        Fragment[] numbers = [.. node.Factors.Where(static factor => factor.Labels.Length == 0).Select(factor => walk.Value(factor.Of))];
        var product = numbers.Length == 0 ? MatrixNotation.Of(node) : null;
        var array = product is not null ? Written(product) : Einsum(node);
        return numbers.Length == 0 ? array : new Fragment($"{string.Join(" * ", numbers.Append(array).Select(static each => each.At(Tightness.Sign)))}", Tightness.Product);
    }

    private Fragment Einsum(Contraction node)
    {
        var factors = node.Factors.Where(static factor => factor.Labels.Length > 0).Select(factor => (Code: walk.Value(factor.Of).Text, factor.Labels)).ToList();
        if (factors.Count == 0 && node.Out.Distinct().Count() == node.Out.Length) return Fragment.Atom($"{Np}ones({PythonArrays.Lengths(node.Shape)})");
        var next = (char)('a' + node.Dimensions.Length);
        var output = new System.Text.StringBuilder();
        foreach (var label in node.Out)
        {
            if (!output.ToString().Contains(label, StringComparison.Ordinal))
            {
                output.Append(label);
                continue;
            }

            factors.Add(($"{Np}eye({node.DimensionOf(label)})", $"{label}{next}"));
            output.Append(next++);
        }

        foreach (var label in node.Out.Distinct())
        {
            if (!factors.Exists(factor => factor.Labels.Contains(label, StringComparison.Ordinal))) factors.Add(($"{Np}ones({node.DimensionOf(label)})", $"{label}"));
        }

        var labels = $"{string.Join(",", factors.Select(static factor => factor.Labels))}->{output}";
        return Fragment.Atom($"{Np}einsum(\"{labels}\", {string.Join(", ", factors.Select(static factor => factor.Code))}{(factors.Count > 2 ? dialect.EinsumOptions : "")})");
    }

    private Fragment Written(Form root)
    {
        var done = new Dictionary<Form, Fragment>();
        var open = new Stack<(Form Form, bool IsReady)>([(root, false)]);
        while (open.TryPop(out var next))
        {
            if (next.IsReady)
            {
                done[next.Form] = Joined(next.Form, part => done[part]);
                continue;
            }

            open.Push((next.Form, true));
            foreach (var part in next.Form.Parts) open.Push((part, false));
        }

        return done[root];
    }

    private Fragment Joined(Form form, Func<Form, Fragment> of) => form.Kind switch
    {
        FormKind.Part => dialect.AsArray(walk.Value(form.Node!)),
        FormKind.Transpose => form.Shape.Rank == 2 ? Fragment.Atom($"{of(form.Parts[0]).At(Tightness.Atom)}.T") : of(form.Parts[0]),
        FormKind.MatrixProduct => Chain(form, of),
        FormKind.Times => new Fragment(string.Join(" * ", form.Parts.Select(part => of(part).At(Tightness.Sign))), Tightness.Product),
        FormKind.Diagonal => Fragment.Atom($"{Np}diag({of(form.Parts[0]).Text})"),
        FormKind.Sum => Fragment.Atom($"{Np}sum({of(form.Parts[0]).Text})"),
        FormKind.RowSum => Fragment.Atom($"{Np}sum({of(form.Parts[0]).Text}, axis=1)"),
        FormKind.ColumnSum => Fragment.Atom($"{Np}sum({of(form.Parts[0]).Text}, axis=0)"),
        FormKind.Trace => Fragment.Atom($"{Np}trace({of(form.Parts[0]).Text})"),
        FormKind.Outer => Outer(form, of),
        FormKind.Unit => Fragment.Atom($"{Np}eye({form.Lengths[0]})"),
        _ => Fragment.Atom($"{Np}ones({PythonArrays.Lengths(form.Lengths)})"),
    };

    // Ones next to a vector repeat it.
    private Fragment Outer(Form form, Func<Form, Fragment> of)
    {
        var (left, right) = (form.Parts[0], form.Parts[1]);
        if (left.Kind == FormKind.Ones) return Fragment.Atom($"{Np}broadcast_to({of(right).Text}, {PythonArrays.Lengths(form.Shape)})");
        return Fragment.Atom(right.Kind == FormKind.Ones
            ? $"{Np}broadcast_to({of(left).At(Tightness.Atom)}[:, None], {PythonArrays.Lengths(form.Shape)})"
            : $"{Np}outer({of(left).Text}, {of(right).Text})");
    }

    // Products with a vector first: A @ (B @ x); a diagonal matrix scales rows or columns.
    private static Fragment Chain(Form form, Func<Form, Fragment> of)
    {
        var parts = form.Parts;
        var fromRight = parts[^1].Shape.Rank == 1;
        var order = fromRight ? [.. parts.Reverse()] : parts;
        var (text, isDiagonal) = (of(order[0]), IsDiagonal(order[0]));
        for (var i = 1; i < order.Count; i++)
        {
            var (before, part) = (text, order[i]);
            if (fromRight && IsDiagonal(part)) text = new Fragment($"{of(part.Parts[0]).At(Tightness.Sign)} * {before.At(Tightness.Sign)}", Tightness.Product);
            else if (fromRight) text = new Fragment($"{of(part).At(Tightness.Power)} @ {before.At(Tightness.Power)}", Tightness.MatrixProduct);
            else if (IsDiagonal(part)) text = new Fragment($"{before.At(i == 1 ? Tightness.Sign : Tightness.MatrixProduct)} * {of(part.Parts[0]).At(Tightness.Sign)}", Tightness.Product);
            else if (i == 1 && isDiagonal && part.Shape.Rank == 2) text = new Fragment($"{of(order[0].Parts[0]).At(Tightness.Atom)}[:, None] * {of(part).At(Tightness.Sign)}", Tightness.Product);
            else text = new Fragment($"{(before.Tightness == Tightness.MatrixProduct ? before.Text : before.At(Tightness.Power))} @ {of(part).At(Tightness.Power)}", Tightness.MatrixProduct);
        }

        return text;
    }

    private static bool IsDiagonal(Form form) => form is { Kind: FormKind.Diagonal, Shape.Rank: 2 };
}
