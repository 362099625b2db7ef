using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class CompletionTests(Site site)
{
    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public async Task A_key_takes_the_name(string key)
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("x + softp");
        await Assertions.Expect(Names(visit)).ToHaveCountAsync(1);
        await visit.Definition.PressAsync(key);

        await Assertions.Expect(visit.Definition).ToHaveValueAsync("x + softplus(");
        await Assertions.Expect(visit.Definition).ToBeFocusedAsync();
        await Assertions.Expect(visit.Part("completion")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Every_name_has_the_catalogue_s_own_sentence()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("si");

        var sentences = await visit.Page.EvaluateAsync<string[]>(
            """
            async () => (await (await fetch('api/v1/catalog/functions')).json()).functions
              .flatMap(({ name, aliases, sentence }) => [name, ...aliases].filter((each) => each.startsWith('si')).map((each) => each + sentence))
            """);
        Assert.True(sentences.Length > 2);
        await Assertions.Expect(Names(visit)).ToHaveTextAsync(sentences);
    }

    [Fact]
    public async Task Names_are_offered_also_for_what_was_typed_before_the_catalogue_came()
    {
        await using var visit = await site.VisitAsync();
        var late = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/catalog/functions", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await visit.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await visit.TypeAsync("softp");
        await Assertions.Expect(visit.Part("completion")).ToBeHiddenAsync();

        late.SetResult();
        await Assertions.Expect(Names(visit)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Arrow_keys_choose_and_begin_again_after_the_last()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("2 si");
        await Assertions.Expect(Names(visit).First).ToHaveAttributeAsync("aria-selected", "true");
        var count = await Names(visit).CountAsync();
        var second = await Names(visit).Nth(1).Locator("code").TextContentAsync();

        await visit.Definition.PressAsync("ArrowUp");
        await Assertions.Expect(Names(visit).Nth(count - 1)).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Definition.PressAsync("ArrowDown");
        await visit.Definition.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Definition).ToHaveAttributeAsync("aria-activedescendant", await Names(visit).Nth(1).GetAttributeAsync("id") ?? "");
        await visit.Definition.PressAsync("Enter");

        await Assertions.Expect(visit.Definition).ToHaveValueAsync($"2 {second}(");
    }

    [Fact]
    public async Task Escape_closes_the_list_and_leaves_the_text()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("tan");
        await Assertions.Expect(visit.Part("completion")).ToBeVisibleAsync();
        await visit.Definition.PressAsync("Escape");

        await Assertions.Expect(visit.Part("completion")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("tan");
        await Assertions.Expect(visit.Definition).Not.ToHaveAttributeAsync("aria-activedescendant", "completion-0");
        await visit.Definition.PressAsync("Tab");
        await Assertions.Expect(visit.Definition).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_click_takes_the_name_and_keeps_the_bracket_that_is_there()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("(x)");
        await visit.Definition.PressAsync("Home");
        await visit.Definition.PressSequentiallyAsync("softp");
        await Names(visit).First.ClickAsync();

        await Assertions.Expect(visit.Definition).ToHaveValueAsync("softplus(x)");
        await Assertions.Expect(visit.Part("typeset").Locator(".katex-html").First).ToContainTextAsync("softplus");
    }

    [Fact]
    public async Task The_list_is_announced_to_those_who_cannot_see_it()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("softp");
        await Assertions.Expect(visit.Part("completion-told")).ToHaveTextAsync("One name to choose from with the arrow keys; Enter takes softplus.");
        Assert.Equal("softplus", await visit.Page.EvaluateAsync<string>(
            "document.getElementById(document.querySelector('#definition').getAttribute('aria-activedescendant')).querySelector('code').textContent"));
        await visit.Definition.PressAsync("Escape");
        await Assertions.Expect(visit.Part("completion-told")).ToHaveTextAsync("");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("foo")]
    [InlineData("sin")]
    public async Task Nothing_is_offered_for_what_does_not_begin_another_name(string text)
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("si");
        await Assertions.Expect(visit.Part("completion")).ToBeVisibleAsync();
        await visit.Definition.FillAsync(text is "sin" ? "sin(" : text);

        await Assertions.Expect(visit.Part("completion")).ToBeHiddenAsync();
    }

    private static ILocator Names(Visit visit) => visit.Part("completion").GetByRole(AriaRole.Option);
}
