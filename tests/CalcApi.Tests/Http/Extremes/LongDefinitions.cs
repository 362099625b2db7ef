using System.Text.Json;
using Calculus.Functions;

namespace CalcApi.Tests.Http.Extremes;

/// <summary>Definitions as long as they may be, of every shape: chains of each operator, sums and nests of each function, nests of operators.</summary>
internal static class LongDefinitions
{
    private const int LongestText = 16_384, MostLinks = 4_900, MostLayers = 240, MostTerms = 1_000;

    /// <summary>All of them, with what they are.</summary>
    public static IEnumerable<(string Shape, string Text)> All =>
    [
        .. ((string[])["+", "-", "*", "/", " "]).SelectMany(static sign => new[]
        {
            ($"x {sign} x", Chain(sign, MostLinks, static _ => "x")),
            ($"x {sign} y", Chain(sign, MostLinks, static k => k % 2 == 0 ? "x" : "y")),
            ($"a {sign} b {sign} c", Chain(sign, MostTerms, static k => k == 0 ? "x" : $"v{k}")),
            ($"(x + k) {sign} …", Chain(sign, MostTerms, static k => $"(x + {k})")),
            ($"(x + k)^2 {sign} …", Chain(sign, MostTerms, static k => $"(x + {k})^2")),
            ($"x^k {sign} …", Chain(sign, MostTerms, static k => $"x^{k}")),
            ($"1/(x + k) {sign} …", Chain(sign, MostTerms, static k => $"1/(x + {k})")),
            ($"a/(x + k) {sign} …", Chain(sign, MostTerms, static k => $"v{k % 50}/(x + {k})")),
            ($"(a + b) {sign} …", Chain(sign, MostTerms, static k => $"(x + v{k % 60})")),
            ($"k*x^i*y^j {sign} …", Chain(sign, MostTerms, static k => $"{k + 1}*x^{k % 40}*y^{k / 40}")),
            ($"0.k*x^i {sign} …", Chain(sign, MostTerms, static k => $"0.{k + 1}*x^{k % 9}")),
            ($"x^(1/k) {sign} …", Chain(sign, MostTerms, static k => $"x^(1/{k + 1})")),
        }),
        ("mixed signs", string.Concat(Enumerable.Range(0, MostLinks).Select(static k => $"{(k == 0 ? "" : "+-*/"[k % 4].ToString())}{"xy23"[k * 7 % 4]}"))),
        ("x^x^…", Chain("^", MostLayers, static _ => "x")),
        ("−−x", new string('-', MostLayers) + "x"),
        ("x!!", "x" + new string('!', MostLayers)),
        ("((x))", new string('(', 7_000) + "x" + new string(')', 7_000)),
        ("1/(1 + …)", Nest("1/(1 + ", ")")),
        ("x*sin(…)", Nest("x*sin(", ")")),
        ("sqrt(1 + x*…)", Nest("sqrt(1 + x*", ")")),
        ("if(x < k, …)", string.Concat(Enumerable.Range(0, 200).Select(static k => $"if(x < {k}, {k}*x, ")) + "0" + new string(')', 200)),
        ("piecewise", $"piecewise({string.Concat(Enumerable.Range(0, 400).Select(static k => $"x < {k}, x^{k % 5}, "))}0)"),
        ("max of many", $"max({Chain(",", MostTerms, static k => $"x - {k}")})"),
        ("norm of a list", $"norm([{Chain(",", 200, static k => $"x - {k}")}])"),
        ("helpers", string.Concat(Enumerable.Range(0, 100).Select(static k => k == 0 ? "h0(x) = x; " : $"h{k}(x) = h{k - 1}(x)^2 + 1; ")) + "f(x) = h99(x)"),
        ("sum over an index", "sum(i = 1..500, sin(i*x)/i)"),
        ("long names", Chain("+", 200, static k => $"{new string('a', 60)}{k}*x")),
        ("long numbers", Chain("+", 100, static k => $"1.{string.Concat(Enumerable.Repeat(k, 40))}*x")),
        .. Catalogue.All.Where(static function => function.MinimumArity == 1).SelectMany(static function => new[]
        {
            ($"{function.Name}({function.Name}(…))", Nest($"{function.Name}(", ")")),
            ($"{function.Name}(k*x) + …", Chain("+", MostTerms, k => $"{function.Name}({k + 1}*x)")),
            ($"{function.Name}(k*x) * …", Chain("*", MostTerms, k => $"{function.Name}({k + 1}*x)")),
        }),
    ];

    /// <summary>What each definition is asked, by its place in the list: neighbours are alike, so that two questions of each suffice.</summary>
    public static IEnumerable<(string Route, string Body, string What)> Questions()
    {
        foreach (var (place, (shape, text)) in All.Index())
        {
            foreach (var (route, members) in ((string, string)[])[place % 3 == 0 ? ("parse", "") : ("derivative", ""), place % 3 == 1 ? ("gradient", ", \"verify\": false") : ("derivative", ", \"steps\": true, \"verify\": false")])
            {
                var variable = route is "derivative" && !text.StartsWith("helpers", StringComparison.Ordinal) ? ", \"variable\": \"x\"" : "";
                yield return (route, $$"""{ "function": {{JsonSerializer.Serialize(text)}}{{variable}}{{members}} }""", $"{route}{members} of {shape}");
            }
        }
    }

    private static string Nest(string open, string close) => string.Concat(Enumerable.Repeat(open, MostLayers)) + "x" + string.Concat(Enumerable.Repeat(close, MostLayers));

    // As many links as a definition has room for.
    private static string Chain(string sign, int links, Func<int, string> link)
    {
        var text = new System.Text.StringBuilder(link(0));
        for (var k = 1; k < links && text.Length + sign.Length + link(k).Length < LongestText; k++) text.Append(sign).Append(link(k));
        return text.ToString();
    }
}
