namespace CalcApi.Tests.Runs;

/// <summary>Requests that runs are asked with.</summary>
internal static class Requests
{
    /// <summary>A training of some seconds.</summary>
    public const string Training = """
        { "model": { "name": "mlp", "layers": [12, 12], "activation": "tanh" }, "dataset": { "name": "moons", "n": 300, "noise": 0.1, "seed": 1 },
          "optimizer": { "name": "adam", "lr": 0.01 }, "steps": 3000, "batch": 32, "seed": 5, "test": 0.2, "record": { "every": 50 }, "verify": false }
        """;

    /// <summary>A descent that is over at once.</summary>
    public const string Short = """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 5 }""";

    /// <summary>A descent whose end nobody awaits.</summary>
    public static readonly string Endless = $$"""
        { "function": "f(w) = sum(sin(w).^2) + sum(exp(-w.^2))", "start": { "w": [{{string.Join(", ", Enumerable.Repeat("0.5", 400))}}] },
          "optimizer": { "name": "sgd", "lr": 1e-7 }, "steps": 1000000, "record": { "every": 100000 } }
        """;

    /// <summary>A map that lasts as long as its size says.</summary>
    /// <param name="side">How many cells a side has.</param>
    /// <param name="steps">How many steps each descent takes.</param>
    public static string Map(int side, int steps) => $$"""
        { "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": {{side}} }, { "coordinate": "y", "from": -5, "to": 5, "resolution": {{side}} }], "optimizer": { "name": "sgd", "lr": 0.00001 }, "steps": {{steps}} }
        """;

    /// <summary>A race of four descents.</summary>
    /// <param name="steps">How many steps each takes.</param>
    public static string Race(int steps) => $$"""
        { "function": "(1 - x)^2 + 100(y - x^2)^2", "starts": [{ "x": -1.2, "y": 1 }, { "x": 2, "y": 2 }], "optimizers": [{ "name": "sgd", "lr": 0.00001 }, { "name": "adam", "lr": 0.00001 }], "steps": {{steps}}, "record": { "every": 10000 } }
        """;

    /// <summary>A search of a square that spends all that it may.</summary>
    /// <param name="reach">How far it goes to each side.</param>
    public static string Search(int reach) => $$"""
        { "function": "sin(x*y)*cos(x + y^2) + sin(x^2)", "box": { "x": [-{{reach}}, {{reach}}], "y": [-{{reach}}, {{reach}}] } }
        """;

    /// <summary>One of each kind, with the route that answers the same.</summary>
    public static readonly (string Kind, string Route, string Request)[] All =
    [
        ("descent", "descent", """{ "function": "(1 - x)^2 + 100(y - x^2)^2 + abs(x)", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "adam", "lr": 0.001 }, "steps": 20000, "record": { "every": 50, "internals": true } }"""),
        ("compare", "descent/compare", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "starts": [{ "x": -1.2, "y": 1 }, { "x": 2, "y": 2 }], "optimizers": [{ "name": "sgd", "lr": 0.0005 }, { "name": "adam", "lr": 0.05 }, { "name": "adam", "dialect": "keras", "lr": 0.05 }], "steps": 4000, "record": { "every": 20 } }"""),
        ("map", "descent/map", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 15 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 15 }], "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 300 }"""),
        ("train", "train", """{ "model": { "name": "mlp", "layers": [6] }, "dataset": { "name": "circles", "n": 80 }, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 300, "test": 0.25, "record": { "every": 10 }, "draw": { "resolution": 5 } }"""),
        ("critical-points", "critical-points", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "box": { "x": [-5, 5], "y": [-5, 5] } }"""),
        ("critical-points", "critical-points", """{ "function": "x^3/(x^2 - 1) + abs(x)", "box": { "x": [-5, 5] } }"""),
        ("descent", "descent", """{ "function": "x^2 + z", "start": 3, "optimizer": { "name": "sgd" }, "steps": 5 }"""),
        ("descent", "descent", """{ "function": "log(x", "start": 3, "optimizer": { "name": "sgd" }, "steps": 5 }"""),
        ("train", "train", """{ "model": { "name": "linear" }, "dataset": { "csv": "a;b\n1;x\n", "target": "c" }, "optimizer": { "name": "sgd" }, "steps": 5 }"""),
    ];
}
