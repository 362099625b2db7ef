using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class FirstPrinciplesTests(Site site)
{
    private const string Answer = """
        { "steps": [
            { "rule": "shifted-value", "title": "The function one step further", "explanation": "In place of x stands x + h.",
              "before": { "text": "x^2", "latex": "x^{2}" }, "after": { "text": "(x + h)^2", "latex": "\\left(x + h\\right)^{2}" }, "residual": 0 },
            { "rule": "divide-by-step", "title": "Divide by the step", "explanation": "h is not 0 yet.",
              "before": { "text": "(2*x*h + h^2)/h", "latex": "\\frac{2 x h + h^{2}}{h}" }, "after": { "text": "2*x + h", "latex": "2 x + h" }, "residual": 2e-16 },
            { "rule": "step-to-zero", "title": "Let the step go to 0", "explanation": "Nothing is divided by h any more.",
              "before": { "text": "2*x + h", "latex": "2 x + h" }, "after": { "text": "2*x", "latex": "2 x" }, "residual": 0 }],
          "derivative": { "text": "2*x", "latex": "2 x", "variables": ["x"] }, "value": 2,
          "table": [{ "h": 1, "slope": 3, "leftSlope": 1, "error": 1 }, { "h": 0.1, "slope": 2.1, "leftSlope": 1.9, "error": 0.1 }], "notes": [] }
        """;

    [Fact]
    public async Task The_lines_are_walked_and_the_slopes_are_in_a_table()
    {
        await using var visit = await site.VisitAsync("x^2", "p=1~2&ch=derivative");
        await visit.AnswerAsync("derivative/limit", 200, Answer);
        var card = await UnfoldAsync(visit);

        await Assertions.Expect(card.Locator(".counter")).ToHaveTextAsync("step 1 of 3");
        await Assertions.Expect(card.Locator(".line").Last).ToBeHiddenAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Row)).ToHaveTextAsync(["hleftrighterror", "1131", "0.11.92.10.1"]);

        await card.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();

        await Assertions.Expect(card.Locator(".line").Last).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator(".relation > [aria-hidden]")).ToHaveTextAsync(["", "=", "→"]);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_refusal_gives_its_reason_and_offers_the_rules()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await visit.AnswerAsync("derivative/limit", 422, """{ "title": "A value is not allowed here.", "status": 422, "detail": "function: Too hard.", "errors": { "function": ["Too hard."] } }""");
        var card = await UnfoldAsync(visit);
        await Assertions.Expect(card.Locator(".refusal")).ToHaveTextAsync("Too hard.");

        await card.GetByRole(AriaRole.Button, new() { Name = "Show it rule by rule instead" }).ClickAsync();

        await Assertions.Expect(visit.Part("steps", "derivative").Locator(".line").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Part("steps", "derivative").Locator("summary").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Another_function_is_asked_about_again()
    {
        await using var visit = await site.VisitAsync("x^3", "ch=derivative");
        await visit.AnswerAsync("derivative/limit", 422, """{ "title": "Refused.", "status": 422, "detail": "Too hard." }""");
        var card = await UnfoldAsync(visit);
        await Assertions.Expect(card.Locator(".refusal")).ToHaveTextAsync("Too hard.");

        await visit.AnswerAsync("derivative/limit", 200, Answer);
        await visit.TypeAsync("x^2");

        await Assertions.Expect(card.Locator(".line").First).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator(".refusal")).ToBeHiddenAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "Show it rule by rule instead" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_service_without_the_route_shows_no_card()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await visit.AnswerAsync("derivative/limit", 404, """{ "title": "There is nothing at this address.", "status": 404 }""");
        var card = await UnfoldAsync(visit);

        await Assertions.Expect(card).ToBeHiddenAsync();
    }

    private static async Task<ILocator> UnfoldAsync(Visit visit)
    {
        var card = visit.Part("first-principles", "derivative");
        await card.Locator("summary").First.ClickAsync();
        return card;
    }
}
