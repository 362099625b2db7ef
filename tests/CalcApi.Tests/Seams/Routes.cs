using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CalcApi.Tests.Seams;

/// <summary>One question, a slope at a point, on every route that can be asked it.</summary>
/// <param name="service">The service.</param>
/// <param name="body">A function of x.</param>
/// <param name="x">The point.</param>
internal sealed class Routes(Api service, string body, double x)
{
    private static readonly string[] Others = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"];

    private string At => x.ToString("R", CultureInfo.InvariantCulture);

    private string One => $$"""{ "function": "f(x) = {{body}}", "point": {{At}} }""";

    private string Many => $$"""{ "function": "f(x, {{string.Join(", ", Others)}}) = {{body}} + {{string.Join(" + ", Others)}}", "point": { "x": {{At}}, {{string.Join(", ", Others.Select(static name => $"\"{name}\": 1"))}} } }""";

    private string BesideVector => $$"""{ "function": "f(x, u) = {{body}} + sum(u.^2)", "point": { "x": {{At}}, "u": [1, 2] } }""";

    private string Listed => $$"""{ "function": "f(x) = [{{body}}, x^2]", "point": {{At}} }""";

    private string OfVector(string name, string entry, string value) => $$"""{ "function": "f({{name}}) = {{In(entry)}}", "point": { "{{name}}": {{value}} } }""";

    /// <summary>The definition with an entry in place of x.</summary>
    private string In(string entry) => Regex.Replace(body, @"\bx\b", entry, RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Each route by name: the formula that it gives for the slope by x, where it gives one, the slope, and whether it reports that there is none.</summary>
    public async Task<IReadOnlyList<(string Route, string? Formula, double Slope, bool IsKink)>> Slopes()
    {
        var list = new List<(string, string?, double, bool)>();
        var answer = await service.Answer("derivative", One);
        list.Add(("derivative", answer.Formula("derivative"), answer.Number("value"), IsKink(answer)));
        answer = await service.Answer("derivative", $$"""{ "function": "f(x) = {{body}}", "points": [1.2345, {{At}}] }""");
        list.Add(("derivative at points", answer.Formula("derivative"), answer.GetProperty("values")[1].Number(), IsKink(answer)));
        foreach (var (name, asked) in new[] { ("gradient", One), ("gradient among many", Many), ("gradient beside a vector", BesideVector) })
        {
            answer = await service.Answer("gradient", asked);
            list.Add((name, answer.GetProperty("gradient")[0].Formula("derivative"), answer.GetProperty("at")[0].GetProperty("gradient").Number("x"), IsKink(answer)));
        }

        answer = await service.Answer("jacobian", One);
        list.Add(("jacobian", answer.GetProperty("jacobian")[0][0].Text("text"), answer.GetProperty("value")[0][0].Number(), IsKink(answer)));
        answer = await service.Answer("jacobian", Listed);
        list.Add(("jacobian of a list", answer.GetProperty("jacobian")[0][0].Text("text"), answer.GetProperty("value")[0][0].Number(), IsKink(answer)));
        answer = await service.Answer("directional-derivative", $$"""{ "function": "f(x) = {{body}}", "point": {{At}}, "direction": 1 }""");
        list.Add(("directional-derivative", answer.Formula("expression"), answer.Number("raw"), IsKink(answer)));
        answer = await service.Answer("graph", One);
        list.Add(("graph", null, answer.GetProperty("nodes").EnumerateArray().First(static node => node.Text("id") is "x").Number("adjoint"), IsKink(answer)));
        answer = await service.Answer("descent", $$"""{ "function": "f(x) = {{body}}", "start": {{At}}, "steps": 1, "optimizer": { "name": "sgd", "lr": 0.125 } }""");
        list.Add(("descent", null, (x - answer.GetProperty("points").Numbers("x")[^1]) / 0.125, IsKink(answer)));
        answer = await service.Answer("gradient", OfVector("v", "v[1]", $"[{At}]"));
        list.Add(("gradient by a vector of one", null, answer.GetProperty("at")[0].GetProperty("gradient").GetProperty("v")[0].Number(), IsKink(answer)));
        answer = await service.Answer("gradient", OfVector("M", "M[1, 1]", $"[[{At}]]"));
        list.Add(("gradient by a matrix of one", null, answer.GetProperty("at")[0].GetProperty("gradient").GetProperty("M")[0][0].Number(), IsKink(answer)));
        answer = await service.Answer("gradient", OfVector("v", "v[2]", $"[7, {At}]"));
        list.Add(("gradient by a vector of two", null, answer.GetProperty("at")[0].GetProperty("gradient").GetProperty("v")[1].Number(), IsKink(answer)));
        answer = await service.Answer("gradient", OfVector("v", "sum(v)", $"[{At}]"));
        list.Add(("gradient by the sum of a vector", null, answer.GetProperty("at")[0].GetProperty("gradient").GetProperty("v")[0].Number(), IsKink(answer)));
        return list;
    }

    /// <summary>Each route by name with the second derivative, and whether it reports that there is none.</summary>
    public async Task<IReadOnlyList<(string Route, double Bend, bool IsKink)>> Bends()
    {
        var list = new List<(string, double, bool)>();
        var answer = await service.Answer("derivative", $$"""{ "function": "f(x) = {{body}}", "point": {{At}}, "order": 2 }""");
        list.Add(("derivative", answer.Number("value"), IsKink(answer)));
        foreach (var (name, asked) in new[]
        {
            ("hessian", One), ("hessian among many", Many), ("hessian beside a vector", BesideVector), ("hessian by a vector of one", OfVector("v", "v[1]", $"[{At}]")),
            ("hessian by a matrix of one", OfVector("M", "M[1, 1]", $"[[{At}]]")),
        })
        {
            answer = await service.Answer("hessian", asked);
            list.Add((name, answer.GetProperty("value")[0][0].Number(), IsKink(answer)));
        }

        return list;
    }

    /// <summary>Answers that carry a verification, by route.</summary>
    public async Task<IReadOnlyList<(string Route, JsonElement Verification)>> Verifications()
    {
        var list = new List<(string, JsonElement)>();
        foreach (var (route, asked) in new[]
        {
            ("derivative", One), ("gradient", One), ("gradient", Many), ("gradient", BesideVector), ("jacobian", One), ("jacobian", Listed), ("hessian", One), ("hessian", BesideVector),
            ("gradient", OfVector("v", "v[1]", $"[{At}]")), ("gradient", OfVector("M", "M[1, 1]", $"[[{At}]]")), ("hessian", OfVector("v", "v[1]", $"[{At}]")),
        })
        {
            list.Add(($"{route} {asked}", (await service.Answer(route, asked)).GetProperty("verification")));
        }

        return list;
    }

    private static bool IsKink(JsonElement answer) => answer.NoteCodes().Contains("not-differentiable", StringComparer.Ordinal);
}
