using System.Collections.Concurrent;
using Microsoft.Playwright;
using IRequest = Microsoft.Playwright.IRequest;

namespace CalcApi.BrowserTests;

/// <summary>One visit to the page, which listens for everything the browser complains about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentDictionary<IRequest, string> _pending = new();

    private Visit(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Record(message);
        page.Request += (_, request) => _pending[request] = request.Url;
        page.RequestFinished += (_, request) => _pending.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => _pending.TryRemove(request, out var _);
        page.PageError += (_, error) => _complaints.Enqueue($"error: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _complaints.Enqueue($"request to elsewhere: {request.Url}");
        };
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>Addresses of the requests that are under way.</summary>
    public ICollection<string> Pending => _pending.Values;

    /// <summary>The address bar.</summary>
    public string Link => Page.Url;

    internal static async Task<Visit> BeginAsync(IBrowser browser, Uri link, Look look, Func<IPage, Task>? before)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = look.Touch,
            Locale = "en-GB",
        });
        var visit = new Visit(context, await context.NewPageAsync(), link);
        await visit.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        if (before is not null) await before(visit.Page);
        await visit.Page.GotoAsync(link.AbsoluteUri);
        return visit;
    }

    /// <summary>An element of the page, or of one of its panels, by its part.</summary>
    /// <param name="name">The part.</param>
    /// <param name="panel">The panel it belongs to.</param>
    public ILocator Part(string name, string? panel = null) =>
        (panel is null ? Page.Locator("body") : Panel(panel)).Locator($"[data-part='{name}']").First;

    /// <summary>A panel by the word of its route.</summary>
    public ILocator Panel(string name) => Page.Locator($"[data-panel='{name}']");

    /// <summary>The field for the function.</summary>
    public ILocator Definition => Page.Locator("#definition");

    /// <summary>Replaces the function as a person does.</summary>
    public async Task TypeAsync(string function)
    {
        await Definition.FillAsync("");
        await Definition.PressSequentiallyAsync(function);
    }

    /// <summary>
    /// Puts a long text into a field at once, as pasting does. Filled in by the browser's own command it arrives line by line, each of which is laid out
    /// and told anew: 1,500 lines take eight seconds and more.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What it then holds.</param>
    public static Task PasteAsync(ILocator field, string text) => field.EvaluateAsync(
        """
        (field, text) => {
          field.focus();
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }
        """, text);

    /// <summary>Opens a chapter as a person does.</summary>
    /// <param name="title">Its title in the navigation.</param>
    public async Task ChapterAsync(string title)
    {
        var link = Page.GetByRole(AriaRole.Navigation, new() { Name = "Chapters" }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true });
        await link.ClickAsync();
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>The path of a curve, once it has been drawn.</summary>
    /// <param name="kind">function or derivative.</param>
    public async Task<DrawnPath> CurveAsync(string kind)
    {
        var path = Page.Locator($".stage.{kind} path.curve.{kind}");
        await Assertions.Expect(path).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        var ground = Page.Locator($".stage.{kind} .ground");
        return new DrawnPath(
            await path.GetAttributeAsync("d") ?? "",
            await NumberAsync(ground, "x"),
            await NumberAsync(ground, "width"));
    }

    /// <summary>From now on the page gets changed answers from a route, as from another service.</summary>
    /// <param name="route">The route, such as derivative.</param>
    /// <param name="change">From the answer's text to another.</param>
    public Task ChangeAnswerAsync(string route, Func<string, string> change) => Page.RouteAsync($"**/api/v1/{route}", async asked =>
    {
        var answer = await asked.FetchAsync();
        await asked.FulfillAsync(new() { Response = answer, Body = change(await answer.TextAsync()) });
    });

    /// <summary>From now on a route gives the given answer.</summary>
    /// <param name="route">The route, such as derivative/limit.</param>
    /// <param name="status">The status.</param>
    /// <param name="json">The answer.</param>
    public Task AnswerAsync(string route, int status, string json) => Page.RouteAsync($"**/api/v1/{route}", asked =>
        asked.FulfillAsync(new() { Status = status, ContentType = status == 200 ? "application/json" : "application/problem+json", Body = json }));

    /// <summary>Scrolls through the whole page and back to its top: what stands further down is asked for when it comes near. Each place is drawn before the next, for what is never drawn is never near.</summary>
    public Task ScrollThroughAsync() => Page.EvaluateAsync(
        """
        async () => {
          const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))));
          for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
            scrollTo(0, y);
            await drawn();
          }
          scrollTo(0, 0);
          await drawn();
        }
        """);

    /// <summary>Goes to a panel further down until it has said something: what stands above it may still grow, and push it away.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="said">What it says first.</param>
    public static async Task ReachAsync(ILocator panel, ILocator said)
    {
        for (var look = 0; look < 100 && string.IsNullOrWhiteSpace(await said.TextContentAsync()); look++)
        {
            await panel.ScrollIntoViewIfNeededAsync();
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Where an element stands on the screen once nothing pushes it about any more: a finger aims at what it sees.</summary>
    /// <param name="element">The element.</param>
    public static async Task<LocatorBoundingBoxResult> AtRestAsync(ILocator element)
    {
        LocatorBoundingBoxResult? before = null;
        for (var look = 0; look < 100; look++)
        {
            await element.ScrollIntoViewIfNeededAsync();
            var now = await element.BoundingBoxAsync() ?? throw new InvalidOperationException("It isn't shown.");
            if (before is not null && (now.X, now.Y, now.Width, now.Height) == (before.X, before.Y, before.Width, before.Height)) return now;
            before = now;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It never comes to rest.");
    }

    /// <summary>Drags an element by some pixels, with the mouse.</summary>
    public async Task DragAsync(ILocator element, float across, float down)
    {
        var box = await AtRestAsync(element);
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Page.Mouse.MoveAsync(x, y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(x + across, y + down, new() { Steps = 8 });
        await Page.Mouse.UpAsync();
    }

    /// <summary>Fails if the browser wrote to its console, a policy was violated, or another server was asked.</summary>
    public void IsQuiet() => Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Record(IConsoleMessage message)
    {
        // Drawn in software, a browser's own driver notes how long it takes to read back what was drawn in three dimensions.
        if (message.Text.Contains("GL Driver Message (OpenGL, Performance", StringComparison.Ordinal)) return;
        _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
    }

    private static async Task<double> NumberAsync(ILocator element, string attribute) =>
        double.Parse(await element.GetAttributeAsync(attribute) ?? "", System.Globalization.CultureInfo.InvariantCulture);
}
