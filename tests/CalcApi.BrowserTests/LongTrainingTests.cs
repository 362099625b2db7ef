using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A long training goes on without the page, and its link leads back to it.</summary>
public sealed partial class LongTrainingTests(Site site)
{
    // A link that leads to a run which is kept no more: the training is one from the first.
    private const string Run = "ru=00000000000000000000000000000000-00000000";

    [Fact]
    public async Task A_long_training_survives_a_reload_and_a_restart_of_the_service()
    {
        var folder = Directory.CreateTempSubdirectory("runs");
        var port = PublishedProcess.FreePort();
        (string, string)[] settings = [("Runs:Folder", folder.FullName)];
        var service = await PublishedProcess.StartAsync(port, settings);
        try
        {
            await using var visit = await site.FollowAsync(new Uri(service.Address, $"#v=1&ch=training&nn=%7B%22steps%22%3A%22100000%22%7D&{Run}"));
            await Assertions.Expect(visit.Part("left", "training")).ToContainTextAsync("this link leads back to it");
            await Assertions.Expect(visit.Part("cancel", "training")).ToBeVisibleAsync();
            // What it began with is there at once.
            await Assertions.Expect(visit.Panel("training").Locator(".training-picture .example").First).ToBeAttachedAsync();

            await Assertions.Expect(visit.Page).ToHaveURLAsync(Found());
            var begun = new ConcurrentQueue<string>();
            visit.Page.Request += (_, request) =>
            {
                if (request.Url.EndsWith("/runs", StringComparison.Ordinal)) begun.Enqueue(request.Headers["idempotency-key"]);
            };
            await visit.Page.ReloadAsync();
            // Here it can still be cancelled; somebody else could only stop waiting.
            await Assertions.Expect(visit.Part("cancel", "training")).ToHaveTextAsync("Cancel");
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('.training-player progress').value > 0.05");
            await service.DisposeAsync();
            service = await PublishedProcess.StartAsync(port, settings);

            await Assertions.Expect(visit.Part("outcome", "training")).ToContainTextAsync("All 100000 steps were done.", new() { Timeout = 120_000 });
            await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 100000 of 100000");
            await Assertions.Expect(visit.Part("cancel", "training")).ToBeHiddenAsync();
            Assert.Empty(begun);
        }
        finally
        {
            await service.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"ru=0{32}-0{8}\.[0-9a-f]{32}-[0-9a-f]{8}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Found();
}
