using System.Text.Json;
using System.Text.RegularExpressions;
using Calculus.Functions;

namespace Fuzz;

/// <summary>What inputs are made of: the words of the language, and the definitions that the tests are written with.</summary>
internal static partial class Vocabulary
{
    private const int LongestSeed = 160;

    /// <summary>The words of formulas.</summary>
    public static IReadOnlyList<string> OfFormulas { get; } =
    [
        .. Catalogue.All.Select(static function => function.Name),
        "x", "y", "z", "n", "a", "w", "X", "A", "e", "pi", "E", "gamma", "inf", "f(x) = ", "g(t) = ", "; ", "\n", "+", "-", "*", "/", "^", "**", ".^", ".*", "./", "@", "'", ".T", "!", "|", "||", "√", "²", "⁻¹", "½",
        "(", ")", "[", "]", ",", ":", "..", "=", "==", "<", "<=", ">=", ">", "!=", " and ", " or ", "not ", "i = 1..3, ", "j = 1..2, ", "sum(i = 1..4, ", "prod(i = 1..3, ", "table(i = 1..3, ", "[1, 2, 3]", "[[1, 2], [3, 4]]",
        "diff(", "f'(x)", "x[1]", "x[i]", "X[i, j]", "X[:, 1]", "x[1:2]", "if(x > 0, x, -x)", "piecewise(x < 0, 1, x < 2, x, 0)", "sin x", "sin^2 x", "sin^-1(x)", "log_2 x", "x_1", "1e3", ".5", "2x", "x y", "norm(x)", "softmax(x)",
        "det(A)", "inv(A)", "trace(A)", "mean(x)", "sum(x)", "dot(x, y)", "outer(x, y)", "mse(x, y)", "log_loss(x, y)", "max(x, y, z)", "min(", "0^0", "0/0", "1/0", "x^x", "x^(1/3)", "x^-1", "(-1)^x", "x^0", "-x^2", "--x", "1/x",
    ];

    /// <summary>Every text in the library's tests that looks like a definition, and the catalogue's examples.</summary>
    public static IEnumerable<string> Definitions()
    {
        foreach (var function in Catalogue.All) yield return function.Example;
        var tests = Path.Combine(Root(), "tests", "Calculus.Tests");
        foreach (var file in Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (Match literal in Literal().Matches(File.ReadAllText(file)))
            {
                var text = literal.Groups["text"].Value;
                if (text.Length <= LongestSeed && text.ContainsAny(s_marks)) yield return text.Replace("\\n", "\n", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Every request of the tests' list of hostile ones that is short: the route, a space and the body.</summary>
    public static IEnumerable<string> Requests()
    {
        foreach (var line in File.ReadLines(Path.Combine(Root(), "tests", "CalcApi.Tests", "hostile.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.GetProperty("body") is { ValueKind: JsonValueKind.String } body && body.GetString()!.Length < 400) yield return $"{row.RootElement.GetProperty("route").GetString()} {body.GetString()}";
        }
    }

    private static readonly System.Buffers.SearchValues<char> s_marks = System.Buffers.SearchValues.Create("+-*/^(=");

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        foreach (var start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "CalcApi.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Run this in the repository.");
    }

    [GeneratedRegex("\"(?<text>[^\"\\\\]{1,200})\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
