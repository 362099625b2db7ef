using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class VerificationTests(Site site)
{
    [Theory]
    [InlineData("""{ "verified": true, "points": 3, "symbolicVsAutomatic": 0, "symbolicVsNumeric": 2e-12 }""", "agrees", "Verified: three derivatives agree at 3 points.")]
    [InlineData("""{ "verified": null, "reason": "No point could be used.", "points": 0 }""", "open", "Could not be checked. No point could be used.")]
    [InlineData(
        """{ "verified": false, "points": 3, "disagreement": { "point": { "x": 1.25 }, "symbolic": 2.5, "expected": 2.75, "by": "automatic" } }""",
        "disagrees",
        "This formula disagrees with its check. At x = 1.25 it gives 2.5, the automatic derivative 2.75.")]
    public async Task The_formula_shows_the_result_of_its_check(string verification, string kind, string words)
    {
        foreach (var (function, panel) in new[] { ("x^2", "derivative"), ("x^2 + y^2", "gradient") })
        {
            await using var visit = await site.VisitAsync("3 + 4", $"ch={panel}");
            await visit.ChangeAnswerAsync(panel, text => With(text, "verification", verification));
            await visit.TypeAsync(function);

            var mark = visit.Part("verification", panel);
            await Assertions.Expect(mark).ToHaveTextAsync(words);
            await Assertions.Expect(mark).ToHaveClassAsync($"verification {kind}");
            await Assertions.Expect(mark.GetByRole(AriaRole.Alert)).ToHaveCountAsync(kind is "disagrees" ? 1 : 0);
        }
    }

    [Fact]
    public async Task Without_a_check_nothing_is_said()
    {
        await using var visit = await site.VisitAsync("3 + 4", "ch=derivative");
        await visit.ChangeAnswerAsync("derivative", text => With(text, "verification", null));
        await visit.TypeAsync("x^2");

        await Assertions.Expect(visit.Part("formula", "derivative").Locator(".katex").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Part("verification", "derivative")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_kink_at_P_tells_both_slopes_and_what_others_answer()
    {
        const string Kinks = """
            [{ "point": { "x": 0 }, "variable": "x", "left": -1, "right": 1, "value": 0, "subgradient": { "from": -1, "to": 1, "kind": "convex" },
               "elsewhere": [{ "system": "PyTorch", "value": 0, "why": "The sign of 0 is 0." }, { "system": "SymPy", "value": null, "why": "It depends." }] }]
            """;
        await using var visit = await site.VisitAsync("3 + 4", "p=0~2");
        await visit.ChangeAnswerAsync("derivative", text => With(text, "kinks", text.Contains("\"functionValue\":0,", StringComparison.Ordinal) ? Kinks : null));
        await visit.TypeAsync("abs(x)");

        var kink = visit.Part("kinks", "derivative");
        await Assertions.Expect(kink.Locator("p")).ToHaveTextAsync("No derivative at x = 0.");
        await Assertions.Expect(kink.Locator("dd")).ToHaveTextAsync(["−1", "1", "[−1, 1]", "0"]);
        await kink.Locator("summary").ClickAsync();
        await Assertions.Expect(kink.Locator("li")).ToHaveTextAsync(["PyTorch 0The sign of 0 is 0.", "SymPy no single valueIt depends."]);

        await visit.Part("p").FillAsync("1");
        await Assertions.Expect(kink).ToBeHiddenAsync();
        visit.IsQuiet();
    }

    /// <summary>An answer with a member replaced; null removes it.</summary>
    private static string With(string answer, string member, string? value)
    {
        var changed = JsonNode.Parse(answer)!.AsObject();
        changed.Remove(member);
        if (value is not null) changed[member] = JsonNode.Parse(value);
        return changed.ToJsonString();
    }
}
