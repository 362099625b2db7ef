using System.Globalization;
using System.Text.Json;
using CalcApi.Http;
using Library = Calculus.Budgets.Limits;

namespace CalcApi.Tests.Limits;

/// <summary>A question whose size a limit bounds.</summary>
/// <param name="Route">Where it is asked.</param>
/// <param name="OfSize">Its body at a size; null where the size is what the answer takes, so that the limit is moved to it instead.</param>
/// <param name="Body">Its body where the size is what it takes.</param>
internal sealed record LimitRow(string Route, Func<long, string>? OfSize, string Body = "")
{
    /// <summary>The maximum that it is tried at; null for the service's own.</summary>
    public long? At { get; init; }

    /// <summary>The status of the refusal.</summary>
    public int Status { get; init; } = 422;

    /// <summary>A note of the answer that takes the place of a refusal.</summary>
    public string? Note { get; init; }

    /// <summary>Where the refusal says that there is too much; null where it cannot know.</summary>
    public string? Place { get; init; } = "function";

    /// <summary>Whether the refusal says how much was asked for.</summary>
    public bool TellsValue { get; init; } = true;

    /// <summary>By how much sizes differ.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Whether the size is measured, and not counted.</summary>
    public bool IsMeasured { get; init; }
}

/// <summary>For every limit of the table a question at its edge.</summary>
internal static class LimitRows
{
    private const string Line = """ "dataset": { "name": "line" } """, Sgd = """ "optimizer": { "name": "sgd", "lr": 1e-9 }, "steps": 1, "verify": false """;

    /// <summary>The limits that bound what a request asks for, by name.</summary>
    public static IReadOnlyDictionary<string, LimitRow> All { get; } = new Dictionary<string, LimitRow>(StringComparer.Ordinal)
    {
        [nameof(Library.TextLength)] = new("parse", static n => Function(new string(' ', (int)n - 1) + "x")),
        [nameof(Library.Tokens)] = new("parse", static n => Function("x" + new string('!', (int)n - 1))) { At = 200, TellsValue = false },
        [nameof(Library.SyntaxNodes)] = new("parse", static n => Function(string.Join('+', Enumerable.Repeat("x", ((int)n + 1) / 2)) + (n % 2 == 0 ? "!" : ""))) { At = 100, TellsValue = false },
        [nameof(Library.Depth)] = new("parse", static n => Function(Nested("sin(", ")", n))) { TellsValue = false },
        [nameof(Library.Brackets)] = new("parse", static n => Function(Nested("(", ")", n))) { TellsValue = false },
        [nameof(Library.NameLength)] = new("parse", static n => Function(new string('a', (int)n))),
        [nameof(Library.LiteralLength)] = new("parse", static n => Function("0." + new string('1', (int)n - 2))),
        [nameof(Library.Variables)] = new("parse", static n => Function(string.Join('+', Numbers(n).Select(static i => $"v{i}")))) { TellsValue = false },
        [nameof(Library.DerivativeOrder)] = new("derivative", static n => $$"""{ "function": "x^3", "order": {{n}} }""") { Place = "order" },
        [nameof(Library.GraphNodes)] = new("derivative", null, """{ "function": "sin(x)*exp(x^2)/(1 + x^4)", "verify": false }""") { TellsValue = false },
        [nameof(Library.ExactBits)] = new("parse", static n => Function($"2^{n - 1}*x")) { At = 500 },
        [nameof(Library.SimplificationTrials)] = new("derivative", null, """{ "function": "sin(x)^5*cos(x)^7/(1 + x)", "verify": false }""") { Note = "shortened" },
        [nameof(Library.PrintedLength)] = new("derivative", null, """{ "function": "sin(x)*exp(x^2)", "verify": false }""") { TellsValue = false },
        [nameof(Library.Steps)] = new("derivative", null, """{ "function": "sin(x)*exp(x^2)", "steps": true, "verify": false }""") { TellsValue = false },
        [nameof(Library.StepsLength)] = new("derivative", null, """{ "function": "sin(x)*exp(x^2)", "steps": true, "verify": false }""") { TellsValue = false },
        [nameof(Library.Operations)] = new("evaluate", null, """{ "function": "sin(x) + x^3", "points": [1, 2, 3, 4, 5] }"""),
        [nameof(Library.AllocatedBytes)] = new("derivative", null, """{ "function": "sin(x)*exp(x^2)/(1 + x^4)" }""") { IsMeasured = true, TellsValue = false },
        [nameof(Library.CheckedEntries)] = new("gradient-check", static n => $$"""{ "function": "sum(x.^2)", "point": { "x": [{{Repeated("1", n)}}] }, "claimed": { "x": [{{Repeated("2", n)}}] } }""") { At = 20 },
        [nameof(Library.ArrayEntries)] = new("evaluate", null, """{ "function": "sum(x @ x')", "point": { "x": [1, 2, 3, 4, 5, 6, 7, 8] } }"""),
        [nameof(Library.CriticalOperations)] = new("critical-points", null, """{ "function": "x^4 - x^2", "box": { "x": [-2, 2] } }""") { Note = "undecided" },
        [nameof(Library.CriticalPoints)] = new("critical-points", null, """{ "function": "sin(x)", "box": { "x": [-20, 20] } }""") { Note = "undecided" },
        [nameof(ServiceLimits.BodyBytes)] = new("evaluate", static n => Padded("""{ "function": "x", "point": 1 }""", n)) { Status = 413, Place = null },
        [nameof(ServiceLimits.DataBodyBytes)] = new("train", static n => Padded($$"""{ "model": { "name": "linear" }, {{Line}}, {{Sgd}} }""", n)) { Status = 413, Place = null },
        [nameof(ServiceLimits.DataNumbers)] = new("train", static n => $$"""{ "model": { "name": "linear" }, "dataset": { "columns": { "x": [{{Counted(n / 2)}}], "y": [{{Counted(n / 2)}}] } }, {{Sgd}} }""") { At = 40, Step = 2, Place = "dataset.columns" },
        [nameof(ServiceLimits.DataColumns)] = new("train", static n => $$"""{ "model": { "name": "linear" }, "dataset": { "columns": { {{string.Join(',', Numbers(n).Select(static i => $"\"c{i}\": [{i}, 1, 5]"))}} } }, {{Sgd}} }""") { Place = "dataset.columns" },
        [nameof(ServiceLimits.Classes)] = new("train", static n => $$"""{ "model": { "name": "softmax" }, "dataset": { "columns": { "x": [{{Counted(n)}}], "y": [{{Counted(n)}}] } }, {{Sgd}} }""") { Place = "dataset.target" },
        [nameof(ServiceLimits.Layers)] = new("train", static n => $$"""{ "model": { "name": "mlp", "layers": [{{Repeated("2", n)}}] }, {{Line}}, {{Sgd}} }""") { Place = "model.layers" },
        [nameof(ServiceLimits.LayerUnits)] = new("train", static n => $$"""{ "model": { "name": "mlp", "layers": [{{n}}] }, {{Line}}, {{Sgd}} }""") { Place = "model.layers[0]" },
        [nameof(ServiceLimits.Weights)] = new("train", null, $$"""{ "model": { "name": "mlp", "layers": [5, 4] }, {{Line}}, {{Sgd}} }""") { Place = "model" },
        [nameof(ServiceLimits.JsonDepth)] = new("evaluate", static n => "{ \"function\": \"x\", \"point\": " + new string('[', (int)n - 1) + "1" + new string(']', (int)n - 1) + " }") { Place = null, Status = 400, TellsValue = false },
        [nameof(ServiceLimits.BatchRequests)] = new("batch", static n => $$"""{ "requests": [{{Repeated("""{ "route": "evaluate", "body": { "function": "x", "point": 1 } }""", n)}}] }""") { Place = "requests" },
        [nameof(ServiceLimits.Exercises)] = new("exercises", static n => $$"""{ "rules": ["power-rule"], "count": {{n}} }""") { Place = "count" },
        [nameof(ServiceLimits.Points)] = new("evaluate", static n => $$"""{ "function": "x", "points": [{{Repeated("1", n)}}] }""") { Place = "points" },
        [nameof(ServiceLimits.GridSide)] = new("sample", static n => $$"""{ "function": "x + y", "window": { "x": [0, 1], "y": [0, 1] }, "resolution": { "x": 2, "y": {{n}} } }""") { Place = "resolution" },
        [nameof(ServiceLimits.CurveSamples)] = new("sample", static n => $$"""{ "function": "x", "window": { "x": [0, 1] }, "resolution": {{n}} }""") { Place = "resolution" },
        [nameof(ServiceLimits.DescentSteps)] = new("descent", static n => $$"""{ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" }, "steps": {{n}}, "record": { "limit": 1 } }""") { Place = "steps" },
        [nameof(ServiceLimits.RecordedSteps)] = new("descent", static n => $$"""{ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" }, "steps": 1, "record": { "limit": {{n}} } }""") { Place = "record.limit" },
        [nameof(ServiceLimits.ComparedRuns)] = new("descent/compare", static n => $$"""{ "function": "x^2", "starts": [{{Repeated("1", n)}}], "optimizers": [{ "name": "sgd" }], "steps": 1 }""") { Place = "optimizers" },
        [nameof(ServiceLimits.MapCells)] = new("descent/map", static n => $$"""{ "function": "x^2", "axes": [{ "coordinate": "x", "from": 0, "to": 1, "resolution": {{n}} }], "optimizer": { "name": "sgd" }, "steps": 1 }""") { At = 500, Place = "axes" },
        [nameof(ServiceLimits.AnswerNumbers)] = new("descent", null, """{ "function": "x^2", "start": 1, "optimizer": { "name": "sgd" }, "steps": 9, "record": { "limit": 9 } }""") { Place = "record" },
        [nameof(ServiceLimits.CriticalVariables)] = new("critical-points", static n => $$"""{ "function": "{{string.Join('+', Numbers(n).Select(static i => $"x{i}^2"))}}", "box": { {{string.Join(',', Numbers(n).Select(static i => $"\"x{i}\": [-1, 1]"))}} } }"""),
        [nameof(ServiceLimits.AnswerBytes)] = new("evaluate", null, """{ "function": "x^2", "points": [1, 2, 3] }""") { Place = null, TellsValue = false },
        [nameof(ServiceLimits.RunOperations)] = new("descent/map", null, """{ "function": "x^2", "axes": [{ "coordinate": "x", "from": 0, "to": 1, "resolution": 5 }], "optimizer": { "name": "sgd" }, "steps": 5 }"""),
        [nameof(ServiceLimits.RunAllocatedBytes)] = new("descent/map", null, """{ "function": "x^2*y", "axes": [{ "coordinate": "x", "from": 0, "to": 1, "resolution": 30 }, { "coordinate": "y", "from": 0, "to": 1, "resolution": 30 }], "optimizer": { "name": "sgd" }, "steps": 50 }""") { IsMeasured = true, TellsValue = false },
    };

    /// <summary>The limits that bound what all requests together may take, and the tests that hold them.</summary>
    public static IReadOnlyDictionary<string, string> OfLoad { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ServiceLimits.QuickSeconds)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.RunSeconds)] = "Limits/LimitEdgeTests.cs",
        [nameof(ServiceLimits.RunsOfAddress)] = "Runs/RunLimitsTests.cs",
        [nameof(ServiceLimits.Runs)] = "Runs/RunLimitsTests.cs",
        [nameof(ServiceLimits.RunHours)] = "Runs/RunsTests.cs",
        [nameof(ServiceLimits.QuickSlots)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.LightMilliseconds)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.HeavySlots)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.RunSlots)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.QueueMilliseconds)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.Queue)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.HeavyQueueMilliseconds)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.QueuePerSlot)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.AddressBurst)] = "Http/Hosting/AddressTests.cs",
        [nameof(ServiceLimits.AddressRequestsPerSecond)] = "Http/Hosting/AddressTests.cs",
        [nameof(ServiceLimits.AddressComputeSeconds)] = "Http/Compute/AdmissionTests.cs",
        [nameof(ServiceLimits.AddressComputeSecondsPerMinute)] = "Http/Compute/AdmissionTests.cs",
    };

    private static string Function(string text) => JsonSerializer.Serialize(new { function = text });

    private static string Padded(string body, long length) => body + new string(' ', (int)length - body.Length);

    private static string Nested(string open, string close, long times) => string.Concat(Enumerable.Repeat(open, (int)times)) + "x" + string.Concat(Enumerable.Repeat(close, (int)times));

    private static string Repeated(string text, long times) => string.Join(',', Enumerable.Repeat(text, (int)times));

    private static string Counted(long most) => string.Join(',', Numbers(most).Select(static i => i.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<int> Numbers(long most) => Enumerable.Range(0, (int)most);
}
