namespace CalcApi.Http.Requests;

/// <summary>A finite number.</summary>
/// <remarks>A vector or a matrix is read too, to be refused by what it is: only its shape is kept.</remarks>
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
