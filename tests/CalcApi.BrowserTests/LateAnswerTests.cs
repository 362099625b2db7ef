using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Answers that come late: to a question that is no longer asked they say nothing, neither beside what was typed since nor mixed with it.</summary>
public sealed class LateAnswerTests(Site site)
{
    [Fact]
    public async Task An_expression_that_is_still_computed_does_not_move_a_point_that_was_moved_since()
    {
        await using var visit = await site.VisitAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        var held = await Held.BeginAsync(visit, "evaluate");
        await visit.Part("p").FillAsync("2+3");
        await held.AskedAsync();
        await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Point P" }).First.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Part("p")).Not.ToHaveValueAsync("2+3", new() { Timeout = 10_000 });
        await held.ReleaseAsync();
        await Assertions.Expect(visit.Part("p")).Not.ToHaveValueAsync("5");

        // Nobody has moved it since: it comes, even to a field that was left.
        var late = await Held.BeginAsync(visit, "evaluate");
        await visit.Part("p").FillAsync("4/2");
        await late.AskedAsync();
        await visit.Part("q").FocusAsync();
        await late.ReleaseAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("7");
        await Assertions.Expect(visit.Part("p")).ToHaveValueAsync("2");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_constant_that_is_still_computed_does_not_reach_the_next_function()
    {
        await using var visit = await site.VisitAsync("a*x^2", "d=a~2&p=1~2");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("2");
        var held = await Held.BeginAsync(visit, "evaluate");
        await visit.Page.GetByLabel("Value of a", new() { Exact = true }).FillAsync("7/2");
        await held.AskedAsync();
        await visit.TypeAsync("x^2");
        await held.ReleaseAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("1");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("f=x", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("d=", visit.Link, StringComparison.Ordinal);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_verdict_stands_beside_what_was_judged_alone()
    {
        await using var visit = await site.VisitAsync("x^3", "ch=derivative");
        var (claim, mark) = (visit.Part("claim", "gradient-check"), visit.Part("mark", "gradient-check"));
        await claim.FillAsync("3x^2");
        await Assertions.Expect(mark).ToContainTextAsync("right");
        var held = await Held.BeginAsync(visit, "gradient-check");
        await claim.FillAsync("2x");
        await Assertions.Expect(mark).ToBeEmptyAsync();
        await held.AskedAsync();
        await claim.FillAsync("3x^2 + 0");
        await held.ReleaseAsync();
        await Assertions.Expect(mark).ToContainTextAsync("right");
        await Assertions.Expect(visit.Part("verdict", "gradient-check")).Not.ToContainTextAsync("wrong");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_polynomial_keeps_its_order_until_the_next_one_has_come_and_fades_meanwhile()
    {
        await using var visit = await site.VisitAsync("exp(x)", "ch=derivative&p=0~1&to=2");
        var taylor = visit.Panel("taylor");
        await Visit.ReachAsync(taylor, taylor.Locator(".taylor-error"));
        var formula = taylor.Locator(".taylor-formula").First;
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", new Regex("^T_\\{2\\}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var held = await Held.BeginAsync(visit, "taylor");
        await taylor.Locator("#taylor-order").PressAsync("ArrowRight");
        await held.AskedAsync();
        await Assertions.Expect(taylor).ToHaveClassAsync(new Regex("\\blate\\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.StartsWith("T_{2}", await formula.GetAttributeAsync("data-latex"), StringComparison.Ordinal);
        await held.ReleaseAsync();
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", new Regex("^T_\\{3\\}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(taylor).Not.ToHaveClassAsync(new Regex("\\blate\\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.IsQuiet();
    }

    [Fact]
    public async Task Uphill_is_that_of_the_point_where_it_was_asked_for()
    {
        await using var visit = await site.VisitAsync("x^2 + 4y^2", "ch=direction&at=x~1!y~1");
        await Assertions.Expect(visit.Part("steepest", "direction")).ToHaveTextAsync("8.24621");
        var held = await Held.BeginAsync(visit, "directional-derivative");
        await visit.Panel("direction").GetByLabel("Value of y").FillAsync("0");
        await held.AskedAsync();
        await visit.Part("uphill", "direction").ClickAsync();
        await held.ReleaseAsync();
        await Assertions.Expect(visit.Panel("direction").GetByLabel("Steps along y")).ToHaveValueAsync("0");
        await Assertions.Expect(visit.Panel("direction").GetByLabel("Steps along x")).ToHaveValueAsync("1");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_run_is_never_told_under_the_name_of_another_rule()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "ch=descent&s=x~3!y~1&o=sgd&r=0.1&n=5&rs=[[\"momentum\",0.1]]");
        var finish = visit.Part("finish", "descent");
        await Assertions.Expect(finish).ToContainTextAsync("Momentum");
        var before = await finish.TextContentAsync();
        var held = await Held.BeginAsync(visit, "descent/compare");
        await visit.Part("rate", "descent").FillAsync("300");
        await held.AskedAsync();
        await visit.Part("rule", "descent").SelectOptionAsync("adam");
        await held.ReleaseAsync();
        await Assertions.Expect(finish).ToContainTextAsync("Adam");
        await Assertions.Expect(finish).Not.ToHaveTextAsync(before ?? "");
        visit.IsQuiet();
    }

    /// <summary>A route whose first answer waits until it is let go.</summary>
    private sealed class Held
    {
        private readonly TaskCompletionSource _asked = new(), _free = new(), _done = new();

        public static async Task<Held> BeginAsync(Visit visit, string route)
        {
            var held = new Held();
            await visit.Page.RouteAsync($"**/api/v1/{route}", async asked =>
            {
                held._asked.TrySetResult();
                await held._free.Task;
                try
                {
                    await asked.ContinueAsync();
                }
                catch (PlaywrightException)
                {
                    // The page has called it off.
                }

                held._done.TrySetResult();
            });
            return held;
        }

        public Task AskedAsync() => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        public async Task ReleaseAsync()
        {
            _free.TrySetResult();
            await _done.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await Task.Delay(150, TestContext.Current.CancellationToken); // what it brings would be shown by now
        }
    }
}
