using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CalcApi.Tests.Runs;

/// <summary>Services that share their runs by a Redis, each a process of its own on this machine, and which know one another by certificates.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cluster");
    private readonly int[] _ports;
    private readonly OwnProcess?[] _services;
    private readonly string[] _settings;
    private readonly string? _program;

    private Cluster(RedisServer redis, int count, string? program, string[] settings)
    {
        (Redis, _program, _services, _ports) = (redis, program, new OwnProcess?[count], FreePorts(count));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(At("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(At("key.pem"), key.ExportPkcs8PrivateKeyPem());
        _settings =
        [
            "Runs__Enabled=true", $"Runs__Redis={redis.Address}", $"Runs__Cluster__Name={Name}", "Runs__Cluster__Address=127.0.0.1", "Runs__Cluster__Certificate=" + At("certificate.pem"),
            "Runs__Cluster__Key=" + At("key.pem"), "Runs__Cluster__Authority=" + At("certificate.pem"), .. settings,
        ];
    }

    /// <summary>What the services have in common.</summary>
    public static string Name => "chaos";

    /// <summary>Their store.</summary>
    public RedisServer Redis { get; }

    /// <summary>How many there are when none is missing.</summary>
    public int Count => _services.Length;

    /// <summary>One of them; null while it is away.</summary>
    public OwnProcess? this[int which] => Volatile.Read(ref _services[which]);

    /// <summary>Starts all of them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="program">Where the service was published to; the folder of this program where nothing is said.</param>
    /// <param name="settings">Settings, as they stand in the environment.</param>
    public static async Task<Cluster> Start(int count, string? program = null, params string[] settings)
    {
        var cluster = new Cluster(await RedisServer.Start(), count, program, settings);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(cluster.Return));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one that was away, and waits until it has runs.</summary>
    public async Task Return(int which)
    {
        var service = await OwnProcess.Listens(_program, ["env", .. _settings, string.Create(CultureInfo.InvariantCulture, $"Runs__Cluster__Port={_ports[which]}")]);
        try
        {
            while (!await HasRuns(service)) await Task.Delay(50);
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        Volatile.Write(ref _services[which], service);
    }

    /// <summary>Kills one.</summary>
    public async Task Kill(int which)
    {
        if (Interlocked.Exchange(ref _services[which], null) is { } service) await service.DisposeAsync();
    }

    /// <summary>Asks one to end, and waits until it has.</summary>
    public async Task End(int which)
    {
        if (Interlocked.Exchange(ref _services[which], null) is not { } service) return;
        await service.Terminate();
        await service.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        for (var which = 0; which < Count; which++) await Kill(which);
        await Redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> HasRuns(OwnProcess service)
    {
        using var answer = await service.Client.GetAsync(new Uri($"/api/v1/runs/{new string('0', 32)}", UriKind.Relative));
        return answer.StatusCode != HttpStatusCode.ServiceUnavailable;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(static _ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(static listener => listener.Start());
        int[] ports = [.. listeners.Select(static listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(static listener => listener.Dispose());
        return ports;
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
