namespace Calculus.Learning;

/// <summary>Where the weights of a model begin. Biases begin at 0.</summary>
internal static class Initialization
{
    /// <summary>All weights 0.</summary>
    public const string Zeros = "zeros";

    /// <summary>Uniform between ±√(6/(incoming + outgoing)) (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010).</summary>
    public const string Xavier = "xavier";

    /// <summary>Normal with standard deviation √(2/incoming) (He, Zhang, Ren and Sun, Delving deep into rectifiers, ICCV 2015).</summary>
    public const string He = "he";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Zeros, Xavier, He];

    /// <summary>The initialisation that suits a model: zeros without hidden layers, where no start is better than another; else He's for rectifiers, Xavier's for what is symmetrical.</summary>
    public static string Natural(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Hidden.Count == 0) return Zeros;
        return Activations.IsRectifier(network.Hidden[0].Activation) ? He : Xavier;
    }

    /// <summary>The weights one after the other, a matrix row by row.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public static double[] Of(string name, IReadOnlyList<NetworkWeight> weights, int seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var random = new RandomStream(seed, RandomPurpose.Start);
        List<double> start = [];
        foreach (var weight in weights)
        {
            for (var i = 0; i < weight.Shape.Count; i++) start.Add(weight.Incoming == 0 ? 0 : Entry(name, weight, random));
        }

        return [.. start];
    }

    private static double Entry(string name, NetworkWeight weight, RandomStream random)
    {
        if (string.Equals(name, Zeros, StringComparison.Ordinal)) return 0;
        if (string.Equals(name, He, StringComparison.Ordinal)) return Math.Sqrt(2.0 / weight.Incoming) * random.Normal();
        var bound = Math.Sqrt(6.0 / (weight.Incoming + weight.Outgoing));
        return random.Between(-bound, bound);
    }
}
