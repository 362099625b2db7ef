using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class StepsTests(Site site)
{
    [Fact]
    public async Task The_steps_unfold_under_the_derivative_and_are_asked_for_only_then()
    {
        await using var visit = await site.VisitAsync("x^2*sin(3x)", "ch=derivative");
        var asked = 0;
        visit.Page.Request += (_, request) => asked += request.PostData?.Contains("\"steps\"", StringComparison.Ordinal) == true ? 1 : 0;
        await Assertions.Expect(visit.Part("formula", "derivative").Locator(".katex").First).ToBeVisibleAsync();
        Assert.Equal(0, asked);

        await UnfoldAsync(visit);

        var lines = Lines(visit);
        await Assertions.Expect(lines).ToHaveCountAsync(3);
        await Assertions.Expect(lines.First.Locator(".line-formula").First).ToHaveAttributeAsync("data-latex", @"\displaystyle \frac{d}{dx}\left[x^{2} \sin\left(3 x\right)\right]");
        await Assertions.Expect(lines.First.Locator(".why strong")).ToHaveTextAsync("Product rule");
        await Assertions.Expect(lines.Last.Locator(".line-formula").Last).ToHaveAttributeAsync("data-latex", await AnswerAsync(visit));
        Assert.Equal(1, asked);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Every_line_has_a_mark_that_says_how_it_was_checked()
    {
        await using var visit = await site.VisitAsync("x^2*sin(3x)", "ch=derivative");
        await UnfoldAsync(visit);
        await Assertions.Expect(Lines(visit)).ToHaveCountAsync(3);

        await Assertions.Expect(Lines(visit).GetByRole(AriaRole.Img, new() { Name = "Equal by identity" })).ToHaveCountAsync(3);
    }

    [Theory]
    [InlineData("0.25", "Do not rely on this line")]
    [InlineData("\"NaN\"", "Not checked")]
    [InlineData("2e-16", "off by at most 2×10⁻¹⁶")]
    public async Task A_line_that_was_not_proved_says_so(string residual, string words)
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await visit.ChangeAnswerAsync("derivative", text => text.Replace("\"residual\":0", $"\"residual\":{residual}", StringComparison.Ordinal));
        await UnfoldAsync(visit);

        await Assertions.Expect(Lines(visit).GetByRole(AriaRole.Img, new() { Name = words }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Steps_behind_a_step_unfold_in_place_by_keyboard()
    {
        await using var visit = await site.VisitAsync("x^2*sin(3x)", "ch=derivative");
        await UnfoldAsync(visit);
        var behind = Lines(visit).Nth(1).Locator("summary").First;
        await Assertions.Expect(behind).ToHaveTextAsync("The 2 steps behind it");
        await behind.FocusAsync();
        await behind.PressAsync("Enter");

        var nested = Lines(visit).Nth(1).Locator(".derivation").First.Locator("> .line");
        await Assertions.Expect(nested.Locator(".why strong")).ToHaveTextAsync(["Power rule", "Chain rule"]);
        await nested.Nth(1).Locator("summary").ClickAsync();
        await Assertions.Expect(nested.Nth(1).Locator(".derivation > .line")).ToHaveCountAsync(3);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Open_steps_follow_the_function()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await UnfoldAsync(visit);
        await Assertions.Expect(Lines(visit).Last.Locator(".line-formula").Last).ToHaveAttributeAsync("data-latex", @"\displaystyle 2 x");

        await visit.TypeAsync("x^3 + x^5");

        await Assertions.Expect(visit.Part("formula", "derivative")).ToHaveAttributeAsync("data-latex", @"f'(x) = 5 x^{4} + 3 x^{2}");
        await Assertions.Expect(Lines(visit).First.Locator(".why strong")).ToHaveTextAsync("Sum rule");
        await Assertions.Expect(Lines(visit).Last.Locator(".line-formula").Last).ToHaveAttributeAsync("data-latex", await AnswerAsync(visit));
    }

    [Fact]
    public async Task The_steps_are_walked_one_at_a_time_by_button_and_key()
    {
        await using var visit = await site.VisitAsync("x^2*sin(3x)", "ch=derivative");
        await UnfoldAsync(visit);
        var walk = visit.Part("steps", "derivative");
        var counter = walk.Locator(".counter");
        await Assertions.Expect(counter).ToHaveTextAsync("step 3 of 3");

        await walk.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Assertions.Expect(counter).ToHaveTextAsync("step 2 of 3");
        await Assertions.Expect(Lines(visit).Nth(2)).ToBeHiddenAsync();
        await Assertions.Expect(walk.GetByRole(AriaRole.Status).Filter(new() { HasText = "Step 2 of 3. Put the parts together." })).ToHaveCountAsync(1);

        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(counter).ToHaveTextAsync("step 1 of 3");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(counter).ToHaveTextAsync("step 2 of 3");
        // The visitor asked for less motion: the whole walk is shown at once.
        await walk.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(counter).ToHaveTextAsync("step 3 of 3");
        await Assertions.Expect(Lines(visit).Nth(2)).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_partial_derivative_holds_the_other_variables_still_and_lets_them_go_again()
    {
        await using var visit = await site.VisitAsync("x^2*y + sin(x*y)");
        var partial = visit.Part("partials", "gradient").Locator("> li").First;
        await partial.Locator("summary").First.ClickAsync();

        var lines = partial.Locator(".walk .lines > .derivation > .line");
        await Assertions.Expect(lines.First.Locator(".why")).ToContainTextAsync("b = y");
        await Assertions.Expect(lines.First.Locator(".line-formula").Last).ToHaveAttributeAsync("data-latex", @"\displaystyle b x^{2} + \sin\left(b x\right)");
        await Assertions.Expect(partial.Locator("[data-rule=unfreeze]")).ToHaveCountAsync(1);
        await Assertions.Expect(lines.Last.Locator(".line-formula").Last).ToHaveAttributeAsync("data-latex", @"\displaystyle y \, \left(2 x + \cos\left(x y\right)\right)");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Steps_can_be_asked_for_by_a_program()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await visit.Panel("derivative").GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();
        await visit.Part("call").SelectOptionAsync("POST derivative (steps)");

        await Assertions.Expect(visit.Part("code")).ToContainTextAsync("\"steps\": true");
    }

    private static Task UnfoldAsync(Visit visit) => visit.Part("steps", "derivative").Locator("summary").First.ClickAsync();

    private static ILocator Lines(Visit visit) => visit.Part("steps", "derivative").Locator(".walk > .lines > .derivation > .line");

    /// <summary>The derivative's own formula, as a line writes it.</summary>
    private static async Task<string> AnswerAsync(Visit visit)
    {
        var formula = visit.Part("formula", "derivative");
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", new System.Text.RegularExpressions.Regex("= .", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        return (await formula.GetAttributeAsync("data-latex") ?? "").Replace(@"f'(x) = ", @"\displaystyle ", StringComparison.Ordinal);
    }
}
