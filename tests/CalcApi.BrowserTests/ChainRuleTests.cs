using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class ChainRuleTests(Site site)
{
    [Fact]
    public async Task A_composition_is_shown_in_boxes_with_the_value_of_each_stage()
    {
        await using var visit = await site.VisitAsync("sin(x^2)^3", "p=1~2&ch=chain-rule");
        var boxes = visit.Panel("chain-rule").Locator(".stage-box");

        await Assertions.Expect(boxes).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Panel("chain-rule").Locator(".stage-box .stage-box .stage-box .stage-core")).ToHaveCountAsync(1);
        await Assertions.Expect(boxes.First.Locator(".stage-formula").First).ToHaveAttributeAsync("data-latex", "y = v^{3}");
        await Assertions.Expect(visit.Panel("chain-rule").Locator(".stage-value")).ToHaveTextAsync(["0.59582", "0.84147", "1", "1"]);
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_walk_brings_out_one_stage_after_the_other()
    {
        await using var visit = await site.VisitAsync("sin(x^2)^3", "p=1~2&ch=chain-rule");
        var panel = visit.Panel("chain-rule");
        await Assertions.Expect(panel.Locator(".counter")).ToHaveTextAsync("step 1 of 7");
        await Assertions.Expect(panel.Locator(".stage-box.current")).ToHaveAttributeAsync("data-stage", "0");
        await Assertions.Expect(panel.Locator("[data-factor='1 0']")).ToBeHiddenAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();

        await Assertions.Expect(panel.Locator(".stage-box.current")).ToHaveAttributeAsync("data-stage", "1");
        await Assertions.Expect(panel.Locator("[data-factor='1 0']")).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("[data-factor='1 0'] .factor-value")).ToHaveTextAsync("0.5403");
        await visit.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(panel.Locator(".factors .whole")).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator(".factors .whole .factor-value")).ToHaveTextAsync("2.2954");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Both_notations_are_shown()
    {
        await using var visit = await site.VisitAsync("g(x) = x^2 + 1; h(u) = sqrt(u); f(x) = h(g(x))", "ch=chain-rule");

        await Assertions.Expect(visit.Part("leibniz", "chain-rule")).ToHaveAttributeAsync("data-latex", @"\displaystyle \frac{df}{dx} = \frac{dh}{dg} \frac{dg}{dx}");
        await Assertions.Expect(visit.Part("prime", "chain-rule")).ToHaveAttributeAsync("data-latex", @"\displaystyle f'\left(x\right) = h'\left(g\left(x\right)\right) g'\left(x\right)");
    }

    [Fact]
    public async Task Factors_that_vanish_are_bars_to_the_left()
    {
        await using var visit = await site.VisitAsync("tanh(tanh(tanh(6x)))", "p=1~2&ch=chain-rule");
        var bar = visit.Panel("chain-rule").Locator("[data-factor='1 0'] .factor-bar");

        await Assertions.Expect(bar).ToHaveClassAsync("factor-bar shrinks");
        var from = double.Parse(await bar.Locator(".bar").GetAttributeAsync("x") ?? "", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(from, 0, 20);
    }

    [Fact]
    public async Task Values_follow_P_and_the_walk_stays_where_it_is()
    {
        await using var visit = await site.VisitAsync("sin(x^2)", "p=1~2&ch=chain-rule");
        var panel = visit.Panel("chain-rule");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(panel.Locator(".counter")).ToHaveTextAsync("step 2 of 5");

        await visit.Page.EvaluateAsync("location.hash = location.hash.replace(/&p=[^&]*/, '&p=3~2')");

        await Assertions.Expect(panel.Locator("[data-factor='0 0'] .factor-value")).ToHaveTextAsync("6");
        await Assertions.Expect(panel.Locator(".counter")).ToHaveTextAsync("step 2 of 5");
        await Assertions.Expect(panel.Locator(".stage-box.current")).ToHaveAttributeAsync("data-stage", "1");
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("x^2 + 3")]
    [InlineData("x^2*y")]
    [InlineData("3 + 4")]
    public async Task What_is_not_a_composition_of_one_variable_has_no_such_panel(string function)
    {
        await using var visit = await site.VisitAsync("sin(x^2)", "ch=chain-rule");
        await Assertions.Expect(visit.Panel("chain-rule")).ToBeVisibleAsync();

        await visit.TypeAsync(function);

        await Assertions.Expect(visit.Panel("chain-rule")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_request_can_be_shown()
    {
        await using var visit = await site.VisitAsync("sin(x^2)", "ch=chain-rule");
        await visit.Panel("chain-rule").GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();

        await Assertions.Expect(visit.Part("code")).ToContainTextAsync("/api/v1/chain-rule");
    }
}
