using Xunit;

namespace CalcApi.Tests.Descent;

/// <summary>Dialects, schedules and internals over HTTP.</summary>
public sealed class DialectTests(Api service)
{
    // x² from 3: by hand, or from the libraries' documented rules in Python's doubles.
    [Theory]
    [InlineData("""{ "name": "adam", "lr": 0.1 }""", new[] { 3, 2.9000000001666666, 2.800102707414789 })]
    [InlineData("""{ "name": "adam", "lr": 0.1, "dialect": "pytorch" }""", new[] { 3, 2.9000000001666666, 2.800102707414789 })]
    [InlineData("""{ "name": "adam", "lr": 0.1, "dialect": null }""", new[] { 3, 2.9000000001666666, 2.800102707414789 })]
    [InlineData("""{ "name": "adam", "lr": 0.1, "eps": 1e-8, "dialect": "keras" }""", new[] { 3, 2.9000000052704626 })]
    [InlineData("""{ "name": "adam", "lr": 0.1, "dialect": "optax" }""", new[] { 3, 2.9000000001666666 })]
    [InlineData("""{ "name": "sgd", "dialect": "keras" }""", new[] { 3, 2.94, 2.8812 })]
    [InlineData("""{ "name": "momentum", "dialect": "keras", "lr": 0.1 }""", new[] { 3, 2.4, 1.38, 0.186 })]
    [InlineData("""{ "name": "nesterov", "dialect": "optax", "lr": 0.1 }""", new[] { 3, 1.86, 0.6672, -0.325056 })]
    [InlineData("""{ "name": "sgd", "dialect": "keras", "lr": 0.1, "weight_decay": 0.5 }""", new[] { 3, 2.25 })]
    [InlineData("""{ "name": "adagrad", "lr": 0.5, "eps": 0 }""", new[] { 3, 2.5 })]
    [InlineData("""{ "name": "adagrad", "dialect": "optax", "lr": 0.5, "eps": 0, "initial_accumulator_value": 28 }""", new[] { 3, 2.625 })]
    [InlineData("""{ "name": "rmsprop", "lr": 0.1, "alpha": 0, "eps": 0 }""", new[] { 3, 2.9, 2.8 })]
    [InlineData("""{ "name": "rprop", "lr": 1 }""", new[] { 3, 2, 0.8, -0.64, -0.64, 0.08, 0.08, -0.28 })]
    [InlineData("""{ "name": "lion", "lr": 0.5, "weight_decay": 0.1 }""", new[] { 3, 2.35, 1.7325 })]
    [InlineData("""{ "name": "asgd", "lr": 0.25, "lambd": 0 }""", new[] { 3, 1.5, 0.75 })]
    [InlineData("""{ "name": "adamw", "lr": 0.1, "eps": 0, "weight_decay": 1 }""", new[] { 3, 2.6 })]
    [InlineData("""{ "name": "adamax", "lr": 0.1, "eps": 0 }""", new[] { 3, 2.9 })]
    [InlineData("""{ "name": "radam", "lr": 0.1 }""", new[] { 3, 2.4 })]
    [InlineData("""{ "name": "gradient_descent", "lr": 0.25, "schedule": { "name": "step", "step_size": 1, "gamma": 0.5 } }""", new[] { 3, 1.5, 1.125, 0.984375 })]
    [InlineData("""{ "name": "sgd", "lr": 0.25, "schedule": { "name": "constant", "factor": 0.5, "total_iters": 1 } }""", new[] { 3, 2.25, 1.125 })]
    [InlineData("""{ "name": "sgd", "lr": 0.25, "schedule": null }""", new[] { 3, 1.5, 0.75 })]
    public async Task Goes_where_the_rule_says(string optimizer, double[] path)
    {
        var answer = await service.Answer("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": {{optimizer}}, "steps": {{path.Length - 1}} }""");
        Answers.Close(path, answer.GetProperty("points").Numbers("x"), 1e-14);
        Assert.Equal("steps", answer.GetProperty("stop").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("""{ "name": "asgd", "dialect": "keras" }""", 422, "value", "optimizer.dialect", "The optimizer 'asgd' has no dialect 'keras'; it has pytorch.")]
    [InlineData("""{ "name": "adam", "dialect": "jax" }""", 422, "value", "optimizer.dialect", "The optimizer 'adam' has no dialect 'jax'; it has pytorch, keras, optax.")]
    [InlineData("""{ "name": "adam", "dialect": 1 }""", 400, "shape", "optimizer.dialect", "A text is expected, not a number.")]
    [InlineData("""{ "name": "adam", "dialect": "keras", "maximize": true }""", 422, "value", "optimizer.maximize", "The optimizer 'adam' in the dialect 'keras' has no parameter 'maximize'; it has lr, betas, eps, amsgrad, weight_decay.")]
    [InlineData("""{ "name": "adam", "eps_root": 1 }""", 422, "value", "optimizer.eps_root", "The optimizer 'adam' has no parameter 'eps_root'; it has lr, betas, eps, weight_decay, amsgrad, decoupled_weight_decay, maximize.")]
    [InlineData("""{ "name": "adam", "dialect": "optax", "eps_root": true }""", 400, "shape", "optimizer.eps_root", "A number is expected, not true.")]
    [InlineData("""{ "name": "adam", "dialect": "optax", "nesterov": true, "amsgrad": true }""", 422, "value", "optimizer.amsgrad", "'amsgrad' and 'nesterov' cannot be combined: optax has no such rule.")]
    [InlineData("""{ "name": "rprop", "etas": [1, 2] }""", 422, "value", "optimizer.etas", "'etas' of the optimizer 'rprop' must be two numbers, the first below 1 and the second above 1.")]
    [InlineData("""{ "name": "rprop", "step_sizes": [2, 1] }""", 422, "value", "optimizer.step_sizes", "'step_sizes' of the optimizer 'rprop' must be two numbers, the first no larger than the second.")]
    [InlineData("""{ "name": "adadelta", "rho": 1.5 }""", 422, "value", "optimizer.rho", "'rho' of the optimizer 'adadelta' must be a number of at least 0 and at most 1, but is 1.5.")]
    [InlineData("""{ "name": "radam", "dialect": "optax", "threshold": 4 }""", 422, "value", "optimizer.threshold", "'threshold' of the optimizer 'radam' in the dialect 'optax' must be a number above 4, but is 4.")]
    [InlineData("""{ "name": "sgd", "schedule": "cosine" }""", 400, "shape", "optimizer.schedule", "An object is expected, not a text.")]
    [InlineData("""{ "name": "sgd", "schedule": {} }""", 400, "shape", "optimizer.schedule.name", "The member 'name' is missing.")]
    [InlineData("""{ "name": "sgd", "schedule": { "name": "step", "gamma": "a" } }""", 400, "shape", "optimizer.schedule.gamma", "A number is expected, not a text.")]
    [InlineData("""{ "name": "sgd", "schedule": { "name": "step", "gamma": -1 } }""", 422, "value", "optimizer.schedule.gamma", "'gamma' of the schedule 'step' must be a number of at least 0, but is -1.")]
    [InlineData("""{ "name": "sgd", "schedule": { "name": "step", "patience": 1 } }""", 422, "value", "optimizer.schedule.patience", "The schedule 'step' has no parameter 'patience'; it has step_size, gamma.")]
    [InlineData("""{ "name": "sgd", "schedule": { "name": "one_cycle", "anneal_strategy": "sine" } }""", 422, "value", "optimizer.schedule.anneal_strategy", "'anneal_strategy' of the schedule 'one_cycle' must be \"cos\" or \"linear\", but is \"sine\".")]
    [InlineData("""{ "name": "sgd", "schedule": { "name": "one_cycle", "anneal_strategy": 1 } }""", 400, "shape", "optimizer.schedule.anneal_strategy", "A text is expected, not a number.")]
    [InlineData("""{ "name": "rprop", "schedule": { "name": "cosine" } }""", 422, "value", "optimizer.schedule", "The optimizer 'rprop' finds the lengths of its steps by itself; a schedule would change nothing.")]
    public async Task Refuses_what_is_not_allowed_and_says_what_is(string optimizer, int status, string type, string field, string said)
    {
        var reply = (await service.Ask("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": {{optimizer}}, "steps": 2 }""")).IsProblem(status, type);
        Assert.Equal(said, reply.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task A_misspelt_parameter_of_a_schedule_is_answered_with_what_there_is()
    {
        var reply = (await service.Ask("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "schedule": { "name": "cosine", "tmax": 3 } }, "steps": 2 }""")).IsProblem(400, "shape");
        Assert.Matches("^This route has no member 'tmax'; it takes name, .*, T_max, eta_min, ", reply.Json.GetProperty("errors").GetProperty("optimizer.schedule.tmax")[0].GetString());
    }

    [Fact]
    public async Task A_long_word_of_a_client_does_not_come_back_whole()
    {
        var word = new string('w', 100_000);
        foreach (var optimizer in (string[])[$$"""{ "name": "adam", "dialect": "{{word}}" }""", $$"""{ "name": "sgd", "schedule": { "name": "one_cycle", "anneal_strategy": "{{word}}" } }""", $$"""{ "name": "sgd", "schedule": { "name": "{{word}}" } }"""])
        {
            var reply = await service.Ask("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": {{optimizer}}, "steps": 2 }""");
            Assert.Equal(422, (int)reply.Status);
            Assert.True(reply.Text.Length < 2000);
        }
    }

    // The gradient of x²: slopes 6 and 4.8, so that the means are 0.6 and 1.02.
    [Fact]
    public async Task Internals_are_the_means_of_Adam_with_the_step_and_the_curvature_along_it()
    {
        var answer = await service.Answer("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "lr": 0.6 }, "steps": 2, "record": { "internals": true } }""");
        var internals = answer.GetProperty("internals");
        Assert.Equal("curvature m m_corrected step_length update v v_corrected", string.Join(' ', internals.EnumerateObject().Select(static each => each.Name).Order(StringComparer.Ordinal)));
        Answers.Close([0, 0.6, 1.02], Column("m"), 1e-8);
        Answers.Close([0, 0.036, 0.059004], Column("v"), 1e-8);
        Answers.Close([0, 6, 1.02 / 0.19], Column("m_corrected"), 1e-8);
        Answers.Close([0, 36, 0.059004 / 0.001999], Column("v_corrected"), 1e-6);
        Answers.Close([0, -0.6], Column("update")[..2], 1e-8);
        Answers.Close([0, 0.6], Column("step_length")[..2], 1e-8);
        Assert.Equal("NaN", internals.GetProperty("curvature")[0][0].GetString());
        Assert.Equal(2, internals.GetProperty("curvature")[1][0].GetDouble(), 1e-8);

        double[] Column(string name) => [.. internals.GetProperty(name).EnumerateArray().Select(static row => row[0].GetDouble())];
    }
}
