using System.Net;

namespace CalcApi.Http.Hosting;

/// <summary>Which addresses are counted, and how many people ask from one of them: a school stands behind one address, and is no flood.</summary>
internal sealed class AddressPolicy
{
    private readonly bool _countsLoopback;
    private readonly (IPNetwork Network, int People)[] _shared;

    /// <summary>Reads <c>RateLimit:Loopback</c>, and the pairs of <c>RateLimit:Shared</c>: a <c>Network</c> such as 203.0.113.0/24 and its <c>People</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is not a network, or not a number of people.</exception>
    public AddressPolicy(IConfiguration configuration)
    {
        _countsLoopback = configuration.GetValue("RateLimit:Loopback", defaultValue: false);
        _shared = [.. configuration.GetSection("RateLimit:Shared").GetChildren().Select(Read)];
    }

    /// <summary>Whether an address is counted; what comes from within this process, or without a setting from this machine, is not.</summary>
    public bool Counts(IPAddress address) => !address.Equals(IPAddress.None) && (_countsLoopback || !IPAddress.IsLoopback(address));

    /// <summary>How many people's share an address has.</summary>
    public int People(IPAddress address)
    {
        foreach (var (network, people) in _shared)
            if (network.Contains(address))
                return people;
        return 1;
    }

    private static (IPNetwork Network, int People) Read(IConfigurationSection entry) =>
        IPNetwork.TryParse(entry["Network"], out var network) && entry.GetValue<int>("People") is > 0 and var people
            ? (network, people)
            : throw new InvalidOperationException($"The setting {entry.Path} needs a Network, such as 203.0.113.0/24, and a positive number of People.");
}
