using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Parse;

/// <summary>The function language, as it arrives over HTTP.</summary>
public sealed class LanguageTests(Api service)
{
    [Theory]
    [InlineData("thanh(x)", 0, 5, "'thanh' is followed by a bracket but is not a known function.", "did you mean 'tanh'?")]
    [InlineData("x + y + xy", 8, 10, "'xy' is read as one name, and it is not declared; names are never split.", "did you mean 'x*y'?")]
    [InlineData("2 3", 0, 3, "Two numbers are written side by side.", "write '*' for a product")]
    [InlineData("x − 1,500", 4, 9, "A number has a decimal point, not a comma.", "write 1.500, or leave out a comma that separates thousands")]
    [InlineData("if(x = 3, 1, 2)", 5, 6, "'=' defines a name at the beginning of a statement; it does not compare.", "write '=='")]
    [InlineData("5%", 1, 2, "'%' has no meaning here.", "write /100 for a percentage, mod(a, b) for a remainder")]
    [InlineData("(x+1))", 5, 6, "')' closes a bracket that was never opened.", "remove it, or open the bracket")]
    [InlineData("ж + 1", 0, 1, "'ж' (U+0436) is not a letter of this language: names are written with ASCII and Greek letters, digits and '_'.", null)]
    [InlineData("x > 1", 0, 5, "A definition must give a number, but this is a condition.", "write if(condition, a, b)")]
    public async Task A_mistake_comes_with_its_place_and_its_repair(string function, int start, int end, string message, string? hint)
    {
        foreach (var route in (string[])["parse", "derivative", "evaluate"])
        {
            var problem = (await service.Ask(route, new { function })).IsProblem(422, "formula").Json;
            Assert.Equal(message, problem.GetProperty("detail").GetString());
            Assert.Equal((start, end), (problem.GetProperty("position").GetProperty("start").GetInt32(), problem.GetProperty("position").GetProperty("end").GetInt32()));
            Assert.Equal(hint, problem.TryGetProperty("hint", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null);
        }
    }

    [Theory]
    [InlineData("sin^-1(x)", "asin(x)", "(sin(x))^(-1)")]
    [InlineData("sin x/y", "sin(x)/y", "sin(x/y)")]
    [InlineData("e^x(x+1)", "(e^x)*(x + 1)", "e^(x*(x + 1))")]
    [InlineData("x(x+1)", "x*(x + 1)", "x(x + 1)")]
    [InlineData("1/2x", "(1/2)*x", "1/(2*x)")]
    public async Task Both_readings_arrive_with_the_chosen_one_first(string function, string taken, string other)
    {
        var answer = JsonDocument.Parse((await service.Ask("parse", new { function })).Text).RootElement;
        Assert.Equal(taken, answer.GetProperty("bracketed").GetString());
        var note = Assert.Single(answer.GetProperty("notes").EnumerateArray());
        Assert.Equal("ambiguous", note.GetProperty("code").GetString());
        Assert.Equal((taken, other), (note.GetProperty("readings")[0].GetString(), note.GetProperty("readings")[1].GetString()));
    }

    [Fact]
    public async Task Copied_symbols_read_as_what_they_mean()
    {
        var answer = (await service.Ask("derivative", new { function = "x² + √x ÷ 2 − π·x\u00A0× 3", point = 2 })).Json;
        Assert.Equal("2*x - 3*pi + 1/(4*sqrt(x))", answer.Formula("derivative"));
        Answers.Close(-5.248001265472743, answer.Number("value"));
    }

    [Theory]
    [InlineData("f(x) = x^(n/3)", "data.n")]
    [InlineData("f(x) = alpha*x", "data.alpha")]
    public async Task A_constant_that_stayed_a_letter_is_named_when_a_number_is_asked_for(string function, string field)
    {
        Assert.Equal(200, (int)(await service.Ask("derivative", new { function })).Status);
        var problem = (await service.Ask("derivative", new { function, point = 2 })).IsProblem(422, "value");
        Assert.Equal([field], problem.Fields);
    }

    [Fact]
    public async Task Points_on_a_seam_have_the_limit_of_both_sides()
    {
        var answer = (await service.Ask("derivative", new { function = "if(x == 0, 1, sin(x)/x)", order = 2, points = (double[])[0, 1] })).Json;
        Answers.Close([-1.0 / 3, -0.23913362692838303], answer.Numbers("values"), 1e-10);
        Assert.Empty(answer.NoteCodes());
    }

    [Fact]
    public async Task A_name_in_data_leaves_the_variables()
    {
        var answer = (await service.Ask("derivative", new { function = "f(x, a) = a*x^2", data = new { a = 5 }, point = 3 })).Json;
        Assert.Equal("2*a*x", answer.Formula("derivative"));
        Answers.Close(30, answer.Number("value"));
    }
}
