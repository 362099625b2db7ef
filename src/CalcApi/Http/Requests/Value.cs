namespace CalcApi.Http.Requests;

/// <summary>A number, a vector or a matrix as a request gives it. Only scalars are computed with so far; a shape is kept so that a refusal can name it.</summary>
/// <param name="Number">The number, where it is a scalar.</param>
/// <param name="Shape">Empty for a scalar; the length of a vector; rows and columns of a matrix.</param>
public sealed record Value(double Number, IReadOnlyList<int> Shape)
{
    /// <summary>A scalar.</summary>
    public static Value Scalar(double number) => new(number, []);

    /// <summary>What it is, for a message: <c>a number</c>, <c>a vector of 3 numbers</c>, <c>a 2 × 3 matrix</c>.</summary>
    public string Kind => Shape switch
    {
        [] => "a number",
        [var length] => $"a vector of {length} numbers",
        [var rows, var columns] => $"a {rows} × {columns} matrix",
        _ => "a tensor",
    };
}
