using System.Net;
using CalcApi.Http.Hosting;

namespace CalcApi.Http.Compute;

/// <summary>
/// How much time each address has left to have its questions computed in: what a question costs says more than how many there are. An address that
/// has spent more than it had is refused until the time that it gets each minute has paid its debt.
/// </summary>
/// <param name="limits">How much an address has.</param>
/// <param name="policy">Which addresses are counted, and how many people stand behind one.</param>
/// <param name="time">The clock.</param>
internal sealed class AddressTimes(ServiceLimits limits, AddressPolicy policy, TimeProvider time)
{
    // Above this many, addresses that have all their time are forgotten.
    private const int MostAddresses = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, (double Left, long At)> _accounts = [];

    /// <summary>How long an address has to wait until it may ask again; null where it may now.</summary>
    public TimeSpan? Debt(IPAddress address)
    {
        if (!policy.Counts(address)) return null;
        lock (_lock)
        {
            var left = Left(address);
            return left >= 0 ? null : TimeSpan.FromSeconds(-left / (limits.AddressComputeSecondsPerMinute * policy.People(address) / 60d));
        }
    }

    /// <summary>Takes from an address what its question cost.</summary>
    public void Charge(IPAddress address, TimeSpan spent)
    {
        if (!policy.Counts(address)) return;
        lock (_lock)
        {
            _accounts[address] = (Left(address) - spent.TotalSeconds, time.GetTimestamp());
            if (_accounts.Count > MostAddresses) Forget();
        }
    }

    private double Left(IPAddress address)
    {
        double most = limits.AddressComputeSeconds * policy.People(address);
        if (!_accounts.TryGetValue(address, out var account)) return most;
        var gained = time.GetElapsedTime(account.At).TotalMinutes * limits.AddressComputeSecondsPerMinute * policy.People(address);
        return Math.Min(most, account.Left + gained);
    }

    private void Forget()
    {
        foreach (var address in _accounts.Keys)
            if (Left(address) >= limits.AddressComputeSeconds * policy.People(address))
                _accounts.Remove(address);
    }
}
