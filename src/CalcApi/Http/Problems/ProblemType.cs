namespace CalcApi.Http.Problems;

/// <summary>One kind of refusal: its address, its status, what it means and how to fix it.</summary>
/// <param name="Name">The last part of the address that explains it, such as <c>formula</c>.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">The same short sentence for every problem of this type.</param>
/// <param name="Meaning">What went wrong, for people.</param>
/// <param name="Repair">What to do about it.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Meaning, string Repair)
{
    /// <summary>The address of the explanation, relative to the service.</summary>
    public string Address => $"/api/v1/problems/{Name}";
}
