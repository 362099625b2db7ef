using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>What to write instead where shapes do not match. Only what would fit is proposed; otherwise there is no hint.</summary>
internal static class ShapeHints
{
    /// <summary>For sides that should go together entry by entry.</summary>
    public static string? Alike(Extent left, Extent right)
    {
        if (IsRowBesideVector(left, right)) return "a row combines only with a row: leave out the prime";
        if (Extent.IsDoubtful(left, right) || Extent.IsDoubtful(right, left)) return "write column(v) to pair their entries, or v' for a matrix of every entry with every other";
        if (HasRowsOf(left, right) || HasRowsOf(right, left)) return "a vector goes with every row of a matrix; to give each row its own entry write column(v)";
        return AreTurned(left, right) ? "transpose the second: B'" : null;
    }

    /// <summary>Of <c>*</c>, or of nothing between two factors: a row beside a vector has a product.</summary>
    public static string? Times(Extent left, Extent right) => IsRowBesideVector(left, right) ? Product(left, right) : Alike(left, right);

    /// <summary>Of <c>^</c> with a matrix.</summary>
    public static string? Power(SyntaxNode node, Bound @base, Bound exponent)
    {
        if (!@base.IsScalar && !exponent.IsScalar && @base.Shape != exponent.Shape) return null;
        string below = Written(node.Children[0], @base.Rank == 2 ? "A" : @base.Rank == 1 ? "v" : "b"), above = Written(node.Children[1], exponent.Rank == 2 ? "B" : "n");
        var entries = $"{below} .^ {above} for each entry";
        return IsSquare(@base) && exponent.Value is Number { Value: var two } && two == 2 ? $"write {below} @ {below} for the matrix product, {entries}" : $"write {entries}";
    }

    /// <summary>Of <c>*</c> with a matrix.</summary>
    public static string? Product(Extent left, Extent right)
    {
        var options = new List<string>();
        if (HaveProduct(left, right)) options.Add("'@' for the matrix product");
        if (Extent.Joined(left, right) is not null) options.Add(left.Rank == right.Rank ? "'.*' for each entry" : "'.*' for each row");
        if (HasRowsOf(left, right) || HasRowsOf(right, left)) options.Add("column(v) .* X to scale the rows");
        return options.Count > 0 ? $"write {string.Join(", ", options)}" : MatrixProduct(left, right);
    }

    /// <summary>Of <c>/</c> between two arrays.</summary>
    public static string? Quotient(Extent left, Extent right)
    {
        var options = new List<string>();
        if (Extent.Joined(left, right) is not null) options.Add(left.Rank == right.Rank ? "'./' to divide entry by entry" : "'./' to divide each row entry by entry");
        if (IsSquare(right) && left is { Rank: 1, IsRow: false } && left.Shape[0] == right.Shape[0]) options.Add("inv(A) @ b to solve A @ x = b");
        else if (IsSquare(right) && left.Shape[left.Rank - 1] == right.Shape[0]) options.Add("A @ inv(B) for the product with the inverse");
        return options.Count > 0 ? $"write {string.Join(", or ", options)}" : Alike(left, right);
    }

    /// <summary>Of <c>@</c>.</summary>
    public static string? MatrixProduct(Extent left, Extent right) => (left.Rank, right.Rank) switch
    {
        (2, >= 1) when left.Shape[0] == right.Shape[0] => right.Rank == 1 ? "transpose the first: A' @ b" : "transpose the first: A' @ B",
        ( >= 1, 2) when left.Shape[left.Rank - 1] == right.Shape[1] => left.Rank == 1 ? "transpose the second: a' @ B'" : "transpose the second: A @ B'",
        _ => null,
    };

    /// <summary>Names in a product that are numbers only because the request says nothing about them, and the shapes that they may be meant to have.</summary>
    /// <param name="letters">The names, what is on the other side, and whether they are on the left.</param>
    public static string Letters(IReadOnlyList<(string Name, Bound Other, bool IsLeft)> letters)
    {
        static string LengthsOf((string Name, Bound Other, bool IsLeft) letter) =>
            letter.Other.IsScalar ? letter.IsLeft ? "[n, d]" : "[d]"
            : letter.IsLeft && letter.Other.Rank == 1 ? $"[n, {Json(letter.Other.Shape[0])}]"
            : $"[{Json(letter.Other.Shape[letter.IsLeft ? 0 : letter.Other.Rank - 1])}]";
        var names = string.Join(" and ", letters.Select(static letter => $"'{letter.Name}'"));
        var shapes = string.Join(", ", letters.Select(static letter => $"\"{letter.Name}\": {LengthsOf(letter)}"));
        return $"{names} may need {(letters.Count == 1 ? "a shape" : "shapes")}: give \"shapes\": {{{shapes}}} or {(letters.Count == 1 ? "a value" : "values")} at the point; for numbers write '*'";
    }

    private static string Json(Dimension length) => length.Name is { } letter ? $"\"{letter}\"" : length.ToString();

    private static string Written(SyntaxNode node, string otherwise) => node.Kind is SyntaxKind.Name or SyntaxKind.Number && node.Brackets == 0 ? node.Text : otherwise;

    private static bool IsRowBesideVector(Extent left, Extent right) => left.Rank == 1 && left.Shape == right.Shape && left.IsRow != right.IsRow;

    private static bool AreTurned(Extent left, Extent right) => left.Rank == 2 && right.Rank == 2 && left.Shape[0] == right.Shape[1] && left.Shape[1] == right.Shape[0];

    private static bool IsSquare(Extent part) => part.Rank == 2 && part.Shape[0] == part.Shape[1];

    // A number for each row, and there are not as many columns.
    private static bool HasRowsOf(Extent matrix, Extent vector) =>
        matrix.Rank == 2 && vector is { Rank: 1, IsRow: false } && matrix.Shape[0] == vector.Shape[0] && matrix.Shape[1] != vector.Shape[0];

    private static bool HaveProduct(Extent left, Extent right) =>
        left.Rank is 1 or 2 && right.Rank is 1 or 2 && !(right.IsRow && (left.IsRow || left.Rank == 2)) && left.Shape[left.Rank - 1] == right.Shape[0];
}
