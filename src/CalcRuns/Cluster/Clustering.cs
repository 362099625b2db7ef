using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Connections.Security;
using StackExchange.Redis;

namespace CalcRuns.Cluster;

/// <summary>How machines find one another, and know one another.</summary>
internal static class Clustering
{
    private const string ServiceName = "calcapi";

    // A machine that is dead is one after some seconds; one that is merely busy is not.
    private const int MissedProbes = 3, Votes = 2;

    private static readonly TimeSpan s_probe = TimeSpan.FromSeconds(1), s_refresh = TimeSpan.FromSeconds(3), s_response = TimeSpan.FromSeconds(15), s_redis = TimeSpan.FromSeconds(3);

    /// <summary>How Redis is spoken to: it may be away when this begins, and come back.</summary>
    public static ConfigurationOptions RedisOf(ClusterSettings settings)
    {
        var options = ConfigurationOptions.Parse(settings.Redis);
        options.AbortOnConnectFail = false;
        options.AsyncTimeout = options.SyncTimeout = (int)s_redis.TotalMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        // Whoever cannot be told at once is told that the store is away, and asks what it has.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }

    /// <summary>Makes a silo one of a cluster.</summary>
    public static void UseCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.UseRedisClustering(options => options.ConfigurationOptions = RedisOf(settings));
        if (settings.IsKubernetes) silo.UseKubernetesHosting();
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (ServiceName, settings.Name));
        silo.Configure<EndpointOptions>(options =>
        {
            options.SiloPort = settings.Port;
            // Nobody but other silos speaks to a silo.
            options.GatewayPort = 0;
            if (settings.IsKubernetes) return;
            options.AdvertisedIPAddress = AddressOf(settings);
            options.SiloListeningEndpoint = new(options.AdvertisedIPAddress, settings.Port);
        });
        silo.Configure<ClusterMembershipOptions>(static options =>
        {
            (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration) = (s_probe, MissedProbes, Votes);
            (options.TableRefreshTimeout, options.DefunctSiloExpiration) = (s_refresh, TimeSpan.FromHours(1));
        });
        silo.Configure<SiloMessagingOptions>(static options => options.ResponseTimeout = s_response);
        if (settings.Tls is { } tls) silo.UseTls(options => Use(options, tls));
    }

    private static IPAddress AddressOf(ClusterSettings settings)
    {
        if (IPAddress.TryParse(settings.Address, out var given)) return given;
        var own = Dns.GetHostAddresses(Dns.GetHostName());
        if (settings.Address is null) return own.FirstOrDefault(static each => !IPAddress.IsLoopback(each)) ?? IPAddress.Loopback;
        var network = IPNetwork.Parse(settings.Address);
        return own.FirstOrDefault(network.Contains) ?? throw new InvalidOperationException($"This machine has no address in the network {settings.Address}.");
    }

    private static void Use(TlsOptions options, ClusterTls tls)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(tls.Authority);
        options.LocalCertificate = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        options.RemoteCertificateMode = options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        // Machines have addresses and no names: whoever has a certificate of the authority is one of us.
        options.RemoteCertificateValidation = (certificate, _, _) => IsOf(authority, certificate);
        options.OnAuthenticateAsClient = static (_, client) => client.TargetHost = ServiceName;
    }

    /// <summary>Whether a certificate is one of an authority.</summary>
    public static bool IsOf(X509Certificate2 authority, X509Certificate2? certificate)
    {
        if (certificate is null) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
