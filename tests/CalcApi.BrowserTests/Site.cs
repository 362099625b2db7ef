using System.Net;
using CalcApi.BrowserTests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace CalcApi.BrowserTests;

/// <summary>The service at a port of its own, and one browser for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    // Chromium without a window's frame comes first: the same engine, and half the work a page.
    private static readonly string[] BrowserNames = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // A busy machine is not the page's fault: how long an answer takes decides nothing.
    private const float LongestWait = 30_000;

    private readonly WebApplicationFactory<Program> _service = new Service();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the page is.</summary>
    public Uri Address => _service.ClientOptions.BaseAddress;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWait);
        _service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        _service.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindBrowser(), Args = BrowserArguments, Headless = true });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _service.DisposeAsync();
    }

    /// <summary>Opens the page in a browser context of its own.</summary>
    /// <param name="function">What is typed before the page is opened, by its link; the page's first function where it is left out.</param>
    /// <param name="fragment">More of the link, such as <c>p=1~2</c>.</param>
    /// <param name="look">The screen; a desk by default.</param>
    public Task<Visit> VisitAsync(string? function = null, string fragment = "", Look? look = null)
    {
        var link = function is null && fragment.Length == 0
            ? Address
            : new Uri(Address, $"#v=1&{(function is null ? "" : $"f={Uri.EscapeDataString(function)}&")}{fragment}");
        return Visit.BeginAsync(_browser!, link, look ?? Look.Desk);
    }

    private static string FindBrowser()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return BrowserNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"No browser on the PATH: the browser tests need one of {string.Join(", ", BrowserNames)}. On Debian: apt-get install chromium-headless-shell fonts-dejavu-core.");
    }

    private sealed class Service : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Logging:LogLevel:Default", "Warning")
            // Pages ask at the same time; none of the tests is about the queue.
            .UseSetting("Limits:QueuePerSlot", "1000")
            .UseSetting("Limits:QueueMilliseconds", "60000")
            // Nor about wall time, which only backs up the budgets.
            .UseSetting("Limits:QuickSeconds", "600");
    }
}
