using System.Net;
using CalcApi.Http.Problems;
using Microsoft.AspNetCore.Cors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CalcApi.Mcp;

/// <summary>The door for assistants: the Model Context Protocol at <c>/mcp</c>, without sessions.</summary>
internal static class McpSetup
{
    private const string Address = "/mcp";

    /// <summary>Registers the tools. <c>Mcp:Hosts:0</c>, <c>Mcp:Hosts:1</c>, … are the names under which the door is reached, besides addresses and localhost.</summary>
    public static IServiceCollection AddMcpTools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new McpHosts([.. configuration.GetSection("Mcp:Hosts").GetChildren().Select(static entry => entry.Value ?? "")]));
        services.AddHttpContextAccessor();
        services.AddMcpServer(static options =>
            {
                options.ServerInfo = new Implementation { Name = "calcapi", Title = "CalcApi", Version = "1", Description = "Calculus for deep learning: exact derivatives, gradients, descents and their checks." };
                options.ServerInstructions = "Compute here instead of guessing: derivatives, gradients, chain rules, checks of gradients, critical points, descents, and code for them. Every formula comes with its own check.";
            })
            .WithHttpTransport(static options => options.Stateless = true);
        foreach (var description in ToolDescriptions.All) services.AddSingleton<McpServerTool>(provider => ActivatorUtilities.CreateInstance<CalculusTool>(provider, description));
        return services;
    }

    /// <summary>
    /// Lets nobody in by a browser that was sent here by another site: the header Origin has to be this service, and the header Host a name that
    /// only this service has (DNS rebinding).
    /// </summary>
    public static IApplicationBuilder UseMcpDoor(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<McpHosts>();
        return app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase)) return next(http);
            if (!hosts.Has(http.Request.Host)) return http.WriteProblem(new(ProblemTypes.Host, ProblemTypes.Host.Meaning));
            var origin = http.Request.Headers.Origin;
            return origin.Count == 0 || (origin.Count == 1 && IsOwn(origin[0], http.Request.Host)) ? next(http) : http.WriteProblem(new(ProblemTypes.Origin, ProblemTypes.Origin.Meaning));
        });
    }

    /// <summary>Maps <c>/mcp</c>. Pages of other sites get no permission here, whatever they may ask elsewhere.</summary>
    public static void MapMcpTools(this IEndpointRouteBuilder routes) => routes.MapMcp(Address).WithMetadata(new DisableCorsAttribute()).ExcludeFromDescription();

    private static bool IsOwn(string? origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" && string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The names under which assistants reach the service.</summary>
/// <param name="names">Those that the operator gives.</param>
internal sealed class McpHosts(IReadOnlyList<string> names)
{
    /// <summary>Whether a host is one of them, localhost, or an address, which no other site can point here.</summary>
    public bool Has(HostString host) =>
        host.Host is "localhost" || IPAddress.TryParse(host.Host, out _) || names.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
}
