using System.Net;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>What never changes is made once, and not sent to whoever has it.</summary>
public sealed class FixedAnswerTests(Api service)
{
    public static TheoryData<string> Addresses =>
    [
        "/api/v1/catalog/functions", "/api/v1/catalog/operations", "/api/v1/catalog/rules", "/api/v1/catalog/examples", "/api/v1/catalog/slips", "/api/v1/catalog/exercises", "/api/v1/catalog/optimizers", "/api/v1/catalog/schedules",
        "/api/v1/catalog/losses", "/api/v1/catalog/datasets", "/api/v1/limits", "/api/v1/grammar", "/api/v1/grammar?format=text", "/swagger/v1/swagger.json",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task Is_not_sent_to_whoever_has_it(string address)
    {
        var first = await service.Client.Send(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var tag = first.Headers.ETag;
        Assert.NotNull(tag);
        Assert.Equal(TimeSpan.FromMinutes(5), first.Headers.CacheControl?.MaxAge);
        Assert.Contains("Accept-Encoding", first.Headers.Vary, StringComparer.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var again = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Different_answers_have_different_names() =>
        Assert.Equal(Addresses.Count, (await Task.WhenAll(Addresses.Select(async address => (await service.Client.Send(HttpMethod.Get, address.Data)).Headers.ETag!.Tag))).Distinct(StringComparer.Ordinal).Count());
}
