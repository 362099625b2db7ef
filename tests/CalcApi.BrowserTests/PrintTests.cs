using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>What is drawn for paper; whether it fits, the pictures of every chapter look at.</summary>
public sealed class PrintTests(Site site)
{
    [Fact]
    public async Task Paper_is_drawn_by_day_and_the_screen_afterwards_as_before()
    {
        await using var visit = await site.VisitAsync("x^2 + 5y^2", "s=x~-3!y~2&o=sgd&r=0.05&n=30&ch=descent", Look.Desk with { Scheme = ColorScheme.Dark });
        var way = visit.Panel("descent").Locator("path[stroke-width='1.5'][fill=none]");
        await Assertions.Expect(visit.Part("timeline", "descent")).ToBeVisibleAsync();
        await Assertions.Expect(way).ToHaveCountAsync(0);
        var night = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.NotEqual(night, await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"), StringComparer.Ordinal);
        await Assertions.Expect(way.First).ToHaveAttributeAsync("stroke", "rgb(135, 51, 181)");
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.Equal(night, await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"));
        await Assertions.Expect(way).ToHaveCountAsync(0);
        visit.IsQuiet();
    }
}
