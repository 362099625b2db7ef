using Calculus.Expressions;

namespace CalcApi.Http.Answers;

/// <summary>A shape as it is answered.</summary>
public static class ShapeAnswer
{
    /// <summary>The lengths of the axes: numbers, or letters where lengths are letters.</summary>
    public static IReadOnlyList<object> Of(Shape shape) =>
        [.. shape.Dimensions.ToArray().Select(static length => length.Name is { } name ? (object)name : length.Length)];
}
