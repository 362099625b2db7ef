using System.Text.Json;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Every control of every panel by keyboard alone: reached by Tab, seen to be reached, and moved by keys where it can be dragged.</summary>
public sealed class KeyboardTests(Site site)
{
    /// <summary>What is focused: who it is, and whether somebody sees that it is.</summary>
    private const string Focused =
        """
        () => {
          const element = document.activeElement;
          if (element === document.body) return null;
          globalThis.reached ??= new Set();
          globalThis.round ??= new Set();
          const isNew = !round.has(element);
          round.add(element);
          reached.add(element);
          const look = getComputedStyle(element);
          const inside = [element, ...element.querySelectorAll("*"), element.closest(".field")].filter(Boolean).map((each) => getComputedStyle(each));
          const isSeen = inside.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || inside.some(({ boxShadow }) => boxShadow !== "none")
            || [...element.querySelectorAll(".halo")].some((halo) => !["none", "rgba(0, 0, 0, 0)", "transparent"].includes(getComputedStyle(halo).stroke));
          return { isNew, isSeen: isSeen && element.checkVisibility(), html: element.outerHTML.slice(0, 160), slider: element.getAttribute("role") === "slider" ? element.getAttribute("aria-valuetext") : null, summary: element.matches("summary") && !element.closest(".export") };
        }
        """;

    /// <summary>What can be operated and was not reached.</summary>
    private const string Missed =
        """
        () => [...document.querySelectorAll(":is(a[href], button, input, select, textarea, summary, [tabindex='0'])")]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0 && !each.closest("details:not([open]) > :not(summary)") && !reached.has(each) && !each.closest("[role=tablist]") && !(each.type === "radio" && !each.checked))
          .map((each) => each.outerHTML.slice(0, 160))
        """;

    [Fact]
    public async Task Three_keys_lead_to_the_first_point()
    {
        await using var visit = await site.VisitAsync();
        await visit.CurveAsync("function");
        for (var press = 0; press < 3; press++) await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the picture" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Point P" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Part("p")).Not.ToHaveValueAsync("1");
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("slope", "f=x%5E3 - 3x&p=1~2&tc=x")]
    [InlineData("slope", "f=x%5E2 %2B y%5E2 %3D 25")]
    [InlineData("derivative", "f=x%5E3 - 3x&p=1~2&ts=1")]
    [InlineData("chain-rule", "f=h(b) %3D b%5E3; g(x) %3D sin(x); f(x) %3D h(g(x))&p=1~2")]
    [InlineData("gradient", "f=x%5E2 - y%5E2 %2B x*y&at=x~1!y~1")]
    [InlineData("gradient", "f=loss(w) %3D mean((X @ w - y).%5E2)&t=w %3D [0.1, -0.2]%0AX %3D [[1, 2], [3, 4]]%0Ay %3D [1, 2]")]
    [InlineData("direction", "f=x*y&at=x~1!y~2")]
    [InlineData("descent", "f=x%5E2 %2B 5y%5E2&s=x~-3!y~2&o=momentum&r=0.01&n=60&rs=[[%22sgd%22,0.01]]")]
    [InlineData("training", "nn=%7B%22data%22%3A%22line%22%2C%22model%22%3A%22straight%22%2C%22steps%22%3A%2240%22%7D")]
    public async Task Every_control_is_reached_seen_and_moved_by_keys(string chapter, string state)
    {
        await using var visit = await site.FollowAsync(new Uri(site.Address, $"#v=1&ch={chapter}&{state}"));
        var page = visit.Page;
        await Assertions.Expect(page.Locator($"main[data-chapter={chapter}] > .panel:not([hidden]) h2").First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var (unseen, unmoved, last) = (new List<string>(), new List<string>(), "");
        // What is unfolded and moved in the first round may bring other controls up: they are reached in the second, on a busy machine in the third.
        for (var (press, round, rounds) = (0, 1, 2); press < 900 && round <= rounds; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<JsonElement?>(Focused);
            if (focused is not { ValueKind: JsonValueKind.Object } now || !now.GetProperty("isNew").GetBoolean())
            {
                round++;
                if (round > 2 && rounds == 2 && (await page.EvaluateAsync<string[]>(Missed)).Length > 0) rounds = 3;
                await page.EvaluateAsync("() => { round.clear(); document.activeElement.blur(); }");
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                continue;
            }

            last = now.GetProperty("html").GetString()!;
            if (!now.GetProperty("isSeen").GetBoolean()) unseen.Add(last);
            if (round == 1 && now.GetProperty("summary").GetBoolean())
            {
                await page.Keyboard.PressAsync("Enter");
                if (!await page.EvaluateAsync<bool>("() => document.activeElement.parentElement.open")) await page.Keyboard.PressAsync("Enter");
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            }
            else if (round == 1 && now.GetProperty("slider") is { ValueKind: JsonValueKind.String } before)
            {
                await page.Keyboard.PressAsync("ArrowRight");
                var moved = false;
                for (var look = 0; look < 40 && !moved; look++)
                {
                    if (look == 10) await page.Keyboard.PressAsync("ArrowUp"); // what can only go up and down, or stands at its right end
                    await Task.Delay(50, TestContext.Current.CancellationToken);
                    moved = !string.Equals(before.GetString(), await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-valuetext')"), StringComparison.Ordinal);
                }

                if (!moved) unmoved.Add(last);
            }
        }

        var missed = await page.EvaluateAsync<string[]>(Missed);
        Assert.True(missed.Length == 0, $"Never reached, the last being {last}: {string.Join('\n', missed)}");
        Assert.True(unseen.Count == 0, $"Focused unseen: {string.Join('\n', unseen)}");
        Assert.True(unmoved.Count == 0, $"Not moved by keys: {string.Join('\n', unmoved)}");
        visit.IsQuiet();
    }
}
