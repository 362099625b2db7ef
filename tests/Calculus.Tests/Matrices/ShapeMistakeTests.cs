using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>Where shapes do not match, both are named, the whole operation is marked, and only what would fit is proposed.</summary>
public sealed class ShapeMistakeTests
{
    private const string Shapes = "C=3x1 S=3x3 T=3x3 X=5x3 Z=3x5 v=3 u=5 w=4";

    [Theory]
    [InlineData("2^S", "2^S", "a 3 × 3 matrix", "write 2 .^ S for each entry")]
    [InlineData("v[1] + S^2", "S^2", "a 3 × 3 matrix", "write S @ S for the matrix product, S .^ 2 for each entry")]
    [InlineData("X^2", "X^2", "a 5 × 3 matrix", "write X .^ 2 for each entry")]
    [InlineData("(S + T)^3", "(S + T)^3", "a 3 × 3 matrix", "write A .^ 3 for each entry")]
    [InlineData("S^T", "S^T", "a 3 × 3 matrix|a 3 × 3 matrix", "write S .^ T for each entry")]
    [InlineData("S^X", "S^X", "a 3 × 3 matrix|a 5 × 3 matrix", null)]
    [InlineData("S ./ X", "S ./ X", "a 3 × 3 matrix|a 5 × 3 matrix", null)]
    [InlineData("X ./ Z", "X ./ Z", "a 5 × 3 matrix|a 3 × 5 matrix", "transpose the second: B'")]
    [InlineData("X ./ u", "X ./ u", "a 5 × 3 matrix|a vector of 5", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("X + u", "X + u", "a 5 × 3 matrix|a vector of 5", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("X - rowmean(X)", "X - rowmean(X)", "a 5 × 3 matrix|a vector of 5", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("X / u", "X / u", "a 5 × 3 matrix|a vector of 5", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("max(X, u)", "max(X, u)", "a 5 × 3 matrix|a vector of 5", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("X + w", "X + w", "a 5 × 3 matrix|a vector of 4", null)]
    [InlineData("X + u'", "X + u'", "a 5 × 3 matrix|a row of 5", null)]
    [InlineData("X + C", "X + C", "a 5 × 3 matrix|a 3 × 1 matrix", null)]
    [InlineData("C - v", "C - v", "a 3 × 1 matrix|a vector of 3", "write column(v) to pair their entries, or v' for a matrix of every entry with every other")]
    [InlineData("v .* C", "v .* C", "a vector of 3|a 3 × 1 matrix", "write column(v) to pair their entries, or v' for a matrix of every entry with every other")]
    [InlineData("v / X", "v / X", "a vector of 3|a 5 × 3 matrix", "write './' to divide each row entry by entry")]
    [InlineData("X .* w", "X .* w", "a 5 × 3 matrix|a vector of 4", null)]
    [InlineData("u .* X", "u .* X", "a vector of 5|a 5 × 3 matrix", "a vector goes with every row of a matrix; to give each row its own entry write column(v)")]
    [InlineData("v .* w", "v .* w", "a vector of 3|a vector of 4", null)]
    [InlineData("2*v*w*3", "v*w", "a vector of 3|a vector of 4", null)]
    [InlineData("v' v", "v' v", "a row of 3|a vector of 3", "write '@' for the matrix product")]
    [InlineData("v.T * v", "v.T * v", "a row of 3|a vector of 3", "write '@' for the matrix product")]
    [InlineData("v .* v'", "v .* v'", "a vector of 3|a row of 3", "a row combines only with a row: leave out the prime")]
    [InlineData("S*X", "S*X", "a 3 × 3 matrix|a 5 × 3 matrix", "transpose the second: A @ B'")]
    [InlineData("S*T", "S*T", "a 3 × 3 matrix|a 3 × 3 matrix", "write '@' for the matrix product, '.*' for each entry")]
    [InlineData("X*v", "X*v", "a 5 × 3 matrix|a vector of 3", "write '@' for the matrix product, '.*' for each row")]
    [InlineData("u*X", "u*X", "a vector of 5|a 5 × 3 matrix", "write '@' for the matrix product, column(v) .* X to scale the rows")]
    [InlineData("X*w", "X*w", "a 5 × 3 matrix|a vector of 4", null)]
    [InlineData("v/v", "v/v", "a vector of 3|a vector of 3", "write './' to divide entry by entry")]
    [InlineData("v/S", "v/S", "a vector of 3|a 3 × 3 matrix", "write './' to divide each row entry by entry, or inv(A) @ b to solve A @ x = b")]
    [InlineData("X/S", "X/S", "a 5 × 3 matrix|a 3 × 3 matrix", "write A @ inv(B) for the product with the inverse")]
    [InlineData("S/T", "S/T", "a 3 × 3 matrix|a 3 × 3 matrix", "write './' to divide entry by entry, or A @ inv(B) for the product with the inverse")]
    [InlineData("u/w", "u/w", "a vector of 5|a vector of 4", null)]
    [InlineData("1 + v - w", "v - w", "a vector of 3|a vector of 4", null)]
    [InlineData("X + Z", "X + Z", "a 5 × 3 matrix|a 3 × 5 matrix", "transpose the second: B'")]
    [InlineData("X @ u", "X @ u", "a 5 × 3 matrix|a vector of 5", "transpose the first: A' @ b")]
    [InlineData("X @ w", "X @ w", "a 5 × 3 matrix|a vector of 4", null)]
    [InlineData("v' @ X", "v' @ X", "a row of 3|a 5 × 3 matrix", "transpose the second: a' @ B'")]
    [InlineData("sum(X @ X)", "X @ X", "a 5 × 3 matrix|a 5 × 3 matrix", "transpose the first: A' @ B")]
    [InlineData("S .^ w", "S .^ w", "a 3 × 3 matrix|a vector of 4", null)]
    [InlineData("v < w", null, null, null)]
    [InlineData("if(v < w, v, w)", "v < w", "a vector of 3|a vector of 4", null)]
    [InlineData("X @ 2", "X @ 2", "a 5 × 3 matrix|a number", "write '*' to multiply by a number")]
    [InlineData("X @ q", "X @ q", "a 5 × 3 matrix|a number", "'q' may need a shape: give \"shapes\": {\"q\": [3]} or a value at the point; for numbers write '*'")]
    [InlineData("q' @ X", null, null, null)]
    [InlineData("q @ X", "q @ X", "a number|a 5 × 3 matrix", "'q' may need a shape: give \"shapes\": {\"q\": [5]} or a value at the point; for numbers write '*'")]
    [InlineData("Q @ v", "Q @ v", "a number|a vector of 3", "'Q' may need a shape: give \"shapes\": {\"Q\": [n, 3]} or a value at the point; for numbers write '*'")]
    [InlineData("Q @ q", "Q @ q", "a number|a number", "'Q' and 'q' may need shapes: give \"shapes\": {\"Q\": [n, d], \"q\": [d]} or values at the point; for numbers write '*'")]
    public void A_mistake_of_shapes_points_at_the_operation_and_proposes_what_fits(string text, string? at, string? shapes, string? hint)
    {
        var refusal = Assert.Throws<FormulaException>(() => About.Shapes(text, Shapes));
        if (at is null) return;
        Assert.Equal(at, text[refusal.Span.Start..refusal.Span.End]);
        foreach (var shape in shapes!.Split('|')) Assert.Contains(shape, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(hint, refusal.Hint);
    }

    [Fact]
    public void A_letter_for_a_length_appears_in_the_proposed_shape() => Assert.Equal(
        "'q' may need a shape: give \"shapes\": {\"q\": [\"d\"]} or a value at the point; for numbers write '*'",
        Assert.Throws<FormulaException>(() => About.Shapes("X @ q", "X=nxd")).Hint);
}
