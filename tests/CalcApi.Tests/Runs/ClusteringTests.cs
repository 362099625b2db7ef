using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CalcRuns.Cluster;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Who is taken in among the machines that share runs.</summary>
public sealed class ClusteringTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

    [Fact]
    public void Only_whoever_has_a_certificate_of_the_authority_that_is_still_valid_is_one_of_them()
    {
        using var ours = Authority("ours");
        using var others = Authority("ours");
        using var member = Member(ours, s_now.AddDays(-1), s_now.AddDays(1));
        using var expired = Member(ours, s_now.AddDays(-2), s_now.AddDays(-1));
        using var stranger = Member(others, s_now.AddDays(-1), s_now.AddDays(1));

        Assert.True(Clustering.IsOf(ours, member));
        Assert.False(Clustering.IsOf(ours, expired));
        Assert.False(Clustering.IsOf(ours, stranger));
        Assert.False(Clustering.IsOf(ours, null));
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_no_protection_and_no_service()
    {
        await using var service = RunsApi.With("", ("Runs:Redis", "127.0.0.1:1"), ("Runs:Cluster:Certificate", "certificate.pem"), ("Logging:LogLevel:Default", "None"));
        Assert.Contains("go together", Assert.Throws<InvalidOperationException>(() => service.CreateClient()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_common_store_is_away_everything_but_runs_is_answered()
    {
        await using var service = RunsApi.With("", ("Runs:Redis", "127.0.0.1:1"), ("Logging:LogLevel:Default", "None"));
        using var client = service.CreateClient();

        (await client.Begin("descent", Requests.Short)).IsProblem(503, "busy");
        Assert.Equal(200, (int)(await client.Ask("derivative", """{ "function": "x^2" }""")).Status);
        Assert.Equal(200, (int)(await client.Ask("descent", Requests.Short)).Status);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(s_now.AddDays(-10), s_now.AddDays(10));
    }

    private static X509Certificate2 Member(X509Certificate2 authority, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=member", key, HashAlgorithmName.SHA256).Create(authority, from, to, [1, 2, 3]);
    }
}
