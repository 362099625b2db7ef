using System.Net;

namespace CalcApi.Health;

/// <summary>
/// Asks a running service how it is, for a container's health check: an image without a shell or curl has only the
/// service's own program to ask with.
/// </summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks once.</summary>
    /// <param name="address">The address of a health route, such as <c>http://127.0.0.1:8080/health/live</c>.</param>
    /// <returns>The exit code: 0 when the answer was 200, otherwise 1, with the reason on standard error.</returns>
    public static async Task<int> AskAsync(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"'{address}' is not an http address.");
            return 1;
        }

        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(place);
            if (answer.StatusCode == HttpStatusCode.OK) return 0;
            await Console.Error.WriteLineAsync($"{address} answered {(int)answer.StatusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address}: {failure.Message}");
        }

        return 1;
    }
}
