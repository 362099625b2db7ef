using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Problems;

/// <summary>Refusals for those who prefer them with the status of an answer.</summary>
public sealed class AnsweredRefusalTests(Api service)
{
    [Theory]
    [InlineData("refusals=answered", """{ "function": "1 + sinn(x)" }""", HttpStatusCode.OK, "application/problem+json")]
    [InlineData("respond-async, refusals=answered", """{ "function": "1 + " }""", HttpStatusCode.OK, "application/problem+json")]
    [InlineData("refusals=answered", """{ "function": "x^2" }""", HttpStatusCode.OK, "application/json")]
    [InlineData("refusals=answered", """{ "text": "x^2" }""", HttpStatusCode.BadRequest, "application/problem+json")]
    [InlineData("refusals=silent", """{ "function": "1 + " }""", HttpStatusCode.UnprocessableEntity, "application/problem+json")]
    public async Task Have_the_status_200_where_that_is_preferred_and_stay_problems(string preference, string body, HttpStatusCode status, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/parse") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Prefer", preference);
        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        if (type is not "application/problem+json") return;
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(status is HttpStatusCode.BadRequest ? 400 : 422, problem.GetProperty("status").GetInt32());
        Assert.Equal(status is HttpStatusCode.OK, answer.Headers.TryGetValues("Preference-Applied", out var applied) && applied.Contains("refusals=answered", StringComparer.Ordinal));
    }
}
