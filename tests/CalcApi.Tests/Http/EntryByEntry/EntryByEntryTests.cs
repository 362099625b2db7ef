using System.Net;
using Xunit;

namespace CalcApi.Tests.Http.EntryByEntry;

/// <summary>Questions about numbers, asked about functions of vectors and matrices: they are answered entry by entry.</summary>
public sealed class EntryByEntryTests(Api service)
{
    private const string Line = """ "function": "f(m) = mean((m*x - y).^2)", "data": { "x": [1, 2, 3, 4], "y": [2, 4, 5, 8] }, "point": 1 """;
    private const string Squares = """ "function": "f(w) = norm(X @ w - y)^2", "data": { "X": [[1, 2], [3, 4], [5, 6]], "y": [1, 2, 3] }, "point": { "w": [0.5, 1] } """;

    [Theory]
    [InlineData(Line, "", -13.5)]
    [InlineData(Squares, """, "variable": "w[1]" """, 79)]
    [InlineData(Squares, """, "variable": "w[2]" """, 100)]
    [InlineData(""" "function": "f(A) = logdet(A)", "point": { "A": [[2, 1], [1, 3]] } """, """, "variable": "A[1, 2]" """, -0.2)]
    [InlineData(""" "function": "f(A, b) = b*A[2, 1]", "point": { "A": [[2, 1], [1, 3]], "b": 4 } """, """, "variable": "A[2,1]" """, 4)]
    public async Task Numeric_derivatives_are_taken_by_one_entry(string body, string more, double exact)
    {
        var answer = await service.Answer("derivative/numeric", $"{{ {body} {more} }}");
        Answers.Close(exact, answer.Number("exact"));
        foreach (var estimate in answer.GetProperty("estimates").EnumerateArray()) Assert.Equal(exact, estimate.Number("value"), 1);
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), note => note.Text("code") is "entries");
    }

    [Fact]
    public async Task The_limit_of_the_difference_quotient_is_worked_out_over_data()
    {
        var answer = await service.Answer("derivative/limit", $"{{ {Line} }}");
        Answers.Close(-13.5, answer.Number("value"));
        var steps = answer.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(answer.GetProperty("derivative").Text("text"), steps[^1].GetProperty("after").Text("text"));
    }

    [Fact]
    public async Task A_cost_over_data_is_its_own_Taylor_polynomial_of_second_order()
    {
        var answer = await service.Answer("taylor", $$"""{ {{Line}}, "order": 2 }""");
        Assert.Equal([6.25, -13.5, 7.5], answer.GetProperty("terms").EnumerateArray().Select(term => term.Number("coefficient")));
        Answers.Close(0, answer.GetProperty("remainder").Number("bound"));
    }

    [Fact]
    public async Task An_equation_over_data_ties_two_numbers()
    {
        var answer = await service.Answer("implicit", """{ "function": "sum((m*x - b).^2) = 10", "data": { "x": [1, 2] }, "variable": "m", "of": "b", "point": { "m": 1, "b": 4 } }""");
        Answers.Close((24.0 - 10) / (16 - 6), answer.Number("value"));
    }

    [Fact]
    public async Task An_equation_ties_entries_of_a_vector()
    {
        var answer = await service.Answer("implicit", """{ "function": "norm(v)^2 = 25", "variable": "v[1]", "of": "v[2]", "point": { "v": [3, 4] } }""");
        Answers.Close(-0.75, answer.Number("value"));
    }

    [Theory]
    [InlineData("derivative/numeric", Squares, "variable", "w[1]")]
    [InlineData("derivative/numeric", """ "function": "f(A) = det(A)", "point": { "A": [[1,0,0,0,0],[0,1,0,0,0],[0,0,1,0,0],[0,0,0,1,0],[0,0,0,0,1]] }, "variable": "A[1,1]" """, "function", "5 × 5")]
    [InlineData("derivative/limit", """ "function": "f(w) = sum(w)", "shapes": { "w": ["n"] }, "variable": "w" """, "function", "The length of w has no value")]
    [InlineData("derivative/numeric", """ "function": "f(w) = sum(w)", "point": { "w": [1, 2] }, "variable": "w[3]" """, "variable", "w[3]")]
    [InlineData("taylor", """ "function": "f(w) = w.^2", "point": { "w": [1, 2] }, "variable": "w[1]", "order": 2 """, "function", "a vector of 2")]
    public async Task What_cannot_be_answered_so_says_why(string route, string body, string field, string said)
    {
        var problem = await service.Ask(route, $"{{ {body} }}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, problem.Status);
        Assert.Contains(said, problem.Json.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }
}
