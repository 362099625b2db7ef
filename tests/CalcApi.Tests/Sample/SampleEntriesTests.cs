using Xunit;

namespace CalcApi.Tests.Sample;

/// <summary>Windows over entries of vectors and matrices, with the rest held.</summary>
public sealed class SampleEntriesTests(Api service)
{
    [Fact]
    public async Task A_curve_along_one_entry()
    {
        var answer = await service.Answer("sample", """
            { "function": "f(w) = w[1]^2 + w[2]*w[3]", "window": { "w[2]": [0, 2] }, "at": { "w": [3, 100, 5] }, "resolution": 10 }
            """);
        Assert.Equal("w[2]", answer.GetProperty("variables")[0].GetString());
        var piece = answer.GetProperty("segments")[0];
        Answers.Close([.. piece.Numbers("x").Select(static x => 9 + (5 * x))], [.. piece.Numbers("y")]);
    }

    [Fact]
    public async Task A_grid_over_entries_of_a_matrix_with_a_number_held()
    {
        var answer = await service.Answer("sample", """
            { "function": "f(A, b) = b*det(A)", "window": { "A[2, 2]": [1, 2], "A[1,1]": [0, 1] }, "at": { "A": [[0, 3], [5, 0]], "b": 2 }, "resolution": { "A[1,1]": 3, "A[2,2]": 2 } }
            """);
        Assert.Equal("A[1, 1] A[2, 2]", string.Join(' ', answer.GetProperty("variables").EnumerateArray().Select(static name => name.GetString())));
        Answers.Close([-30, -29, -28, -30, -28, -26], [.. answer.Numbers("values")]);
    }

    [Fact]
    public async Task Slopes_are_those_by_the_entries()
    {
        var answer = await service.Answer("sample", """
            { "function": "f(w) = norm(w)^2", "shapes": { "w": [2] }, "window": { "w[1]": [0, 1], "w[2]": [0, 1] }, "resolution": 2, "of": "gradient" }
            """);
        Answers.Close([0, 2, 0, 2], [.. answer.GetProperty("gradient").Numbers("w[1]")]);
        Answers.Close([0, 0, 2, 2], [.. answer.GetProperty("gradient").Numbers("w[2]")]);
    }

    [Fact]
    public async Task Numbers_may_be_held_too()
    {
        var answer = await service.Answer("sample", """{ "function": "f(x, y, z) = x + 10*y + 100*z", "window": { "x": [0, 1], "z": [0, 1] }, "at": { "y": 1 }, "resolution": 2 }""");
        Answers.Close([10, 11, 110, 111], [.. answer.Numbers("values")]);
    }

    [Theory]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w": [0, 1] } }""", "window.w")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w[1]": [0, 1] } }""", "window")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w[3]": [0, 1] }, "at": { "w": [1, 2] } }""", "window")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w[1]": [0, 1], "w[ 1 ]": [0, 1] }, "at": { "w": [1, 2] } }""", "window")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w[1]": [0, 1] }, "at": { "w": [1, 2, 3] } }""", "at.w")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "window": { "w[1]": [0, 1] }, "at": { "w": [1, 2], "q": 1 } }""", "at")]
    [InlineData("""{ "function": "f(w, v) = norm(w)*v", "shapes": { "w": [2] }, "window": {}, "at": { "w": [1, 2], "v": 1 } }""", "window")]
    public async Task What_does_not_fit_is_refused(string body, string field) =>
        Assert.Contains(field, (await service.Ask("sample", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);
}
