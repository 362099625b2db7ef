using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class RequestTests(Site site)
{
    [Theory]
    [InlineData("curl", "curl 'http")]
    [InlineData("Python", "urllib.request")]
    [InlineData("JavaScript", "await fetch(")]
    [InlineData("C#", "new HttpClient()")]
    public async Task Shows_the_call_in_the_language_asked_for(string language, string mark)
    {
        await using var visit = await site.VisitAsync("x^2", "p=2~4");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        await visit.Panel("derivative").GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = language, Exact = true }).ClickAsync();

        var code = visit.Part("code");
        await Assertions.Expect(code).ToContainTextAsync(mark);
        await Assertions.Expect(code).ToContainTextAsync("/api/v1/derivative");
        await Assertions.Expect(code).ToContainTextAsync("\"x^2\"");

        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_javascript_shown_runs_and_brings_what_the_page_shows()
    {
        await using var visit = await site.VisitAsync("x^2", "p=2~4");
        await visit.Panel("derivative").GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "JavaScript" }).ClickAsync();
        var code = await visit.Part("code").TextContentAsync() ?? "";

        var value = await visit.Page.EvaluateAsync<double>(
            code.Replace("console.log(await response.json());", "return (await response.json()).value;", StringComparison.Ordinal).Insert(0, "(async () => {") + "})()");
        Assert.Equal(4, value);
    }
}
