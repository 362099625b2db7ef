using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>A service that reads JSON and writes JSON and does nothing else: what a request costs before anything is computed.</summary>
internal static class Echo
{
    /// <summary>Serves until it is ended.</summary>
    /// <param name="address">Where.</param>
    /// <param name="bytes">How long its answers are.</param>
    public static async Task RunAsync(string address, int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, EchoJson.Default));
        var app = builder.Build();
        app.Urls.Add(address);
        var text = new string('x', Math.Max(0, bytes - """{"function":"","answer":""}""".Length));
        app.MapPost("/{**route}", IResult (EchoRequest request) => TypedResults.Ok(new EchoAnswer(request.Function, text[Math.Min(text.Length, request.Function.Length)..])));
        await app.RunAsync();
    }
}

/// <summary>A question.</summary>
/// <param name="Function">A text that is sent back.</param>
internal sealed record EchoRequest(string Function);

/// <summary>An answer as long as one of the service.</summary>
/// <param name="Function">The text that was sent.</param>
/// <param name="Answer">What fills the rest.</param>
internal sealed record EchoAnswer(string Function, string Answer);

/// <summary>Reads and writes without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EchoRequest))]
[JsonSerializable(typeof(EchoAnswer))]
internal sealed partial class EchoJson : JsonSerializerContext;
