using Xunit;

namespace CalcApi.Tests.Evaluate;

/// <summary>A list where values are given by name is answered with the object that was meant.</summary>
public sealed class ListForNamesTests(Api service)
{
    [Theory]
    [InlineData("f(x, y) = x*y", "[3, 4]", """{"x": 3, "y": 4}""")]
    [InlineData("f(x, y, z) = x*y + z", "[3, 4, -1]", """{"x": 3, "y": 4, "z": -1}""")]
    [InlineData("x*y", "[3, 4]", """{"x": 3, "y": 4}""")]
    [InlineData("a^2 + b*c*e", "[1, 2.5, -3]", """{"a": 1, "b": 2.5, "c": -3}""")]
    [InlineData("u = x*y; u^2", "[3, 4]", """{"x": 3, "y": 4}""")]
    [InlineData("f(w, b) = w*2 + b", "[1e-3, 0]", """{"w": 0.001, "b": 0}""")]
    [InlineData("f(y, x) = y - x", "[3, 4]", """{"y": 3, "x": 4}""")]
    [InlineData("f(x, y) = x*y", "[1, 2, 3]", """{"x": …, "y": …}""")]
    [InlineData("f(x, y) = x*y", "3", """{"x": 1, "y": 1}""")]
    [InlineData("x*y", "3", """{"x": 1, "y": 1}""")]
    public async Task It_is_shown_by_name(string function, string point, string shown)
    {
        var problem = (await service.Ask("evaluate", $$"""{ "function": "{{function}}", "point": {{point}} }""")).IsProblem(422, "value");
        Assert.EndsWith($"give a value for each by its name, as in {shown}.", problem.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
