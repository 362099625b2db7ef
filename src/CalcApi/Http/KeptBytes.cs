using Microsoft.Extensions.Caching.Memory;

namespace CalcApi.Http;

/// <summary>Room for what is kept from one question to the next, bounded by its bytes; what was used longest ago goes first.</summary>
internal static class KeptBytes
{
    private const long Usual = 16 * 1024 * 1024;

    /// <summary>The room that a setting <c>…:KeptBytes</c> grants, 16 MiB by default; null where it is 0.</summary>
    /// <exception cref="InvalidOperationException">The setting is not a number of bytes.</exception>
    public static MemoryCache? Room(IConfiguration configuration, string section)
    {
        var bytes = configuration.GetValue($"{section}:KeptBytes", Usual);
        if (bytes < 0) throw new InvalidOperationException($"The setting {section}:KeptBytes is below 0.");
        return bytes == 0 ? null : new(new MemoryCacheOptions { SizeLimit = bytes, CompactionPercentage = 0.1 });
    }
}
