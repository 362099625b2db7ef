using System.Net;
using System.Text.Json;
using CalcApi.Derivative;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http.Requests;

/// <summary>Questions asked by GET, their members in the query.</summary>
public sealed class AddressTests(Api service)
{
    [Fact]
    public async Task Every_example_of_a_quick_question_is_answered_as_by_post()
    {
        var document = (await service.Client.Send(HttpMethod.Get, "/swagger/v1/swagger.json")).Json;
        var asked = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("post", out var post) || !path.Value.TryGetProperty("get", out _)) continue;
            foreach (var example in post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject())
            {
                var question = example.Value.GetProperty("value");
                var query = string.Join('&', question.EnumerateObject().Select(static member =>
                    $"{member.Name}={Uri.EscapeDataString(member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText())}"));
                var byPost = await service.Ask(path.Name["/api/v1/".Length..], question.GetRawText());
                var byGet = await service.Client.Send(HttpMethod.Get, $"{path.Name}?{query}");
                Assert.Equal(byPost.Text, byGet.Text, StringComparer.Ordinal);
                Assert.Equal("public, max-age=300", byGet.Headers.CacheControl?.ToString());
                asked++;
            }
        }

        Assert.True(asked > 40, $"Only {asked} were asked.");
    }

    [Theory]
    [InlineData("derivative?function=x^2&point=3", "value", "6")]
    [InlineData("derivative?function=x%5E2&point=3", "value", "6")]
    [InlineData("derivative?function=2z%5E3x%5E2&variable=x&point=x=3,z=2", "value", "96")]
    [InlineData("derivative?function=2z%5E3x%5E2&variable=x&point=%7B%22x%22:3,%22z%22:2%7D", "value", "96")]
    [InlineData("derivative?function=tanh(x)&points=-1,0,1&order=2&verify=false", "values", "[0.6397000084492246,0,-0.6397000084492246]")]
    [InlineData("gradient?function=x*y&variables=y,x", "variables", "[\"y\",\"x\"]")]
    [InlineData("evaluate?function=a*x&data=a=2&point=x=5", "value", "10")]
    [InlineData("evaluate?function=sum(v)&point=v=[1,2,3]", "value", "6")]
    [InlineData("evaluate?function=x%2Bz&point=x=1,z=2", "value", "3")]
    [InlineData("evaluate?function=x+%2B+z&point=x=1,z=2", "value", "3")]
    [InlineData("evaluate?function=x%20+%20z&point=x=1,z=2", "value", "3")]
    [InlineData("slope?function=x^2&from=1&to=2", "slope", "3")]
    public async Task Is_read_as_written(string address, string member, string expected)
    {
        var reply = await service.Client.Send(HttpMethod.Get, "/api/v1/" + address);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        Assert.Equal(expected, reply.Json.GetProperty(member).GetRawText(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("evaluate?function=x+z&point=x=1,z=2", 400, "shape", "function")]
    [InlineData("derivative?function=x&function=y", 400, "shape", "function")]
    [InlineData("derivative?function=x&fnord=1", 400, "shape", "fnord")]
    [InlineData("derivative?variable=x", 400, "shape", "function")]
    [InlineData("derivative", 400, "shape", "function")]
    [InlineData("derivative?function=x%5E2&steps=maybe", 400, "shape", "steps")]
    [InlineData("derivative?function=x%5E2&point=NaN", 400, "shape", "point")]
    [InlineData("derivative?function=x%5E2&point=1,%22function%22:2", 400, "shape", "point")]
    [InlineData("derivative?function=%FF", 400, "shape", "")]
    [InlineData("derivative?function=sin(", 422, "formula", null)]
    public async Task Is_refused_with_its_place(string address, int status, string type, string? place)
    {
        var reply = (await service.Client.Send(HttpMethod.Get, "/api/v1/" + address)).IsProblem(status, type);
        if (place is not null) Assert.Contains(reply.Fields, field => field.StartsWith(place, StringComparison.Ordinal));
        Assert.Null(reply.Headers.ETag);
    }

    [Theory]
    [InlineData("?function=%")]
    [InlineData("?function=%2")]
    [InlineData("?function=%zz")]
    [InlineData("?function=%C3%28")]
    [InlineData("?%FF=x")]
    public void A_broken_encoding_is_refused(string query) =>
        Assert.Equal(ProblemTypes.Shape.Address, Assert.Throws<RefusalException>(() => new QueryQuestion(typeof(DerivativeRequest)).Read(query)).Problem.Type, StringComparer.Ordinal);

    [Fact]
    public async Task A_query_beyond_the_longest_is_too_long() =>
        (await service.Client.Send(HttpMethod.Get, "/api/v1/derivative?function=x" + new string('+', 8_200))).IsProblem(414, "address-too-long");

    [Fact]
    public async Task What_the_client_has_is_not_computed_again()
    {
        const string Address = "/api/v1/derivative?function=x%5E7&point=2";
        var first = await service.Client.Send(HttpMethod.Get, Address);
        var tag = Assert.IsType<System.Net.Http.Headers.EntityTagHeaderValue>(first.Headers.ETag);
        Assert.True(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, await AskAgain(Address, tag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await AskAgain(Address, $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.OK, await AskAgain(Address, "W/\"other\""));
        Assert.Equal(HttpStatusCode.OK, await AskAgain("/api/v1/derivative?function=x%5E7&point=3", tag.ToString()));
        Assert.Equal(HttpStatusCode.OK, await AskAgain("/api/v1/gradient?function=x%5E7&point=2", tag.ToString()));
    }

    private async Task<HttpStatusCode> AskAgain(string address, string tags)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified) Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return response.StatusCode;
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused_with_a_word_over_a_connection_too()
    {
        using var connected = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning"));
        connected.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        connected.StartServer();
        using var client = connected.CreateClient();
        (await client.Send(HttpMethod.Get, "/api/v1/evaluate?function=" + new string('x', 9_000))).IsProblem(414, "address-too-long");
        Assert.Equal(HttpStatusCode.OK, (await client.Send(HttpMethod.Get, "/api/v1/evaluate?point=1&function=x" + string.Concat(Enumerable.Repeat("%2B1", 1_900)))).Status);
    }
}
