using System.Net;
using CalcApi.BrowserTests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace CalcApi.BrowserTests;

/// <summary>The service as it is published, at a port of its own, and one browser for all tests.</summary>
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

    // Pages ask at the same time, and none of the tests is about the queue; nor about wall time, which only backs up the budgets.
    private static readonly (string, string)[] s_settings = [("Limits:QueuePerSlot", "1000"), ("Limits:QueueMilliseconds", "60000"), ("Limits:QuickSeconds", "600")];

    private readonly Lazy<AsBuilt> _asBuilt = new(static () => new AsBuilt());
    private PublishedProcess? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the page is.</summary>
    public Uri Address => _service!.Address;

    /// <summary>Where the page is served as it is written, file by file, for those who develop it.</summary>
    public Uri AddressAsWritten => _asBuilt.Value.ClientOptions.BaseAddress;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWait);
        _service = await PublishedProcess.StartAsync(PublishedProcess.FreePort(), s_settings);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindBrowser(), Args = BrowserArguments, Headless = true });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null) await _service.DisposeAsync();
        if (_asBuilt.IsValueCreated) await _asBuilt.Value.DisposeAsync();
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
        return FollowAsync(link, look);
    }

    /// <summary>Opens a link in a browser context of its own.</summary>
    /// <param name="link">To the page of this service or of another one.</param>
    /// <param name="look">The screen; a desk by default.</param>
    /// <param name="before">What happens to the empty page before it goes there.</param>
    public Task<Visit> FollowAsync(Uri link, Look? look = null, Func<IPage, Task>? before = null) => Visit.BeginAsync(_browser!, link, look ?? Look.Desk, before);

    private static string FindBrowser()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return BrowserNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"No browser on the PATH: the browser tests need one of {string.Join(", ", BrowserNames)}. On Debian: apt-get install chromium-headless-shell fonts-dejavu-core.");
    }

    private sealed class AsBuilt : WebApplicationFactory<Program>
    {
        public AsBuilt()
        {
            UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
            StartServer();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }
}
