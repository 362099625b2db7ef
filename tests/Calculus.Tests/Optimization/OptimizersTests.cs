using Calculus.Budgets;
using Calculus.Optimization;
using Calculus.Optimization.FirstOrder;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>The list of optimizers: which there are, in which order, and how one more gets into it.</summary>
public sealed class OptimizersTests
{
    [Fact]
    public void Finds_every_optimizer_of_the_library_the_oldest_first()
    {
        Assert.Equal("gradient_descent sgd momentum nesterov adam", Names(Optimizers.Own.All.Select(static each => each.Name), "gradient_descent sgd momentum nesterov adam"));
        Assert.Equal(Optimizers.Own.All.Select(static each => each.Source.Year).Order(), Optimizers.Own.All.Select(static each => each.Source.Year));
    }

    [Fact]
    public void Lists_every_parameter_once_and_before_the_one_that_follows_it()
    {
        const string Known = "lr momentum dampening nesterov betas eps weight_decay amsgrad maximize";
        Assert.Equal(Known, Names(Optimizers.Own.Parameters.Select(static parameter => parameter.Name), Known));
    }

    [Fact]
    public void One_more_stands_at_its_year_and_runs()
    {
        var optimizers = new Optimizers([.. Optimizers.Own.All, new SignDescent()]);

        const string Known = "gradient_descent sgd momentum nesterov sign_descent adam";
        Assert.Equal(Known, Names(optimizers.All.Select(static each => each.Name), Known));
        Assert.Equal(Optimizers.Own.Parameters.Count + 1, optimizers.Parameters.Count);
        var optimizer = optimizers.Named("sign_descent").Start(Running.Parameters("lr=0.5 shrink=0.5"), 2);
        var trajectory = Descent.Run(Terrain.Named("x^2+10y^2"), [3, -1], optimizer, new DescentOptions(3), new Budget(new Limits(), TestContext.Current.CancellationToken));
        Assert.Equal([3, 2.5, 2.25, 2.125], trajectory.Points[0]);
        Assert.Equal([-1, -0.5, -0.25, -0.125], trajectory.Points[1]);
        Assert.Equal("sign_descent", trajectory.Optimizer);
    }

    [Fact]
    public void Two_of_one_name_are_a_mistake() =>
        Assert.Throws<ArgumentException>(static () => new Optimizers([new SignDescent(), new SignDescent()]));

    [Fact]
    public void Knows_which_one_it_is_the_same_as()
    {
        foreach (var definition in Optimizers.Own.All.Where(static each => each.SameAs is not null))
        {
            var other = Running.Descend("rosenbrock", [-1.2, 1], definition.SameAs!, "lr=0.001", 20);
            Assert.Equal(other.Points[0], Running.Descend("rosenbrock", [-1.2, 1], definition.Name, "lr=0.001", 20).Points[0]);
        }
    }

    // Those that the test knows, so that one more changes nothing here.
    private static string Names(IEnumerable<string> names, string known) => string.Join(' ', names.Where(name => known.Split(' ').Contains(name, StringComparer.Ordinal)));

    /// <summary>An optimizer that only this test knows: each coordinate moves by a length of its own, which shrinks.</summary>
    private sealed class SignDescent : OptimizerDefinition
    {
        public override string Name => "sign_descent";

        public override string Title => "Sign descent";

        public override string Sentence => "Steps by the sign of each slope.";

        public override Source Source { get; } = new("A test", 1999, "A made-up optimizer");

        public override string Latex => @"x_{t}=x_{t-1}-\gamma\operatorname{sign}g_{t}";

        public override IReadOnlyList<Parameter> Parameters { get; } =
            [new("lr", 0.1, "The learning rate.") { Minimum = 0 }, new("shrink", 1.0, "What a step keeps of the length of the last.") { Minimum = 0 }];

        protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings);

        private sealed class Rule(Settings settings) : FirstOrderOptimizer(settings)
        {
            private readonly double _shrink = settings.Number("shrink");
            private double _length = settings.Number("lr");

            public override double? StabilityFactor => null;

            public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
            {
                for (var i = 0; i < point.Length; i++) point[i] -= _length * Math.Sign(Slope(gradient[i], point[i]));
                _length *= _shrink;
            }
        }
    }
}
