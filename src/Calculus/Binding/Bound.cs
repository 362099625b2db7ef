using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>What a part of a definition means.</summary>
/// <param name="Value">The expression; its first axes are those of the open indices, in their order.</param>
/// <param name="IsRow">Whether it is a row vector, such as <c>v'</c>.</param>
/// <param name="Open">The indices of sums and tables around it that it depends on.</param>
internal readonly record struct Bound(Expression Value, bool IsRow, string[] Open)
{
    /// <summary>An expression outside of any sum or table.</summary>
    public static implicit operator Bound(Expression value) => new(value, false, []);

    /// <summary>The shape without the axes of open indices.</summary>
    public Shape Shape => Open.Length == 0 ? Value.Shape : new Shape(Value.Shape.Dimensions[Open.Length..]);

    /// <summary>Whether it is a number at each place of the open indices.</summary>
    public bool IsScalar => Value.Shape.Rank == Open.Length;

    /// <summary>How many axes it has besides those of open indices.</summary>
    public int Rank => Value.Shape.Rank - Open.Length;

    /// <summary>The shape in words.</summary>
    public override string ToString() => IsRow ? $"a row of {Shape[0]}" : Shape.ToString();
}
