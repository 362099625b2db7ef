using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A sheet of exercises, solved by keyboard and by touch, and on paper.</summary>
public sealed class ExerciseTests(Site site)
{
    private const string Panel = "exercises";

    private static string Sheet(string rules, string answers = "{}") =>
        $"ch=exercises&xs={Uri.EscapeDataString($$"""{"rules":"{{rules}}","count":"2","seed":"7"}""")}&xa={Uri.EscapeDataString(answers)}";

    [Fact]
    public async Task A_sheet_is_marked_as_one_types_with_hints_one_by_one_and_its_answers_on_a_page_of_their_own()
    {
        await using var visit = await site.VisitAsync("x^2 + 3", Sheet("product-rule,descent-step"));
        var (first, second) = (visit.Panel(Panel).Locator(".exercise").Nth(0), visit.Panel(Panel).Locator(".exercise").Nth(1));
        await Assertions.Expect(visit.Part("score", Panel)).ToHaveTextAsync("0 of 2 right.");
        var body = await visit.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const ask = async (body) => (await (await fetch("api/v1/exercises", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json()).exercises;
              const [product, step] = await ask({ rules: ["product-rule", "descent-step"], count: 2, seed: 7, answers: true });
              return [product.answers[0].text, step.answers[0].text];
            }
            """);

        var field = first.GetByRole(AriaRole.Textbox);
        await field.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("x*(");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await field.FillAsync("0");
        await Assertions.Expect(first.Locator(".mark")).ToHaveTextAsync("wrong");
        await Assertions.Expect(first.Locator(".said-of-claim strong")).Not.ToBeEmptyAsync();
        await field.FillAsync(body[0]);
        await Assertions.Expect(first.Locator(".mark")).ToHaveTextAsync("right");
        await Assertions.Expect(visit.Part("score", Panel)).ToHaveTextAsync("1 of 2 right.");

        await second.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(second.Locator(".hints li")).ToHaveCountAsync(1);
        await second.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(second.Locator(".hints li")).ToHaveCountAsync(2);
        await second.GetByRole(AriaRole.Textbox).FillAsync(body[1]);
        await Assertions.Expect(visit.Part("score", Panel)).ToHaveTextAsync("All 2 are right.");

        await Assertions.Expect(visit.Part("answer-page", Panel)).ToBeHiddenAsync();
        await visit.Page.EvaluateAsync("() => { window.print = () => { document.documentElement.dataset.printed = 'yes'; }; }");
        await visit.Part("print", Panel).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-printed", "yes");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visit.Part("answer-page", Panel).Locator("li")).ToHaveCountAsync(2);
        Assert.Equal("page", await visit.Part("answer-page", Panel).EvaluateAsync<string>("each => getComputedStyle(each).breakBefore"));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        // The link has the sheet and the answers; another sheet has no answers yet, and Back brings the old one.
        await visit.Part("another", Panel).ClickAsync();
        await Assertions.Expect(visit.Part("score", Panel)).ToHaveTextAsync("0 of 2 right.");
        await Assertions.Expect(first.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
        await visit.Page.WaitForURLAsync(static url => url.Contains("seed%22%3A%228", StringComparison.Ordinal));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Part("score", Panel)).ToHaveTextAsync("All 2 are right.");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_late_mark_says_nothing_about_what_is_typed_by_then()
    {
        await using var visit = await site.VisitAsync("x^2 + 3", Sheet("power-rule"), Look.Phone);
        await visit.Page.RouteAsync("**/api/v1/exercises/check", static async route =>
        {
            if (route.Request.PostData!.Contains("\"12345\"", StringComparison.Ordinal)) await Task.Delay(1500);
            await route.ContinueAsync();
        });
        var first = visit.Panel(Panel).Locator(".exercise").First;
        // On a phone another sheet and what it is of are at hand before the first exercise.
        await Assertions.Expect(visit.Part("another", Panel)).ToBeInViewportAsync();
        await Assertions.Expect(visit.Part("rules", Panel)).ToBeHiddenAsync();
        await visit.Part("choices", Panel).Locator("summary").TapAsync();
        await Assertions.Expect(visit.Part("rules", Panel)).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Textbox).TapAsync();
        await first.GetByRole(AriaRole.Textbox).FillAsync("12345");
        await visit.Page.WaitForTimeoutAsync(500);
        await first.GetByRole(AriaRole.Textbox).FillAsync("x/");
        await Assertions.Expect(first.Locator(".refusal")).ToBeVisibleAsync();
        await visit.Page.WaitForTimeoutAsync(1500);
        await Assertions.Expect(first.Locator(".mark")).ToBeEmptyAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        visit.IsQuiet();
    }
}
