using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>A descent drawn by lot: a function, an optimizer, a rate, a start and a number of steps.</summary>
internal sealed record DrawnDescent(string Function, double[] Start, string Optimizer, double Rate, int Steps)
{
    private static readonly string[] OneVariable =
    [
        "{a}x^2 + {s}x", "{a}x^4 - {b}x^2", "{a}x^4", "{a}*cosh(x) + {s}x", "{a}*exp(-x)", "{s}x", "{s}x^3 - {b}x", "{a}x^3", "{a}*abs(x - {s})", "max({a}x, -{b}x)",
        "{a}*relu(x - {s})", "max(0, 1 - {a}x) + 0.1x^2", "max(0, 1 - {a}x) + max(0, 1 + {b}x)", "-{a}*log(1 + x^2)", "{a}*sin({b}x)", "{a}*sin({b}x) + 0.1x^2", "{a}*(x - log(x))", "-{a}*exp(-x^2)",
        "sigmoid({s}x)", "{a}*abs(x) + x^2", "softplus({s}x) + 0.01x^2", "sqrt(1 + {a}x^2)", "x^4 + {a}*abs(x)", "tanh(x)^2", "-{a}x^2", "(x^2 - {a})^2", "abs(x)^1.5", "x - {a}*sin(x)", "huber(x - {s}, 0.3)",
    ];

    private static readonly string[] TwoVariables =
    [
        "{a}x^2 + {b}y^2", "{a}x^2 + 100*{b}y^2", "(1 - x)^2 + 100(y - x^2)^2", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "{a}x^2 - {b}y^2", "x^2 - y^2 + {a}y^4", "{a}*abs(x) + {b}*abs(y)", "{a}x^2 + {b}*abs(y)",
        "max({a}x + y, -x, -{b}y)", "(x + y - {s})^2 + 0.1*(abs(x) + abs(y))", "(x*y - {a})^2", "(x*y - {a})^2 + 0.01*(x^2 + y^2)", "{a}x^2 + 0.001y^4", "exp(x + {b}y) + exp(x - {b}y) + exp(-x)", "20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)",
        "relu(x)*{a} + y^2", "(relu({a}x + y) - 1)^2 + (relu(x - y) - 0.5)^2", "log(1 + exp(-x)) + log(1 + exp(x - y)) + 0.01y^2", "x^2*y^2 + {a}y", "-x*y*exp(-x^2 - y^2)", "{a}*(x - {s})^2 + x*y + {b}*y^2",
    ];

    // Sums of squares by their structure.
    private static readonly string[] OneSquared =
    [
        "({a}x - {s})^2", "(x^2 - {a})^2", "(x^2 + {a})^2", "(exp({b}x) - {a})^2 + (x - {s})^2", "atan({a}x)^2", "(1 - exp(-{a}x))^2", "exp({s}x)^2", "(x^3 - {b}x)^2", "{a}x^4 + (x - {s})^2", "(sin({b}x) - 2)^2", "(x/(1 + x^2) - {s})^2", "tanh(x)^2",
        "(abs(x) - {a})^2", "(relu(x) - {a})^2 + 0.01x^2", "(x^2)^2 + {a}", "(abs(x) + {a})^2",
    ];

    private static readonly string[] TwoSquared =
    [
        "(1 - x)^2 + 100(y - x^2)^2", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "{a}x^2 + {b}y^2", "(x*y - {a})^2", "(x*y - {a})^2 + 0.01*(x^2 + y^2)", "(x + y - {s})^2 + {a}*(x - y)^2", "(x + y - {s})^2", "(relu({a}x + y) - 1)^2 + (relu(x - y) - 0.5)^2",
        "(exp(x) - y)^2 + (y - {s})^2", "(x - {s})^2 + (y*exp({a}x) - 1)^2", "(x^2 - y^2)^2 + {a}*(x - 1)^2", "{a}x^4 + {b}y^4", "(sin(x) + y)^2 + (cos(y) - x)^2", "(abs(x) + y - {s})^2 + 0.1y^2", "exp(x + {b}y)^2 + exp(x - {b}y)^2 + exp(-x)^2", "(x - {a}y)^2 + (2 - {b}*exp(-y))^2", "(x^2*y^2 + {a})^2",
    ];

    private static readonly double[] Rates = [1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 0.5, 1, 1.5];

    private static readonly int[] Lengths = [5, 20, 50, 100, 200, 400];

    /// <summary>Descents drawn from a seed, always the same.</summary>
    public static IEnumerable<DrawnDescent> Some(int count, int seed, IReadOnlyList<string> optimizers)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var single = random.Next(2) == 0;
            var templates = (single, optimizers.All(static name => Optimizers.Own.Named(name).TakesSumOfSquares)) switch
            {
                (true, false) => OneVariable,
                (false, false) => TwoVariables,
                (true, true) => OneSquared,
                (false, true) => TwoSquared,
            };
            var function = templates[random.Next(templates.Length)];
            foreach (var letter in (string[])["{a}", "{b}", "{s}"])
            {
                var size = Math.Round(Math.Exp((random.NextDouble() * 3) - 1.5), 2);
                if (letter is "{s}" && random.Next(2) == 0) size = -size;
                function = function.Replace(letter, size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            }

            double[] start = [.. Enumerable.Range(0, single ? 1 : 2).Select(_ => Math.Round((random.NextDouble() * 6) - 3, random.Next(4)))];
            if (function.Contains("x - log", StringComparison.Ordinal)) start[0] = Math.Abs(start[0]) + 0.1;
            yield return new(function, start, optimizers[random.Next(optimizers.Count)], Rates[random.Next(Rates.Length)], Lengths[random.Next(Lengths.Length)]);
        }
    }

    /// <summary>Whether the rule has a rate; one without finds the length of each step by itself.</summary>
    public bool HasRate => Optimizers.Own.Named(Optimizer).Parameters.Any(static parameter => parameter.Name is "lr");

    /// <summary>The function as an objective of its own.</summary>
    public IObjective Objective()
    {
        var head = Start.Length == 1 ? "f(x) = " : "f(x, y) = ";
        var study = Study.Of(head + Function, BindingContext.Empty, new Budget(new Limits { Operations = long.MaxValue / 4 }, TestContext.Current.CancellationToken));
        return Optimizers.Own.Named(Optimizer).TakesSumOfSquares ? study.SumOfSquares() : study.Objective();
    }

    /// <summary>Runs it. What is judged ends at the rule's own tolerance, where it has one; what only goes on does not.</summary>
    /// <param name="times">How many times as long.</param>
    /// <param name="share">What share of the rate.</param>
    /// <param name="diagnose">Whether it is judged.</param>
    public Trajectory Run(int times = 1, double share = 1, bool diagnose = false)
    {
        var given = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        if (HasRate) given["lr"] = Rate * share;
        var optimizer = Optimizers.Own.Named(Optimizer).Start(given, Start.Length);
        return Descent.Run(Objective(), Start, optimizer, new DescentOptions(Steps * times) { Diagnose = diagnose, Stop = new(diagnose ? Optimizers.Own.Named(Optimizer).DefaultGradientTolerance : null) },
            new Budget(new Limits { Operations = long.MaxValue / 4 }, TestContext.Current.CancellationToken));
    }

    public override string ToString() => FormattableString.Invariant($"{Optimizer} lr={Rate} on {Function} from ({string.Join(", ", Start.Select(static x => x.ToString(CultureInfo.InvariantCulture)))}), {Steps} steps");
}
