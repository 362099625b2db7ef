using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Parse;

public sealed class ParseTests(Api service)
{
    [Theory]
    [InlineData("x^2 + 3", "x^2 + 3", "x")]
    [InlineData("f(x, z) = 2z^3 x^2", "2*z^3*x^2", "x z")]
    [InlineData("f(z, x) = 2z^3 x^2", "2*z^3*x^2", "z x")]
    [InlineData("y + x", "y + x", "y x")]
    [InlineData("5", "5", "")]
    [InlineData("0.5x^2", "0.5*x^2", "x")]
    public async Task Reads_a_function(string function, string text, string variables)
    {
        var answer = await service.Answer("parse", $$"""{ "function": "{{function}}" }""");
        Assert.Equal(text, answer.Formula("function"));
        Assert.Equal(variables, string.Join(' ', answer.GetProperty("variables").EnumerateArray().Select(each => each.GetProperty("name").GetString())));
        Assert.NotEmpty(answer.GetProperty("function").GetProperty("latex").GetString()!);
    }

    [Theory]
    [InlineData("x^2 + y^2 = 25", "x^2 + y^2", "25", "x y")]
    [InlineData("25 = x^2 + y^2;", "25", "x^2 + y^2", "x y")]
    [InlineData("y^2 = x^3 - x + 1", "y^2", "x^3 - x + 1", "y x")]
    [InlineData("c(t) = t^2; c(x) + c(y) = 2", null, null, "x y")]
    [InlineData("sin(x*y) = cos(z)", "sin(x*y)", "cos(z)", "x y z")]
    [InlineData("sin(x) = y", "sin(x)", "y", "x y")]
    public async Task Reads_an_equation_as_left_minus_right(string equation, string? left, string? right, string variables)
    {
        var answer = await service.Answer("parse", $$"""{ "function": "{{equation}}" }""");
        var sides = answer.GetProperty("equation");
        if (left is not null) Assert.Equal((left, right), (sides.Formula("left"), sides.Formula("right")));
        Assert.Equal(variables, string.Join(' ', answer.GetProperty("variables").EnumerateArray().Select(each => each.GetProperty("name").GetString())));
        var difference = await service.Answer("parse", JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["function"] = sides.GetProperty("difference").GetString()! }));
        Assert.Equal(answer.Formula("function"), difference.Formula("function"));
        Assert.False(difference.TryGetProperty("equation", out _));
    }

    [Theory]
    [InlineData("x^2 + foo(y) = 3", 6, 9)]
    [InlineData("x^2 + y = 3 + bar(y)", 14, 17)]
    [InlineData("x^2 + y = sin(y", 13, 14)]
    [InlineData("x + y = 1 = 2", 6, 7)]
    [InlineData("f'(x) = 2x", 0, 1)]
    [InlineData("f(x + 1) = 2x", 4, 5)]
    public async Task Points_at_the_fault_of_an_equation(string equation, int start, int end)
    {
        var problem = (await service.Ask("parse", $$"""{ "function": "{{equation}}" }""")).IsProblem(422, "formula").Json;
        var position = problem.GetProperty("position");
        Assert.Equal((start, end), (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task Tells_both_readings_of_what_people_read_in_two_ways()
    {
        var answer = await service.Answer("parse", """{ "function": "1/2x" }""");
        var note = answer.GetProperty("notes").EnumerateArray().Single(each => each.GetProperty("code").GetString() is "ambiguous");
        Assert.Equal(2, note.GetProperty("readings").GetArrayLength());
        Assert.Equal(answer.GetProperty("bracketed").GetString(), note.GetProperty("readings")[0].GetString());
    }

    [Theory]
    [InlineData("x' @ A @ x", "[]")]
    [InlineData("A @ x", "[3]")]
    [InlineData("A .* 2", "[3,3]")]
    [InlineData("X @ w", "[\"n\"]")]
    public async Task Tells_the_shape_of_the_value(string function, string shape)
    {
        var answer = await service.Answer("parse", $$"""{ "function": "{{function}}", "shapes": { {{(function.Contains('X', StringComparison.Ordinal) ? "\"X\": [\"n\", \"d\"], \"w\": [\"d\"]" : "\"A\": [3, 3]")}}{{(function.Contains('x', StringComparison.Ordinal) ? ", \"x\": [3]" : "")}} } }""");
        Assert.Equal(shape, JsonSerializer.Serialize(answer.GetProperty("shape")));
    }

    [Fact]
    public async Task Keeps_helpers_and_the_name()
    {
        var answer = await service.Answer("parse", """{ "function": "h(b) = b^3; p = 2; f(x) = h(p*x)" }""");
        Assert.Equal("f", answer.GetProperty("name").GetString());
        Assert.Equal("h p", string.Join(' ', answer.GetProperty("helpers").EnumerateArray().Select(each => each.GetProperty("name").GetString())));
        Assert.Equal("b", answer.GetProperty("helpers")[0].GetProperty("parameters")[0].GetString());

        var bare = await service.Answer("parse", """{ "function": "x" }""");
        Assert.Equal(JsonValueKind.Null, bare.GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task Lists_the_tree_children_first()
    {
        var answer = await service.Answer("parse", """{ "function": "2x + 1" }""");
        var tree = answer.GetProperty("tree").EnumerateArray().ToList();
        Assert.Equal("number name multiply number add", string.Join(' ', tree.Select(node => node.GetProperty("kind").GetString())));
        Assert.Equal([2, 3], tree[^1].GetProperty("children").EnumerateArray().Select(child => child.GetInt32()));
        Assert.True(tree[2].GetProperty("implied").GetBoolean());
        Assert.Equal((0, 2), (tree[2].GetProperty("position").GetProperty("start").GetInt32(), tree[2].GetProperty("position").GetProperty("end").GetInt32()));
    }

    [Theory]
    [InlineData("x^2 + 3")]
    [InlineData("sin(x)^2/(1 + exp(-x))")]
    [InlineData("f(x, y) = if(x > y, x*y, -y/3)")]
    [InlineData("A(x)=sin(x); B(x)=x^2; C(x)=4x; f(x)=A(B(C(x)))")]
    public async Task Reads_back_what_it_prints(string function)
    {
        var once = await service.Answer("parse", $$"""{ "function": "{{function}}" }""");
        var variables = string.Join(", ", once.GetProperty("variables").EnumerateArray().Select(each => each.GetProperty("name").GetString()));
        var twice = await service.Answer("parse", $$"""{ "function": "f({{variables}}) = {{once.Formula("function")}}" }""");
        Assert.Equal(once.Formula("function"), twice.Formula("function"));
    }
}
