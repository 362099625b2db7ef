using System.Text.Json;
using Calculus.Functions;

namespace CalcApi.Tests.Http.Extremes;

/// <summary>Random questions on small definitions of the whole catalogue, at points where doubles end, functions have poles and slopes jump.</summary>
/// <param name="seed">The same seed asks the same questions.</param>
/// <param name="arrayCalls">Calls of functions of vectors and matrices, in the vectors v and w and the matrix A.</param>
internal sealed class Questions(int seed, IReadOnlyList<string> arrayCalls)
{
    private static readonly double[] s_points =
    [
        0, -0.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, -2.2250738585072014e-308, 1e-300, -1e-300, 1e300, -1e300,
        double.MaxValue, -double.MaxValue, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 6, -6, 170, 171, 709.782712893384, -745.2, 1e-8, 1e8, 9007199254740993,
        1.5707963267948966, 3.141592653589793, 0.9999999999999999, 1.0000000000000002, 1e154, -1e154, 1e16, 704, 26.6,
    ];

    private static readonly string[] s_numbers = ["0", "1", "2", "3", "-1", "0.5", "1e200", "1e-200", "1e308", "5e-324", "1/3", "pi", "e", "10", "1e16"];

    private static readonly string[] s_optimizers = ["gradient_descent", "sgd", "momentum", "nesterov", "adam"];

    private static readonly string[] s_languages = ["numpy", "pytorch", "jax", "javascript", "c", "csharp", "latex"];

    private readonly Random _chance = new(seed);

    /// <summary>The next question: a route and its body.</summary>
    public (string Route, string Body) Next() => _chance.Next(12) switch { < 2 => OfArrays(), 2 => OfLetters(), _ => OfNumbers() };

    // Deeper formulas with letters, which have no value: identities meet the most here.
    private (string Route, string Body) OfLetters()
    {
        var question = new Dictionary<string, object>(StringComparer.Ordinal) { ["function"] = Formula(["x", "a", "n"], 3 + _chance.Next(2)) };
        switch (_chance.Next(4))
        {
            case 0: return ("parse", Json(question));
            case 1: (question["language"], question["of"]) = (s_languages[_chance.Next(s_languages.Length)], "gradient"); return ("code", Json(question));
            default: (question["function"], question["verify"], question["steps"]) = ($"f(x) = {question["function"]}", false, _chance.Next(4) == 0); return ("derivative", Json(question));
        }
    }

    private (string Route, string Body) OfNumbers()
    {
        string[] names = _chance.Next(3) switch { 0 => ["x", "y"], 1 when _chance.Next(4) == 0 => ["x", "y", "z"], _ => ["x"] };
        var data = _chance.Next(5) == 0;
        var body = Formula(data ? [.. names, "n"] : names, 1 + _chance.Next(3));
        var question = new Dictionary<string, object>(StringComparer.Ordinal) { ["function"] = $"f({string.Join(", ", names)}) = {body}" };
        if (data && Mentions(body, "n")) question["data"] = new Dictionary<string, double>(StringComparer.Ordinal) { ["n"] = Number() };
        Dictionary<string, object> Point() => names.ToDictionary(static name => name, _ => (object)Number(), StringComparer.Ordinal);
        List<Dictionary<string, object>> Points() => [.. Enumerable.Range(0, 3).Select(_ => Point())];
        var (route, variable) = ("", names[_chance.Next(names.Length)]);
        switch (_chance.Next(17))
        {
            case 0: (route, question["point"]) = ("evaluate", Point()); break;
            case 1: (route, question["points"]) = ("evaluate", Points()); break;
            case 2: (route, question["point"], question["variable"], question["order"]) = ("derivative", Point(), variable, 1 + _chance.Next(3)); break;
            case 3: (route, question["points"], question["variable"]) = ("derivative", Points(), variable); break;
            case 4: (route, question["point"], question["variable"], question["steps"]) = ("derivative", Point(), variable, true); break;
            case 5: (route, question["point"]) = ("gradient", Point()); break;
            case 6: (route, question["points"]) = ("gradient", Points()); break;
            case 7: (route, question["point"]) = ("hessian", Point()); break;
            case 8: (route, question["point"]) = ("jacobian", Point()); break;
            case 9: (route, question["point"], question["direction"]) = ("directional-derivative", Point(), Point()); break;
            case 10: (route, question["point"], question["variable"], question["order"]) = ("taylor", Point(), variable, _chance.Next(5)); break;
            case 11: (route, question["point"], question["variable"]) = ("derivative/numeric", Point(), variable); break;
            case 12: (route, question["point"]) = ("graph", Point()); break;
            case 13: (route, question["point"], question["variable"]) = (_chance.Next(2) == 0 ? "chain-rule" : "derivative/limit", Point(), variable); break;
            case 14: (route, question["point"], question["claimed"]) = ("gradient-check", Point(), names.ToDictionary(static name => name, _ => (object)Number(), StringComparer.Ordinal)); break;
            case 15 when names.Length == 2: (route, question["point"], question["variable"], question["of"]) = ("implicit", Point(), "x", "y"); break;
            case 15: (route, question["from"], question["to"]) = ("slope", Point(), Point()); break;
            default: (route, question) = _chance.Next(2) == 0 ? Descent(question, Point()) : Sample(question, names, Point()); break;
        }

        if (route is "derivative" or "gradient" or "hessian" or "jacobian" && _chance.Next(8) != 0) question["verify"] = false;
        return (route, Json(question));
    }

    private (string Route, Dictionary<string, object> Question) Descent(Dictionary<string, object> question, Dictionary<string, object> start)
    {
        (question["start"], question["steps"]) = (start, 1 + _chance.Next(5));
        question["optimizer"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = s_optimizers[_chance.Next(s_optimizers.Length)] };
        return ("descent", question);
    }

    private (string Route, Dictionary<string, object> Question) Sample(Dictionary<string, object> question, string[] names, Dictionary<string, object> at)
    {
        var (a, b) = (Number(), Number());
        if (names.Length > 1) question["at"] = at.Where(entry => !string.Equals(entry.Key, "x", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        question["window"] = new Dictionary<string, double[]>(StringComparer.Ordinal) { ["x"] = [Math.Min(a, b), Math.Max(a, b)] };
        (question["resolution"], question["of"]) = (16, _chance.Next(2) == 0 ? "value" : "gradient");
        return ("sample", question);
    }

    private (string Route, string Body) OfArrays()
    {
        double[] Vector() => [Number(), Number(), Number()];
        var call = arrayCalls[_chance.Next(arrayCalls.Count)];
        var inner = _chance.Next(3) == 0 ? call : $"sum({Call([$"({call})"], 1)})";
        var question = new Dictionary<string, object>(StringComparer.Ordinal) { ["function"] = inner };
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (Mentions(inner, "v")) values["v"] = Vector();
        if (Mentions(inner, "w")) values["w"] = Vector();
        if (Mentions(inner, "A")) values["A"] = new[] { Vector(), Vector(), Vector() };
        if (_chance.Next(2) == 0) question["verify"] = false;
        string[] routes = ["evaluate", "gradient", "hessian", "jacobian", "graph", "directional-derivative", "descent"];
        var route = routes[_chance.Next(routes.Length)];
        question[route is "descent" ? "start" : "point"] = values;
        if (route is "directional-derivative") question["direction"] = values;
        if (route is "descent") question = Descent(question, values).Question;
        if (route is not ("gradient" or "hessian" or "jacobian")) question.Remove("verify");
        return (route, Json(question));
    }

    private string Formula(string[] names, int depth)
    {
        string Part() => Formula(names, depth - 1);
        if (depth == 0) return _chance.Next(4) == 0 ? s_numbers[_chance.Next(s_numbers.Length)] : names[_chance.Next(names.Length)];
        return _chance.Next(10) switch
        {
            0 => $"({Part()} + {Part()})",
            1 => $"({Part()} - {Part()})",
            2 => $"({Part()})*({Part()})",
            3 => $"({Part()})/({Part()})",
            4 => $"({Part()})^({Part()})",
            _ => Call(names, depth),
        };
    }

    private string Call(string[] names, int depth)
    {
        var function = Catalogue.All[_chance.Next(Catalogue.All.Count)];
        var most = Math.Min(function.MaximumArity, function.MinimumArity + 2);
        var count = _chance.Next(function.MinimumArity, most + 1);
        return $"{function.Name}({string.Join(", ", Enumerable.Range(0, count).Select(_ => Formula(names, depth - 1)))})";
    }

    private double Number() => s_points[_chance.Next(s_points.Length)];

    private static bool Mentions(string text, string name) => System.Text.RegularExpressions.Regex.IsMatch(
        text, $@"(?<![A-Za-z0-9_]){name}(?![A-Za-z0-9_(])", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Json(Dictionary<string, object> question) => JsonSerializer.Serialize(question);
}
