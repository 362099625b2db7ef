using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>The chapter Training: by mouse, by keyboard alone, and by touch.</summary>
public sealed partial class TrainingTests(Site site)
{
    private const string Chapter = "ch=training";

    [Fact]
    public async Task Two_moons_are_learnt_with_boundary_and_weights_moving_at_each_frame_and_long_trainings_are_cancelled_at_once()
    {
        await using var visit = await BeginAsync();
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        // What is seen is counted: steps that the counter names, and how often the boundary and a weight's width are drawn meanwhile.
        await visit.Page.EvaluateAsync("""
            () => {
                const seen = window.seen = { steps: 0, boundary: 0, weight: 0, from: 0, to: 0 };
                const count = (what, element, options) => new MutationObserver(() => { seen[what]++; seen.from ||= performance.now(); seen.to = performance.now(); }).observe(element, options);
                count("boundary", document.querySelector(".boundary"), { attributes: true, attributeFilter: ["d"] });
                count("weight", document.querySelector(".network line"), { attributes: true, attributeFilter: ["stroke-width"] });
                const counter = document.querySelector("[data-part=counter]");
                let named = "";
                new MutationObserver(() => {
                    const step = /^Step \d+/.exec(counter.textContent)?.[0] ?? "";
                    if (step !== named) { named = step; seen.steps++; }
                }).observe(counter, { childList: true, subtree: true, characterData: true });
            }
            """);
        await visit.Part("play", "training").ClickAsync();
        await Assertions.Expect(visit.Part("play", "training")).ToHaveTextAsync("Play again", new() { Timeout = 120_000 });
        var counted = await visit.Page.EvaluateAsync<JsonElement>("() => window.seen");
        double Number(string member) => counted.GetProperty(member).GetDouble();
        TestContext.Current.SendDiagnosticMessage($"{counted.GetRawText()}: the boundary moves {Number("boundary") / (Number("to") - Number("from")) * 1000:0.0} times a second");
        // How many steps a machine has the time to show is its own affair; with each that it shows, both move.
        Assert.True(Number("steps") >= 10, counted.GetRawText());
        Assert.True(Number("boundary") >= Number("steps") - 2, counted.GetRawText());
        Assert.True(Number("weight") >= Number("steps") - 2, counted.GetRawText());

        var standing = await visit.Part("counter", "training").TextContentAsync() ?? "";
        Assert.StartsWith("Step 300 of 300", standing, StringComparison.Ordinal);
        foreach (Match wrong in Percent().Matches(standing)) Assert.InRange(double.Parse(wrong.Groups["percent"].Value, CultureInfo.InvariantCulture), 0, 2);
        await Assertions.Expect(visit.Part("outcome", "training")).ToContainTextAsync("All 300 steps were done.");

        // Back through its history.
        await visit.Part("scrub", "training").FillAsync("0");
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 0 of 300");
        await Assertions.Expect(visit.Part("outcome", "training")).ToBeEmptyAsync();

        // Long, and cancelled.
        await visit.Part("steps", "training").FillAsync("1000");
        await Assertions.Expect(visit.Part("cancel", "training")).ToBeVisibleAsync();
        var ended = new TaskCompletionSource();
        visit.Page.RequestFailed += (_, request) => { if (request.Url.EndsWith("/train/stream", StringComparison.Ordinal)) ended.TrySetResult(); };
        var milliseconds = await visit.Page.EvaluateAsync<double>("""
            () => {
                const [cancel, play] = ["cancel", "play"].map((name) => document.querySelector(`[data-part=${name}]`));
                const begun = performance.now();
                cancel.click();
                return cancel.hidden && play.textContent !== "Pause" ? performance.now() - begun : Infinity;
            }
            """);
        Assert.InRange(milliseconds, 0, 100);
        await ended.Task;
        visit.IsQuiet();
    }

    [Fact]
    public async Task Exclusive_or_is_learnt_by_keyboard_alone_and_one_step_is_walked_through()
    {
        await using var visit = await BeginAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Exclusive or" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Panel("training").Locator(".unit")).ToHaveCountAsync(7);
        for (var tabs = 0; tabs < 12 && !string.Equals(await page.EvaluateAsync<string>("() => document.activeElement.dataset.part ?? ''"), "play", StringComparison.Ordinal); tabs++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 1 of 300");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 300 of 300");
        foreach (Match wrong in Percent().Matches(await visit.Part("counter", "training").TextContentAsync() ?? "")) Assert.InRange(double.Parse(wrong.Groups["percent"].Value, CultureInfo.InvariantCulture), 0, 5);
        await Assertions.Expect(visit.Panel("training").Locator(".training-picture > p")).ToContainTextAsync("examples. After step 300");

        await visit.Part("scrub", "training").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 0 of 300");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 1 of 300");

        var step = visit.Part("one-step", "training");
        await step.Locator("summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(step.Locator(".counter")).ToHaveTextAsync("step 1 of 6");
        await step.GetByRole(AriaRole.Button, new() { Name = "Next" }).FocusAsync();
        foreach (var title in new[] { "Forward: the hidden layer", "Forward: the output", "Backward: the output", "Backward: the hidden layer", "The step" })
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(step.Locator("h3")).ToHaveTextAsync(title);
        }

        // What the words say is what the service says.
        var losses = Losses().Match(await step.Locator(".step-said p").First.TextContentAsync() ?? "");
        Assert.True(double.Parse(losses.Groups["after"].Value, CultureInfo.InvariantCulture) < double.Parse(losses.Groups["before"].Value, CultureInfo.InvariantCulture), losses.Value);
        await HasNoViolationAsync(visit);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Points_are_placed_by_touch_on_a_phone_and_by_fields()
    {
        await using var visit = await BeginAsync("nn=%7B%22data%22%3A%22points%22%2C%22model%22%3A%22straight%22%2C%22steps%22%3A%2240%22%7D", Look.Phone.Dark);
        var picture = visit.Panel("training").Locator(".training-picture svg").First;
        await Assertions.Expect(visit.Part("data-fault", "training")).ToContainTextAsync("Click the picture to place points");
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture.Locator(".ground")).ToHaveAttributeAsync("width", DrawnSize());
        await TapAsync(visit, picture, 0.3f, 0.7f);
        await TapAsync(visit, picture, 0.4f, 0.6f);
        await Assertions.Expect(picture.Locator(".example.kind-0")).ToHaveCountAsync(2);

        await visit.Panel("training").Locator("#training-class-1").CheckAsync();
        foreach (var (x, y) in new[] { ("2", "1.5"), ("1,5", "2") })
        {
            await visit.Part("add-x", "training").FillAsync(x);
            await visit.Part("add-y", "training").FillAsync(y);
            await visit.Part("add-y", "training").PressAsync("Enter");
        }

        await Assertions.Expect(picture.Locator(".example.kind-1")).ToHaveCountAsync(2);
        await visit.Part("play", "training").ClickAsync();
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 40 of 40 · 0 % wrong");
        await Assertions.Expect(picture.Locator(".boundary")).ToHaveAttributeAsync("d", DrawnPath.SomePath());

        // A point that is touched is gone, and the rest is in the address.
        await TapAsync(visit, picture, 0.3f, 0.7f);
        await Assertions.Expect(picture.Locator(".example.kind-0")).ToHaveCountAsync(1);
        await visit.Page.WaitForURLAsync(new Regex("np=[^&]*1.5%7E2%7E1", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await HasNoViolationAsync(visit);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_table_is_pasted_and_a_loss_of_ones_own_learns_from_it()
    {
        await using var visit = await BeginAsync();
        await visit.Part("data", "training").SelectOptionAsync("table");
        await visit.Part("table", "training").FillAsync("hours,b,mark\n1,5,2\n2,6\n3,5,6\n4,7,8\n");
        await Assertions.Expect(visit.Part("data-fault", "training")).ToContainTextAsync("Line 3");
        await visit.Part("table", "training").FillAsync("hours,b,mark\n1,5,2.5\n2,6,4\n3,5,6\n4,7,8\n");
        await Assertions.Expect(visit.Part("data-fault", "training")).ToBeEmptyAsync();

        await visit.Part("model", "training").SelectOptionAsync("own");
        await visit.Part("loss", "training").FillAsync("mean((m*hours + b - mark)^2)");
        // b is a column of the table: the page says so, and a person decides.
        var parameters = visit.Part("parameters", "training").Locator("input");
        await Assertions.Expect(parameters).ToHaveCountAsync(1);
        await visit.Panel("training").GetByText("hours, b and mark are columns of the data").ClickAsync();
        await visit.Part("roles", "training").GetByLabel("b is").SelectOptionAsync("parameter");
        await Assertions.Expect(parameters).ToHaveCountAsync(2);
        await visit.Part("parameters", "training").GetByLabel("m begins at").FillAsync("[1");
        await Assertions.Expect(visit.Part("model-fault", "training")).ToContainTextAsync("m needs a number");
        await visit.Part("parameters", "training").GetByLabel("m begins at").FillAsync("1");
        await visit.Part("play", "training").ClickAsync();
        await Assertions.Expect(visit.Part("play", "training")).ToHaveTextAsync("Play again");
        await Assertions.Expect(visit.Panel("training").Locator(".parameters-now")).ToContainTextAsync("m = ");

        await visit.Part("loss", "training").FillAsync("mean((X@w + b0 - y)^2)");
        await Assertions.Expect(visit.Part("parameters", "training").GetByLabel("w begins at")).ToHaveValueAsync("[0,0]");
        await Assertions.Expect(visit.Panel("training").Locator(".boundary")).Not.ToHaveAttributeAsync("d", "");

        // What is not allowed is said beside its field.
        await visit.Panel("training").GetByText("More settings").ClickAsync();
        await visit.Part("batch", "training").FillAsync("9");
        await Assertions.Expect(visit.Part("learning-fault", "training")).ToContainTextAsync("examples to learn from");
        await visit.Part("batch", "training").FillAsync("two");
        await Assertions.Expect(visit.Part("learning-fault", "training")).ToContainTextAsync("is not a number");
        await visit.Part("batch", "training").FillAsync("");
        await Assertions.Expect(visit.Part("learning-fault", "training")).ToBeEmptyAsync();

        // The link has all of it.
        await visit.Page.WaitForTimeoutAsync(500);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Part("loss", "training")).ToHaveValueAsync("mean((X@w + b0 - y)^2)");
        await Assertions.Expect(visit.Part("table", "training")).ToHaveValueAsync("hours,b,mark\n1,5,2.5\n2,6,4\n3,5,6\n4,7,8\n");
        visit.IsQuiet();
    }

    private async Task<Visit> BeginAsync(string fragment = "", Look? look = null)
    {
        var visit = await site.VisitAsync(fragment: fragment.Length == 0 ? Chapter : $"{Chapter}&{fragment}", look: look);
        await Assertions.Expect(visit.Part("play", "training")).ToBeVisibleAsync();
        if (fragment.Length == 0) await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 0");
        return visit;
    }

    private static async Task TapAsync(Visit visit, ILocator picture, float across, float down)
    {
        var box = await Visit.AtRestAsync(picture);
        await visit.Page.Touchscreen.TapAsync(box.X + (across * box.Width), box.Y + (down * box.Height));
    }

    private static async Task HasNoViolationAsync(Visit visit)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await visit.Page.Locator("html").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            Assert.Empty(found.Violations.Select(static violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(static node => node.Html))}"));
        }
    }

    [GeneratedRegex(@"(?<percent>[\d.]+) % wrong", RegexOptions.None, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"goes from (?<before>[\d.]+) to (?<after>[\d.]+)\.", RegexOptions.None, 1000)]
    private static partial Regex Losses();

    [GeneratedRegex(@"^\d+", RegexOptions.None, 1000)]
    private static partial Regex DrawnSize();
}
