using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class FunctionTests(Site site)
{
    [Theory]
    [InlineData("x^3", "3", "27")]
    [InlineData("2x^2 - x", "3", "11")]
    [InlineData("h(b) = b^2; f(t) = h(t + 1)", "4", "8")]
    public async Task Shows_the_derivative_of_what_is_typed(string function, string slopeAtOne, string slopeAtThree)
    {
        await using var visit = await site.VisitAsync(fragment: "ch=derivative");
        await visit.TypeAsync(function);

        await Assertions.Expect(visit.Part("p-d")).ToHaveTextAsync(slopeAtOne);
        await Assertions.Expect(visit.Part("q-d")).ToHaveTextAsync(slopeAtThree);
        await Assertions.Expect(visit.Part("formula").Locator(".katex")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Typesets_the_function_and_its_derivative()
    {
        await using var visit = await site.VisitAsync(fragment: "ch=derivative");

        await Assertions.Expect(visit.Part("typeset").Locator(".katex-html").First).ToContainTextAsync("f(x)=x2+3");
        await Assertions.Expect(visit.Part("formula").Locator(".katex-html").First).ToContainTextAsync("f′(x)=2x");
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("x^2 + sinn(x)", "sinn", "sin")]
    [InlineData("(x + 1) * cosh2(x) - 1", "cosh2", "cosh")]
    public async Task Underlines_exactly_what_it_cannot_read(string function, string underlined, string proposed)
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync(function);

        var mark = visit.Part("mirror").Locator("mark.wrong");
        await Assertions.Expect(mark).ToHaveTextAsync(underlined);
        await Assertions.Expect(visit.Part("said")).ToContainTextAsync(proposed);
        Assert.True(await LiesUnderAsync(visit, function.IndexOf(underlined, StringComparison.Ordinal), underlined.Length));
        visit.IsQuiet();
    }

    [Fact]
    public async Task Marks_the_end_where_something_is_missing_and_forgets_it_when_it_is_typed()
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync("x^2 +");
        await Assertions.Expect(visit.Part("mirror").Locator("mark.wrong")).ToHaveCountAsync(1);

        await visit.Definition.PressSequentiallyAsync(" 1");
        await Assertions.Expect(visit.Part("said")).ToHaveTextAsync("");
        await Assertions.Expect(visit.Part("mirror").Locator("mark")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Offers_two_readings_side_by_side_and_takes_the_other()
    {
        await using var visit = await site.VisitAsync("1/2x");
        var readings = visit.Part("readings").Locator(".reading");
        await Assertions.Expect(readings).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("0.5");
        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("1.5");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it as" }).ClickAsync();

        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("0.166667");
        await Assertions.Expect(visit.Part("readings")).ToBeHiddenAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task Two_readings_that_look_alike_are_no_choice()
    {
        await using var visit = await site.VisitAsync("x(x+1)");
        await Assertions.Expect(visit.Part("readings")).ToContainTextAsync("this is a product and not a call");
        await Assertions.Expect(visit.Part("readings").Locator(".reading")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Every_example_of_the_gallery_can_be_shown()
    {
        await using var visit = await site.VisitAsync();
        var opener = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Examples" });
        var examples = visit.Part("gallery").GetByRole(AriaRole.Button);
        await opener.ClickAsync();
        await Assertions.Expect(examples.First).ToBeVisibleAsync();
        var count = await examples.CountAsync();
        Assert.True(count >= 40, $"There are {count} examples.");
        Assert.Equal(count, await visit.Part("gallery").Locator("button:has(strong:not(:empty)):has(.katex):has(.card-words:not(:empty))").CountAsync());

        for (var i = 0; i < count; i++)
        {
            if (i > 0) await opener.ClickAsync();
            await examples.Nth(i).ClickAsync();
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
            await Assertions.Expect(visit.Page.Locator(".panel .katex:visible, .panel .outcome:visible, [data-panel=graph]:visible, .chapter-closed:visible").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator(".panel:visible .refusal, .said.wrong")).ToHaveCountAsync(0);
            await Assertions.Expect(visit.Page.Locator(".panel:visible path.curve.function[d^=M], .panel:visible path.region[d^=M], .matrix-formulas:visible .numbers, [data-panel=graph]:visible, .stage-box:visible, .chapter-closed:visible").First).ToBeAttachedAsync();
        }

        visit.IsQuiet();
    }

    [Theory]
    [InlineData("3 + 4", "7")]
    [InlineData("exp(0)/4", "0.25")]
    public async Task A_constant_has_a_value_and_no_picture(string function, string value)
    {
        await using var visit = await site.VisitAsync(function);

        await Assertions.Expect(visit.Part("value", "constant")).ToHaveTextAsync(value);
        await Assertions.Expect(visit.Page.Locator(".stage:visible")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\\href{javascript:alert(1)}{x}")]
    [InlineData("x\"><script>alert(1)</script>")]
    public async Task Nothing_that_is_typed_becomes_a_part_of_the_page(string text)
    {
        await using var visit = await site.VisitAsync(text);

        await Assertions.Expect(visit.Part("said")).Not.ToHaveTextAsync("");
        await Assertions.Expect(visit.Page.Locator("main img, main script, main a[href^=javascript]")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    /// <summary>Whether the mark lies where the field's own characters are: a monospaced face, so each is as wide as the next.</summary>
    private static Task<bool> LiesUnderAsync(Visit visit, int start, int length) => visit.Page.EvaluateAsync<bool>(
        """
        ([start, length]) => {
          const field = document.querySelector('#definition');
          const style = getComputedStyle(field);
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const left = field.getBoundingClientRect().left + parseFloat(style.paddingLeft);
          const mark = document.querySelector('mark.wrong').getBoundingClientRect();
          const width = pen.measureText(field.value.slice(0, start)).width;
          const marked = pen.measureText(field.value.slice(start, start + length)).width;
          return Math.abs(mark.left - left - width) < 1.5 && Math.abs(mark.width - marked) < 1.5;
        }
        """,
        new[] { start, length });
}
