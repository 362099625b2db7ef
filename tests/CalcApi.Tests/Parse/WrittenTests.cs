using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Parse;

/// <summary>A definition comes back as it was typed, beside what it became.</summary>
public sealed class WrittenTests(Api service)
{
    [Theory]
    [InlineData("a*x^2+b*x+c", "a*x^2 + b*x + c", "a x^{2} + b x + c")]
    [InlineData("sin((4x)^2)", "sin((4x)^2)", @"\sin\left(\left(4 x\right)^{2}\right)")]
    [InlineData("f(x, z) = 2z^3 x^2", "2z^3 x^2", "2 z^{3} x^{2}")]
    [InlineData("1/2x", "1/2x", @"\frac{1}{2} x")]
    [InlineData("0.50x+12.5", "0.50x + 12.5", "0.50 x + 12.5")]
    [InlineData("2(x+1)(x-1)", "2(x + 1)(x - 1)", @"2 \left(x + 1\right) \left(x - 1\right)")]
    [InlineData("1+x-1", "1 + x - 1", "1 + x - 1")]
    [InlineData("x*x*x", "x*x*x", "x x x")]
    [InlineData("sum(i=1..3, i*x^i)", "sum(i = 1..3, i*x^i)", @"\sum_{i=1}^{3} i x^{i}")]
    public async Task In_the_order_in_which_it_was_typed(string function, string text, string latex)
    {
        var written = (await service.Answer("parse", $$"""{ "function": "{{function}}" }""")).GetProperty("written");
        Assert.Equal((text, latex), (written.GetProperty("text").GetString(), written.GetProperty("latex").GetString()));
    }

    [Theory]
    [InlineData("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", "A(x) = sin(x); B(x) = x^2; C(x) = 4x; A(B(C(x)))")]
    [InlineData("g(x)=x^3; f(x) = g'(x)+diff(sin(x),x,2)", "g(x) = x^3; g'(x) + diff(sin(x), x, 2)")]
    [InlineData("u = 2x\\nv = u^2\\nu*v", "u = 2x; v = u^2; u*v")]
    public async Task With_the_statements_that_it_uses(string function, string text)
    {
        var answer = await service.Answer("parse", $$"""{ "function": "{{function}}" }""");
        Assert.Equal(text, answer.Formula("written"));
        Assert.Contains(@"\text{where }", answer.GetProperty("written").GetProperty("latex").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_example_of_the_catalogue_reads_back_to_the_same_function()
    {
        var examples = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/examples")).Json.GetProperty("examples").EnumerateArray().ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var body = example.GetProperty("request").GetProperty("body");
            var function = body.GetProperty("function").GetString()!;
            var read = await service.Answer("parse", Question(function, body));
            var (written, variables) = (read.Formula("written"), read.GetProperty("variables").EnumerateArray().Select(static variable => variable.GetProperty("name").GetString()));
            var last = written.LastIndexOf("; ", StringComparison.Ordinal) + 1;
            var again = await service.Answer("parse", Question($"{written[..last]} f({string.Join(", ", variables)}) = {written[last..]}", body));
            Assert.Equal(read.Formula("function"), again.Formula("function"));
            Assert.Equal(read.GetProperty("bracketed").GetString(), again.GetProperty("bracketed").GetString());
        }
    }

    // With the example's data, and the shapes of the vectors and matrices of its point.
    private static string Question(string function, JsonElement body)
    {
        var data = body.TryGetProperty("data", out var given) ? given.ToString() : "{}";
        var point = body.TryGetProperty("point", out var at) && at.ValueKind == JsonValueKind.Object ? at.EnumerateObject() : default;
        var shapes = string.Join(", ", point.Where(static value => value.Value.ValueKind == JsonValueKind.Array).Select(static value => $"\"{value.Name}\": {ShapeOf(value.Value)}"));
        return $$"""{ "function": {{JsonSerializer.Serialize(function)}}, "data": {{data}}, "shapes": { {{shapes}} } }""";
    }

    private static string ShapeOf(JsonElement array) =>
        array[0].ValueKind == JsonValueKind.Array ? $"[{array.GetArrayLength()}, {array[0].GetArrayLength()}]" : $"[{array.GetArrayLength()}]";
}
