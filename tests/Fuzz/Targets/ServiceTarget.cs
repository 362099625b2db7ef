using System.Net;
using System.Text;
using System.Text.Json;
using Calculus.Budgets;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fuzz.Targets;

/// <summary>The whole service: every request is answered, or refused by a complete problem; never by an error of ours.</summary>
internal sealed class ServiceTarget : Target
{
    private readonly Lazy<HttpClient> _client = new(static () => new Host().CreateClient());

    /// <inheritdoc/>
    public override string Name => "service";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["CalcApi", "Calculus.Optimization", "Calculus.Learning", "Calculus.CriticalPoints", "Calculus.GradientCheck", "Calculus.Numerics"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words => JsonPieces.All;

    /// <inheritdoc/>
    public override double MostSeconds => 5;

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => JsonPieces.Examples(_client.Value).Concat(Vocabulary.Requests());

    /// <inheritdoc/>
    public override string Change(Breeder breeder) => JsonPieces.Change(breeder);

    /// <inheritdoc/>
    public override string? Feed(string input)
    {
        var space = input.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || !input.AsSpan(0, space).ContainsAnyInRange('a', 'z') || input.AsSpan(0, space).ContainsAnyExcept(s_ofRoutes) || input.Contains("/stream ", StringComparison.Ordinal)) return null;
        using var content = new StringContent(input[(space + 1)..], Encoding.UTF8, "application/json");
        // One at a time, on a thread of our own: nobody waits for it.
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{input[..space]}") { Content = content };
        using var reply = _client.Value.SendAsync(request).GetAwaiter().GetResult();
        var text = reply.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        if (reply.StatusCode is HttpStatusCode.OK)
        {
            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.TryGetProperty("verification", out var verification) && verification.TryGetProperty("verified", out var verified) && verified.ValueKind is JsonValueKind.False ? $"not verified: {text[..Math.Min(text.Length, 400)]}" : null;
        }

        if ((int)reply.StatusCode >= 500) return Shown.Last?.ToString() ?? $"{(int)reply.StatusCode}: {text}";
        return reply.Content.Headers.ContentType?.MediaType is "application/problem+json" ? null : $"no problem: {(int)reply.StatusCode} {text}";
    }

    private static readonly System.Buffers.SearchValues<char> s_ofRoutes = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz-/");

    private sealed class Host : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Logging:LogLevel:Default", "None")
            .UseSetting("Limits:GraphNodes", "20000")
            .UseSetting("Limits:SimplificationTrials", "20000")
            .UseSetting("Limits:Operations", "5000000")
            .UseSetting("Limits:RunOperations", "5000000")
            .UseSetting("Limits:CriticalOperations", "500000")
            .UseSetting("Limits:DescentSteps", "2000")
            .UseSetting("Limits:RecordedSteps", "200")
            .UseSetting("Limits:QuickSeconds", "600")
            .UseSetting("Limits:RunSeconds", "600")
            .UseSetting("RateLimit:Enabled", "false")
            // A run goes on beside its request; what it computes is what the plain routes compute.
            .UseSetting("Runs:Enabled", "false")
            .ConfigureTestServices(static services =>
            {
                // Where nobody is told of a mistake, it is thrown; and what happens beside the requests takes no branches.
                services.RemoveAll<IFaultObserver>();
                services.Insert(0, ServiceDescriptor.Singleton<Microsoft.AspNetCore.Diagnostics.IExceptionHandler, Shown>());
                foreach (var work in services.Where(static each => each.ServiceType == typeof(IHostedService) && each.ImplementationType?.Name is not "GenericWebHostService").ToList())
                    if (work.ImplementationType?.Namespace?.StartsWith("CalcApi", StringComparison.Ordinal) is true || work.ImplementationFactory?.Method.ReturnType.Name is "WarmUp") services.Remove(work);
            });
    }

    // Says what went wrong instead of the service, which tells nobody but its log.
    private sealed class Shown : Microsoft.AspNetCore.Diagnostics.IExceptionHandler
    {
        public static Exception? Last { get; private set; }

        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            Last = exception;
            return ValueTask.FromResult(false);
        }
    }
}
