using Xunit;

namespace CalcApi.Tests.DescentMap;

/// <summary>Schedules and dialects in maps and races: each cell and each run has its own.</summary>
public sealed class DescentMapDialectTests(Api service)
{
    // x ← x(1 − 2γₜ) with γ = 1, 1/2, …: the second step ends at the bottom. Without the schedule the descent would jump back and forth.
    [Fact]
    public async Task Each_cell_begins_its_schedule_anew()
    {
        var answer = await service.Answer("descent/map", """{ "function": "x^2", "axes": [{ "coordinate": "x", "from": 1, "to": 3, "resolution": 3 }], "optimizer": { "name": "sgd", "lr": 1, "schedule": { "name": "inverse_time", "decay_steps": 1 } }, "steps": 9 }""");
        Assert.Equal([2, 2, 2], answer.Numbers("steps").Select(static each => (int)each));
    }

    [Fact]
    public async Task An_axis_moves_a_parameter_of_a_dialect()
    {
        var body = """{ "function": "x^2", "start": 3, "axes": [{ "parameter": "eps_root", "from": 0.1, "to": 1, "resolution": 2 }], "optimizer": { "name": "adam", "dialect": "optax", "lr": 0.1 }, "steps": 9 }""";
        Assert.Equal(2, (await service.Answer("descent/map", body)).Numbers("steps").Length);
        (await service.Ask("descent/map", body.Replace("optax", "keras", StringComparison.Ordinal))).IsProblem(422, "value");
    }

    [Fact]
    public async Task A_race_shows_where_dialects_part()
    {
        var answer = await service.Answer("descent/compare", """{ "function": "x^2", "starts": [3], "optimizers": [{ "name": "adam", "lr": 0.1 }, { "name": "adam", "lr": 0.1, "eps": 1e-8, "dialect": "keras" }, { "name": "adam", "lr": 0.1, "schedule": { "name": "exponential", "gamma": 0.5 } }], "steps": 5 }""");
        var differences = answer.GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal(1, differences[0].GetProperty("step").GetInt32());
        Assert.Equal(2.9000000052704626, differences[0].GetProperty("values")[1].GetDouble(), 1e-15);
        Assert.Equal(2, differences[1].GetProperty("step").GetInt32());
        Answers.Close([0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125], answer.GetProperty("runs")[2].Numbers("learningRate"));
    }

    [Fact]
    public async Task A_refusal_of_a_schedule_names_the_optimizer_of_the_race() =>
        Assert.Contains("optimizers[1].schedule.gamma", (await service.Ask("descent/compare",
            """{ "function": "x^2", "starts": [3], "optimizers": [{ "name": "sgd" }, { "name": "sgd", "schedule": { "name": "step", "gamma": -1 } }], "steps": 5 }""")).IsProblem(422, "value").Fields, StringComparer.Ordinal);
}
