using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class DirectionTests(Site site)
{
    [Fact]
    public async Task An_arrow_is_turned_by_mouse_and_by_keys_and_the_slope_follows()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "at=x~1!y~2&dir=x~2!y~1&ch=direction");
        var slope = visit.Part("unit-slope");
        await Assertions.Expect(visit.Part("raw")).ToHaveTextAsync("8");
        await Assertions.Expect(visit.Part("terms").Locator("td.term")).ToHaveTextAsync(["4", "4", "8"]);
        await Assertions.Expect(slope).ToHaveTextAsync("3.57771");
        await Assertions.Expect(visit.Part("steepest")).ToHaveTextAsync("4.47214");
        await Assertions.Expect(visit.Page.Locator(".polar-up")).ToHaveAttributeAsync("d", DrawnPath.SomePath());

        var arrow = visit.Page.Locator(".direction-map").GetByRole(AriaRole.Slider, new() { Name = "Direction" });
        await visit.DragAsync(arrow, -60, -60);
        await Assertions.Expect(slope).Not.ToHaveTextAsync("3.57771");

        await visit.Part("level").ClickAsync();
        await Assertions.Expect(slope).ToHaveTextAsync("0");
        await Assertions.Expect(visit.Part("said", "direction")).ToContainTextAsync("the ground is level");
        await visit.Part("uphill").ClickAsync();
        await Assertions.Expect(slope).ToHaveTextAsync("4.47214");
        await Assertions.Expect(arrow).ToHaveAttributeAsync("aria-valuenow", "63");

        await arrow.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(arrow).ToHaveAttributeAsync("aria-valuenow", "64");
        var polar = visit.Page.Locator(".polar").GetByRole(AriaRole.Slider);
        await polar.FocusAsync();
        await visit.Page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(polar).ToHaveAttributeAsync("aria-valuenow", "74");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_finger_turns_the_arrow_in_the_polar_plot()
    {
        await using var visit = await site.VisitAsync("x*y", "at=x~1!y~1&ch=direction", Look.Phone);
        await Assertions.Expect(visit.Page.Locator(".polar-up")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        var ground = visit.Page.Locator(".polar-ground");
        await ground.ScrollIntoViewIfNeededAsync();
        var box = await Visit.AtRestAsync(ground);

        await visit.Page.Touchscreen.TapAsync(box.X + (box.Width / 2), box.Y + box.Height - 8); // opposite to the gradient, which is at the top
        await Assertions.Expect(visit.Part("said", "direction")).ToContainTextAsync("straight downhill");
        await Assertions.Expect(visit.Part("unit-slope")).ToHaveTextAsync("−1.41421");
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Two_steps_in_x_three_in_y_one_back_in_z_add_up()
    {
        await using var visit = await site.VisitAsync("x^2*y + z^3", "at=x~1!y~2!z~1&ch=direction");
        await Assertions.Expect(visit.Part("walk", "direction")).ToHaveTextAsync("Two steps in x, three in y and one back in z.");
        await Assertions.Expect(visit.Part("terms").Locator("td.term")).ToHaveTextAsync(["8", "3", "−3", "8"]);
        await Assertions.Expect(visit.Page.Locator(".direction-map:visible, .polar:visible")).ToHaveCountAsync(0);

        var back = visit.Page.GetByLabel("Steps along z");
        await back.FillAsync("0");
        await Assertions.Expect(visit.Part("terms").Locator("td.term")).ToHaveTextAsync(["8", "3", "0", "11"]);
        await Assertions.Expect(visit.Part("walk", "direction")).ToHaveTextAsync("Two steps in x and three in y; z stands still.");

        await visit.Part("steps", "direction").Locator("> summary").ClickAsync();
        await Assertions.Expect(visit.Part("steps", "direction").Locator(".line[data-rule='dot-product']")).ToBeVisibleAsync();
        // The address follows after a moment.
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("dir=x(?:~|%7E)2(?:!|%21)y(?:~|%7E)3(?:!|%21)z(?:~|%7E)0", RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.IsQuiet();
    }

    [Fact]
    public async Task Ten_variables_have_a_field_and_a_term_each()
    {
        await using var visit = await site.VisitAsync("a + 2b + 3c + 4d + 5g + 6h + 7k + 8m + 9n + 10p", "ch=direction");
        await Assertions.Expect(visit.Part("terms").Locator("tr")).ToHaveCountAsync(11);
        await visit.Page.GetByLabel("Steps along p").FillAsync("1");
        await Assertions.Expect(visit.Part("raw")).ToHaveTextAsync("15"); // 2·1 + 3·2 − 1·3 + 1·10
        visit.IsQuiet();
    }
}
