using System.Net;
using System.Numerics;
using CalcApi.Http.Hosting;

namespace CalcApi.Http.Compute;

/// <summary>Questions that are expected to cost about the same.</summary>
/// <param name="Route">Their route.</param>
/// <param name="Size">The binary digits of the length of their bodies; 0 where that is not known before they are read.</param>
internal readonly record struct QuestionClass(string Route, int Size);

/// <summary>Who asks for work, and of what kind.</summary>
/// <param name="Address">The IPv4 address or the IPv6 network; what comes from within this process has none.</param>
/// <param name="Class">What is asked.</param>
internal readonly record struct Asker(IPAddress Address, QuestionClass Class)
{
    /// <summary>The asker of a request.</summary>
    public static Asker Of(HttpContext http, string route) => new(
        http.Connection.RemoteIpAddress is { } address ? AddressRateLimit.Network(address) : IPAddress.None,
        new(route, BitOperations.Log2((ulong)Math.Max(0, http.Request.ContentLength ?? 0) + 1)));
}
