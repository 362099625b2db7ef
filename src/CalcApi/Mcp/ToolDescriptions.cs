using System.Text.Json;
using System.Text.Json.Nodes;

namespace CalcApi.Mcp;

/// <summary>The tools.</summary>
internal static class ToolDescriptions
{
    private const string Function = """
        "function": { "type": "string", "description": "The function: an expression or a definition, also LaTeX or Python. Vectors and matrices multiply with @.", "examples": ["f(x, z) = 2z^3 x^2", "p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y)"] },
        "data": { "type": "object", "description": "Values of constants by name: numbers, vectors, matrices.", "examples": [{ "X": [[1, 2], [3, 4]], "y": [0, 1] }] },
        "shapes": { "type": "object", "description": "Shapes of vectors and matrices whose values are not given, by name.", "examples": [{ "w": [3], "X": ["n", "d"] }] }
        """;

    private const string Point = """
        "point": { "anyOf": [{ "type": "object" }, { "type": "number" }, { "type": "array" }], "description": "Where to evaluate: a value for each variable by name; a bare number where there is one variable.", "examples": [{ "x": 1, "z": 2 }, 3] }
        """;

    private const string Variable = """
        "variable": { "type": "string", "description": "The variable to differentiate by; may be left out where there is one.", "examples": ["x"] }
        """;

    private const string Steps = """
        "steps": { "type": "boolean", "description": "Whether to explain the result rule by rule.", "examples": [true] }
        """;

    private const string Checked = """
        "verified": { "type": ["boolean", "null"], "description": "True: the formula agrees with automatic and numeric derivatives." },
        "notes": { "type": "array", "items": { "type": "string" }, "description": "What has to be said with the answer." }
        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ToolDescription> All { get; } =
    [
        new("derivative", "Derivative", "derivative",
            "Use this before presenting any derivative of a function by one variable, of any order. Gives the exact formula, checked, and its value at a point.",
            Input("function", Function, Variable, Point, Steps, """ "order": { "type": "integer", "description": "How many times to differentiate, 1 to 20.", "examples": [2] } """),
            Output(""" "derivative": { "type": "string", "description": "The formula." }, "value": { "description": "The derivative at the point." }, "tangent": { "type": "string", "description": "The tangent line at the point." } """)),
        new("gradient", "Gradient", "gradient",
            "Use this before presenting partial derivatives or gradients, also of losses by vectors and matrices of weights. Gives a formula for each variable, checked, and numbers at a point.",
            Input("function", Function, Point, Steps, """ "variables": { "type": "array", "items": { "type": "string" }, "description": "The variables to differentiate by; all where left out.", "examples": [["w", "b"]] } """),
            Output(""" "gradient": { "type": "array", "items": { "type": "object" }, "description": "A formula for each variable." }, "at": { "type": "array", "items": { "type": "object" }, "description": "Value, gradient and steepest ascent at the point." } """)),
        new("chain_rule", "Chain rule", "chain-rule",
            "Use this to explain the derivative of a composition: the stages from the inside out with their derivatives, and the product that they make.",
            Input("function", Function, Variable, Point),
            Output(""" "stages": { "type": "array", "items": { "type": "object" }, "description": "From the inside out." }, "product": { "type": "string", "description": "The derivatives of the stages multiplied." }, "derivative": { "type": "string", "description": "The product simplified." } """)) { LeftOut = ["steps"] },
        new("check_gradient", "Check a gradient", "gradient-check",
            "Use this to check a derivative or gradient that somebody else, or you, worked out by hand or in code. Says whether it is right and names the likely slip.",
            Input("function\", \"claimed", Function, Point, """ "claimed": { "anyOf": [{ "type": "object" }, { "type": "string" }, { "type": "number" }, { "type": "array" }], "description": "What is claimed: a formula or a value for each variable by name; bare where there is one variable.", "examples": ["cos(x^2)", { "w": "2*w" }] } """),
            Output(""" "correct": { "type": ["boolean", "null"], "description": "Whether every claim is right." }, "verdict": { "type": "string", "description": "The outcome in sentences." }, "components": { "type": "array", "items": { "type": "object" }, "description": "Each claim beside the right value." } """)),
        new("descent", "Gradient descent", "descent",
            "Use this to run an optimizer (sgd, momentum, adam, newton, bfgs and others, as in PyTorch) on a function, and to see why it converges, oscillates or diverges.",
            Input("function\", \"start\", \"optimizer\", \"steps", Function,
                """ "start": { "anyOf": [{ "type": "object" }, { "type": "number" }, { "type": "array" }], "description": "Where to start: a value for each variable by name.", "examples": [{ "x": -3, "y": 2 }] } """,
                """ "optimizer": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"], "description": "Its name, with PyTorch's parameters beside it.", "examples": [{ "name": "adam", "lr": 0.1 }] } """,
                """ "steps": { "type": "integer", "description": "How many steps.", "examples": [100] } """),
            Output(""" "stop": { "type": "object", "description": "Why it ended." }, "best": { "type": "object", "description": "The best point." }, "points": { "type": "object", "description": "About ten points of the path, by variable." }, "diagnosis": { "type": "object", "description": "What the descent did, and a better rate where one was found." } """))
            { Defaults = static arguments => Sparse(arguments) },
        new("critical_points", "Critical points", "critical-points",
            "Use this to find all minima, maxima and saddles of a function in a box, each proven. 'complete' says whether there are no others.",
            Input("function\", \"box", Function, """ "box": { "type": "object", "description": "From and to for each variable.", "examples": [{ "x": [-5, 5] }] } """),
            Output(""" "points": { "type": "array", "items": { "type": "object" }, "description": "Each with its value and kind." }, "complete": { "type": "boolean", "description": "Whether it is proven that there are no others." } """)) { LeftOut = ["steps"] },
        new("code", "Code", "code",
            "Use this for code that computes a function with its gradient or Hessian: a program in NumPy, PyTorch, JAX, C#, JavaScript or C that checks itself when it is run, or LaTeX.",
            Input("function\", \"language", Function, Point,
                """ "language": { "type": "string", "enum": ["numpy", "pytorch", "jax", "csharp", "javascript", "c", "latex"], "description": "The language.", "examples": ["pytorch"] } """,
                """ "of": { "type": "string", "enum": ["value", "gradient", "hessian"], "description": "What the code computes; value where left out.", "examples": ["gradient"] } """),
            Output(""" "code": { "type": "string", "description": "The program." }, "language": { "type": "string", "description": "Its language." } """)) { LeftOut = ["points"] },
    ];

    // About ten steps of the path are kept: an assistant reads every number.
    private static Dictionary<string, JsonElement> Sparse(IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var steps = arguments.TryGetValue("steps", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number) ? number : 1;
        return new(StringComparer.Ordinal) { ["record"] = JsonSerializer.SerializeToElement(new JsonObject { ["every"] = Math.Max(1, steps / 10), ["limit"] = 12 }) };
    }

    private static JsonElement Input(string required, params IReadOnlyList<string> members) =>
        JsonSerializer.Deserialize<JsonElement>($$"""{ "type": "object", "properties": { {{string.Join(", ", members)}} }, "required": ["{{required}}"], "additionalProperties": false }""");

    private static JsonElement Output(string members) => JsonSerializer.Deserialize<JsonElement>($$"""{ "type": "object", "properties": { {{members}}, {{Checked}} } }""");
}
