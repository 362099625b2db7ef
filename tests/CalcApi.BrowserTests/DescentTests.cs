using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class DescentTests(Site site)
{
    private const string Rosenbrock = "(1 - x)^2 + 100(y - x^2)^2";

    [Fact]
    public async Task A_click_starts_a_descent_down_the_valley_and_others_race_it()
    {
        await using var visit = await site.VisitAsync(Rosenbrock, "x=-2~2&y=-1~3&n=2000&o=sgd&r=0.0005&ch=descent");
        await Assertions.Expect(visit.Page.Locator("path.region").First).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Part("summary", "descent")).ToContainTextAsync("Click the landscape");
        await ClickAsync(visit, visit.Page.Locator(".stage.landscape .ground"), 0.25f, 0.25f);

        var picture = visit.Page.Locator(".stage.landscape");
        Assert.True(await picture.InkAsync() > 50);
        await Assertions.Expect(visit.Part("outcome")).ToContainTextAsync("After 2000 steps");
        Assert.True(await visit.Part("series", "descent").InkAsync() > 50);
        await Assertions.Expect(visit.Part("finish")).ToBeHiddenAsync();

        await visit.Part("three").ClickAsync();
        await Assertions.Expect(visit.Part("finish").Locator("tbody tr")).ToHaveCountAsync(3);
        Assert.True(await picture.ColoursAsync() >= 3);
        await Assertions.Expect(visit.Part("summary", "descent")).ToContainTextAsync("comes lowest");
        await Assertions.Expect(visit.Part("runners").Locator("li")).ToHaveCountAsync(3);

        await visit.Part("finish").GetByRole(AriaRole.Button, new() { Name = "Adam" }).ClickAsync();
        await Assertions.Expect(visit.Part("rule", "descent")).ToHaveValueAsync("adam");
        await visit.Part("remove").ClickAsync();
        await Assertions.Expect(visit.Part("finish").Locator("tbody tr")).ToHaveCountAsync(2);
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_time_line_is_stepped_and_scrubbed_by_keys()
    {
        await using var visit = await site.VisitAsync("x^2 + 3y^2", "s=x~2!y~1&o=sgd&r=0.1&n=40&rs=%5B%5B%22adam%22,0.1%5D%5D&ch=descent");
        var (time, counter) = (visit.Part("time", "descent"), visit.Panel("descent").Locator(".timeline .counter"));
        await Assertions.Expect(counter).ToHaveTextAsync("step 40 of 40"); // where motion is not wanted, the race stands at its end
        await visit.Part("back").ClickAsync();
        await Assertions.Expect(counter).ToHaveTextAsync("step 39 of 40");
        await time.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(counter).ToHaveTextAsync("step 0 of 40");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(counter).ToHaveTextAsync("step 1 of 40");
        await Assertions.Expect(time).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("step 1 of 40. SGD: value", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visit.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(visit.Part("play", "descent")).ToHaveTextAsync("Pause");
        await Assertions.Expect(counter).ToHaveTextAsync("step 40 of 40");
        await Assertions.Expect(visit.Part("play", "descent")).ToHaveTextAsync("Play");

        // The start moves by keys, too.
        var handle = visit.Panel("descent").GetByRole(AriaRole.Slider, new() { Name = "Start of the descents" });
        await handle.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(handle).Not.ToHaveAttributeAsync("aria-valuenow", "2");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Sliders_of_rate_and_momentum_answer_and_a_rate_too_large_diverges()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "s=x~2!y~1&o=sgd&r=1.5&n=2000");
        var headline = visit.Part("outcome").Locator("strong");
        await Assertions.Expect(headline).ToHaveTextAsync("Diverging.");
        var rate = visit.Part("rate", "descent");
        await rate.FocusAsync();
        await rate.FillAsync("800");
        await Assertions.Expect(headline).ToHaveTextAsync("Arrived.");
        await visit.Part("momentum", "descent").FillAsync("95");
        await Assertions.Expect(visit.Part("momentum-value", "descent")).ToHaveTextAsync("0.95");
        await Assertions.Expect(visit.Part("outcome")).ToContainTextAsync("Arrived");
        await visit.Part("rule", "descent").SelectOptionAsync(new SelectOptionValue { Label = "Adam" });
        await Assertions.Expect(visit.Part("momentum", "descent")).ToBeHiddenAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_finger_starts_a_descent_on_a_curve()
    {
        await using var visit = await site.VisitAsync("x^4/4 - x^2/2", "o=sgd&r=0.1&n=50&ch=descent", Look.Phone);
        var ground = visit.Page.Locator(".stage.course .ground");
        await Assertions.Expect(visit.Page.Locator(".stage.course path.curve")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await ground.ScrollIntoViewIfNeededAsync();
        var box = await Visit.AtRestAsync(ground);
        await visit.Page.Touchscreen.TapAsync(box.X + (box.Width * 0.9f), box.Y + (box.Height * 0.5f));

        Assert.True(await visit.Page.Locator(".stage.course").InkAsync() > 20);
        await Assertions.Expect(visit.Part("outcome", "descent")).ToContainTextAsync("After 50 steps: (1");
        Assert.True(await visit.Part("gradient-series", "descent").InkAsync() > 20);
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("x^2 + 3y^2 + z^2", "", "After 100 steps")]
    [InlineData("a^2 + b^2 + c^2 + d^2 + g^2 + h^2 + k^2 + m^2 + n^2 + p^2", "", "After 100 steps")]
    [InlineData("loss(w) = sum((X @ w - y).^2)", "w = [0.5, -0.5]\nX = [[1, 2], [3, 4], [5, 7]]\ny = [1, 2, 3]", "After 100 steps: ([")]
    public async Task Functions_that_have_no_picture_descend_in_charts(string function, string data, string outcome)
    {
        await using var visit = await site.VisitAsync(function, $"t={Uri.EscapeDataString(data)}&o=adam&r=0.01&n=100&ch=descent");
        await visit.Part("here", "descent").ClickAsync();

        await Assertions.Expect(visit.Part("outcome", "descent")).ToContainTextAsync(outcome);
        Assert.True(await visit.Part("gradient-series", "descent").InkAsync() > 20);
        await Assertions.Expect(visit.Panel("descent").Locator(".stage.course:visible, .stage.landscape:visible")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Every_parameter_of_a_rule_can_be_set_and_the_steps_are_a_table()
    {
        await using var visit = await site.VisitAsync("x^2", "s=x~3&o=sgd&r=0.1&n=2");
        var end = visit.Part("outcome", "descent");
        await Assertions.Expect(end).ToContainTextAsync("(1.92)");
        await visit.Panel("descent").GetByText("The steps in numbers").ClickAsync();
        await Assertions.Expect(visit.Part("steps-table").Locator("tbody td:nth-child(2)")).ToHaveTextAsync(["3", "2.4", "1.92"]);

        await visit.Panel("descent").GetByText("All parameters").ClickAsync();
        await visit.Panel("descent").GetByLabel("momentum", new() { Exact = true }).FillAsync("0.5");
        await Assertions.Expect(end).ToContainTextAsync("(1.62)");
        await visit.Panel("descent").GetByLabel("maximize").CheckAsync();
        await Assertions.Expect(end).ToContainTextAsync("(4.62)");

        var titles = await visit.Page.EvaluateAsync<string[]>("async () => (await (await fetch('/api/v1/catalog/optimizers')).json()).optimizers.filter((each) => each.sameAs === undefined).map((each) => each.title)");
        await Assertions.Expect(visit.Part("rule", "descent").Locator("option")).ToHaveTextAsync(titles);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_rule_that_cannot_run_says_why_and_the_others_race_on()
    {
        await using var visit = await site.VisitAsync("x^2 + y", "s=x~3!y~1&o=sgd&r=0.1&n=20&rs=%5B%5B%22gauss_newton%22,0.1%5D,%5B%22adam%22,0.1%5D%5D");
        var runners = visit.Part("runners").Locator(".runner");
        await Assertions.Expect(runners.Nth(1)).ToContainTextAsync("cannot run");
        await Assertions.Expect(visit.Part("finish").Locator("tbody tr")).ToHaveCountAsync(2);
        await runners.Nth(1).ClickAsync();
        await Assertions.Expect(visit.Part("outcome").Locator(".refusal")).ToContainTextAsync("sum");
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_map_says_where_descents_end_and_a_place_on_it_becomes_the_start()
    {
        await using var visit = await site.VisitAsync("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "x=-5~5&y=-5~5&o=sgd&r=0.01&n=200&ch=descent");
        await Visit.ReachAsync(visit.Panel("descent-map"), visit.Part("legend", "descent-map"));
        var legend = visit.Part("legend", "descent-map").Locator("li");
        await Assertions.Expect(legend.First).ToBeVisibleAsync();
        Assert.True(await legend.CountAsync() >= 4);
        await ClickAsync(visit, visit.Page.Locator(".stage.map .ground"), 0.8f, 0.3f);
        await Assertions.Expect(visit.Part("said", "descent-map")).ToContainTextAsync("ends at (3, 2)");
        await Assertions.Expect(visit.Part("outcome", "descent")).ToContainTextAsync("(3, 2)");
        var place = visit.Panel("descent-map").GetByRole(AriaRole.Slider, new() { Name = "Place on the map" });
        await place.FocusAsync();
        for (var i = 0; i < 3; i++) await visit.Page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(visit.Part("said", "descent-map")).Not.ToContainTextAsync("ends at (3, 2)");

        await visit.Part("by-rates", "descent-map").CheckAsync();
        await Assertions.Expect(legend.Filter(new() { HasText = "flies off" })).ToBeVisibleAsync();
        await ClickAsync(visit, visit.Page.Locator(".stage.map .ground"), 0.5f, 0.03f);
        await Assertions.Expect(visit.Part("said", "descent-map")).ToContainTextAsync("flies off");
        await Assertions.Expect(visit.Part("outcome", "descent").Locator("strong")).ToHaveTextAsync("Diverging.");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Each_failure_is_one_click_from_its_cure()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=descent", Look.Phone);
        var headline = visit.Part("outcome", "descent").Locator("strong");
        var failures = visit.Panel("failures").Locator(".failure");
        foreach (var (name, seen, cured) in new[]
        {
            ("The rate is too large", "Diverging.", "Arrived."), ("A saddle", "At a saddle.", "Arrived."), ("A plateau", "On its way.", "On its way."),
            ("A kink", "At a kink.", "Arrived."), ("A dead ReLU", "On level ground.", "Arrived."),
        })
        {
            var failure = failures.Filter(new() { HasText = name });
            await failure.Locator("[data-part=see]").ClickAsync();
            await Assertions.Expect(headline).ToHaveTextAsync(seen);
            await Assertions.Expect(failure.Locator(".failure-now")).ToHaveTextAsync("shown above");
            await failure.Locator("[data-part=cure]").ClickAsync();
            await Assertions.Expect(failure.Locator(".failure-now")).ToHaveTextAsync("cured");
            await Assertions.Expect(headline).ToHaveTextAsync(cured);
            if (name is "A plateau") await Assertions.Expect(visit.Part("summary", "descent")).ToContainTextAsync("Best value: 0.01122");
        }

        await failures.Filter(new() { HasText = "Cancellation" }).Locator("[data-part=see]").ClickAsync();
        await Assertions.Expect(visit.Part("methods", "derivative").Locator("tr").First).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    private static async Task ClickAsync(Visit visit, ILocator ground, float across, float down)
    {
        await ground.ScrollIntoViewIfNeededAsync();
        var box = (await ground.BoundingBoxAsync())!;
        await visit.Page.Mouse.ClickAsync(box.X + (box.Width * across), box.Y + (box.Height * down));
    }
}
