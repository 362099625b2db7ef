using System.Text;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using FluentValidation;

namespace Fuzz.Targets;

/// <summary>JSON to request: any bytes are read as a request of a route, or refused with a place.</summary>
internal sealed class RequestTarget : Target
{
    private readonly Lazy<Dictionary<string, Action<System.Text.Json.JsonElement>>> _readers = new(Readers);

    /// <inheritdoc/>
    public override string Name => "request";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["CalcApi"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words => JsonPieces.All;

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Vocabulary.Requests().SelectMany(request => _readers.Value.Keys.Where((_, place) => (place + request.Length) % 5 == 0).Select(type => $"{type} {JsonPieces.BodyOf(request)}"));

    /// <inheritdoc/>
    public override string? Feed(string input)
    {
        var space = input.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !_readers.Value.TryGetValue(input[..space], out var read)) return null;
        try
        {
            // A lone surrogate makes bytes that are no UTF-8.
            using var body = JsonBody.Parse(Encoding.UTF8.GetBytes(input[(space + 1)..]), 16);
            read(body.RootElement);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Problem.Detail is { Length: > 0 } ? null : "a refusal says nothing";
        }
    }

    // Every request that has a validator.
    private static Dictionary<string, Action<System.Text.Json.JsonElement>> Readers()
    {
        var services = new ServiceCollection();
        CalcApi.Http.Hosting.ServiceSetup.AddQuestions(services, new ConfigurationBuilder().Build());
        CalcApi.Http.Trajectories.TrajectoriesSetup.AddTrajectories(services);
        services.AddLogging();
        var provider = services.BuildServiceProvider();
        var read = typeof(RequestTarget).GetMethod(nameof(Read), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return services.Where(static service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IValidator<>))
            .Select(static service => service.ServiceType.GenericTypeArguments[0])
            .Where(static type => type.Name.EndsWith("Request", StringComparison.Ordinal)).Distinct()
            .ToDictionary(static type => type.Name, type => (Action<System.Text.Json.JsonElement>)(element => read.MakeGenericMethod(type).Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [provider, element], null)), StringComparer.Ordinal);
    }

    private static void Read<TRequest>(IServiceProvider provider, System.Text.Json.JsonElement element)
        where TRequest : class => RequestReader.Read(element, provider.GetRequiredService<IValidator<TRequest>>());
}
