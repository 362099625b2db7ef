using Calculus.Optimization;
using Calculus.Optimization.FirstOrder;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class OptimizerTests
{
    // The expected points were computed in Python floats from PyTorch's documented update rules.
    [Theory]
    [InlineData("x^2", "gradient_descent", "lr=0.1", new[] { 3.0 }, new[] { 2.4, 1.92, 1.536, 1.2288000000000001, 0.9830400000000001 })]
    [InlineData("x^2", "gradient_descent", "lr=1", new[] { 3.0 }, new[] { -3.0, 3, -3, 3, -3 })]
    [InlineData("x^2", "gradient_descent", "lr=1.1", new[] { 3.0 }, new[] { -3.6000000000000005, 4.320000000000001, -5.184000000000002 })]
    [InlineData("x^2", "sgd", "lr=0.1", new[] { 3.0 }, new[] { 2.4, 1.92, 1.536 })]
    [InlineData("x^2", "momentum", "lr=0.1", new[] { 3.0 }, new[] { 2.4, 1.38, 0.18599999999999994 })]
    [InlineData("x^2", "sgd", "lr=0.1 momentum=0.9", new[] { 3.0 }, new[] { 2.4, 1.38, 0.18599999999999994 })]
    [InlineData("x^2", "nesterov", "lr=0.1", new[] { 3.0 }, new[] { 1.8599999999999999, 0.6671999999999998, -0.32505600000000034 })]
    [InlineData("x^2", "sgd", "lr=0.1 momentum=0.9 nesterov=true", new[] { 3.0 }, new[] { 1.8599999999999999, 0.6671999999999998, -0.32505600000000034 })]
    [InlineData("x^2", "adam", "lr=0.1", new[] { 3.0 }, new[] { 2.9000000001666666, 2.800102707414789, 2.7003815234507473 })]
    [InlineData("x^4", "gradient_descent", "lr=0.01", new[] { 2.0 }, new[] { 1.68, 1.49033472, 1.3579275665415587 })]
    [InlineData("cosh", "momentum", "lr=0.2 momentum=0.5", new[] { 1.5 }, new[] { 1.0741441089810366, 0.6026265409943787, 0.23891386604718545 })]
    [InlineData("sin", "sgd", "lr=0.5 maximize=true", new[] { 0.5 }, new[] { 0.9387912809451864, 1.2341731333534998, 1.3993239817074954 })]
    [InlineData("x^2", "momentum", "lr=0.1 dampening=0.3", new[] { 3.0 }, new[] { 2.4, 1.524, 0.52224 })]
    [InlineData("x^2", "nesterov", "lr=0.1 weight_decay=0.05", new[] { 3.0 }, new[] { 1.8315, 0.6199807499999999, -0.3739573271250003 })]
    [InlineData("x^4", "adam", "lr=0.05", new[] { 2.0 }, new[] { 1.950000000015625, 1.900134855570686, 1.8504985433150596 })]
    [InlineData("sin", "adam", "lr=0.1 maximize=true", new[] { 0.5 }, new[] { 0.599999998860506, 0.6997930933075945, 0.7991618364547965 })]
    [InlineData("rosenbrock", "sgd", "lr=0.001", new[] { -1.2, 1 }, new[] { -0.9843999999999999, 1.088, -1.0272715665664, 1.0642086720000001, -1.0268830682337082, 1.0624243118951573 })]
    [InlineData("rosenbrock", "momentum", "lr=0.0001", new[] { -1.2, 1 }, new[] { -1.17844, 1.0088, -1.1406917557140965, 1.0243184166719999, -1.0936577542678771, 1.043822176974442 })]
    [InlineData("rosenbrock", "nesterov", "lr=0.0001", new[] { -1.2, 1 }, new[] { -1.159036, 1.01672, -1.1119789229489978, 1.036260489073248 })]
    [InlineData("x^2+10y^2", "sgd", "lr=0.05 weight_decay=0.1", new[] { 4.0, -1 }, new[] { 3.58, 0.0050000000000001155, 3.2041, -2.5000000000000716e-05, 2.8676695, 1.2500000000000643e-07 })]
    [InlineData("rosenbrock", "adam", "lr=0.01", new[] { -1.2, 1 }, new[] { -1.1900000000004638, 1.0099999999988636, -1.1800319627914446, 1.0199711121251558, -1.1701205476626875, 1.029890618969127 })]
    public void Goes_where_PyTorch_goes(string terrain, string optimizer, string parameters, double[] start, double[] expected)
    {
        var trajectory = Running.Descend(terrain, start, optimizer, parameters, expected.Length / start.Length);

        for (var step = 1; step <= expected.Length / start.Length; step++)
        {
            for (var i = 0; i < start.Length; i++)
            {
                var wanted = expected[((step - 1) * start.Length) + i];
                Assert.Equal(wanted, trajectory.Points[i][step], 1e-14 * Math.Max(1, Math.Abs(wanted)));
            }
        }
    }

    [Theory]
    [InlineData("rosenbrock", "sgd", "lr=0.001", 500, new[] { -0.5097132981403509, 0.2673661432884418 })]
    [InlineData("rosenbrock", "momentum", "lr=0.0001", 300, new[] { -0.733965357302585, 0.546738640641251 })]
    [InlineData("rosenbrock", "nesterov", "lr=0.0001", 300, new[] { -0.7545645934679435, 0.5774179694711256 })]
    [InlineData("rosenbrock", "adam", "lr=0.01", 1000, new[] { -0.12021127799811612, 0.015458278546678108 })]
    [InlineData("rosenbrock", "adam", "lr=0.02 betas=0.8,0.99 eps=1e-6 weight_decay=0.01 amsgrad=true", 200, new[] { -0.9351125281428226, 0.8805446355723753 })]
    public void Is_still_where_PyTorch_is_after_many_steps(string terrain, string optimizer, string parameters, int steps, double[] expected)
    {
        var trajectory = Running.Descend(terrain, [-1.2, 1], optimizer, parameters, steps);

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], trajectory.Points[i][^1], 1e-10);
    }

    [Fact]
    public void Takes_the_far_end_of_a_running_mean_that_keeps_little()
    {
        var trajectory = Running.Descend("cosh", [1.5], "adam", "lr=0.2 betas=0.4,0.9", 5);

        Assert.Equal(1.300000000939285, trajectory.Points[0][1], 1e-14);
        Assert.Equal(1.10972752979193, trajectory.Points[0][2], 1e-14);
        Assert.Equal(0.6332022917375005, trajectory.Points[0][5], 1e-14);
    }

    [Theory]
    [InlineData("sdg", "", "optimizer.name", "momentum, ")]
    [InlineData("Adam", "", "optimizer.name", "'Adam'")]
    [InlineData("", "", "optimizer.name", "''")]
    [InlineData("adamy", "", "optimizer.name", "'adamy'")]
    [InlineData("sgd", "rate=0.1", "optimizer.rate", "lr, momentum, dampening, nesterov, weight_decay, maximize")]
    [InlineData("gradient_descent", "momentum=0.9", "optimizer.momentum", "lr, weight_decay, maximize")]
    [InlineData("sgd", "lr=-0.1", "optimizer.lr", "at least 0, but is -0.1")]
    [InlineData("sgd", "lr=true", "optimizer.lr", "a number of at least 0, but is true")]
    [InlineData("sgd", "lr=0.1,0.2", "optimizer.lr", "is [0.1, 0.2]")]
    [InlineData("sgd", "nesterov=1", "optimizer.nesterov", "true or false")]
    [InlineData("sgd", "nesterov=true", "optimizer.nesterov", "'momentum' above 0")]
    [InlineData("sgd", "nesterov=true momentum=0.9 dampening=0.1", "optimizer.nesterov", "'dampening' of 0")]
    [InlineData("nesterov", "momentum=0", "optimizer.momentum", "above 0")]
    [InlineData("momentum", "momentum=-1", "optimizer.momentum", "at least 0")]
    [InlineData("adam", "betas=0.9", "optimizer.betas", "2 numbers, each of at least 0 and below 1")]
    [InlineData("adam", "betas=0.9,1", "optimizer.betas", "[0.9, 1]")]
    [InlineData("adam", "betas=0.9,0.99,0.999", "optimizer.betas", "2 numbers")]
    [InlineData("adam", "eps=-1e-8", "optimizer.eps", "at least 0")]
    [InlineData("adam", "weight_decay=-1", "optimizer.weight_decay", "at least 0")]
    public void Refuses_what_is_not_allowed_and_says_what_is(string optimizer, string parameters, string field, string said)
    {
        var refusal = Assert.Throws<DescentException>(() => Optimizers.Own.Named(optimizer).Start(Running.Parameters(parameters), 1));

        Assert.Equal(field, refusal.Field);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_a_parameter_that_is_not_finite(double lr) =>
        Assert.Throws<DescentException>(() => new Sgd().Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = lr }, 1));

    [Fact]
    public void Describes_every_optimizer_and_every_parameter()
    {
        foreach (var definition in Optimizers.Own.All)
        {
            Assert.Same(definition, Optimizers.Own.Named(definition.Name));
            Assert.EndsWith(".", definition.Sentence, StringComparison.Ordinal);
            Assert.NotEmpty(definition.Latex);
            Assert.NotEmpty(definition.Title);
            Assert.EndsWith(".", definition.Source.ToString(), StringComparison.Ordinal);
            Assert.Equal(definition.Parameters.Count, definition.Parameters.DistinctBy(static parameter => parameter.Name, StringComparer.Ordinal).Count());
            Assert.All(definition.Parameters, parameter =>
            {
                Assert.EndsWith(".", parameter.Sentence, StringComparison.Ordinal);
                Assert.Same(parameter.Default, parameter.Check(parameter.Default, ParameterOwner.Optimizer(definition.Name)));
            });
            if (definition.Parameters.FirstOrDefault(static parameter => parameter.Name is "lr")?.Default is not { } rate) continue;
            Assert.Equal(rate, (ParameterValue)definition.Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal), 2).LearningRate);
        }
    }
}
