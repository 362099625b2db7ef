using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A long training goes on without the page, and its link leads back to it.</summary>
public sealed class LongTrainingTests(Site site)
{
    // What the page calls it; a link that was made while it was computed has one.
    private const string Run = "ru=0123456789abcdef01234567";

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
            var begun = new List<string>();
            visit.Page.Response += async (_, response) => { if (response.Url.EndsWith("/runs", StringComparison.Ordinal)) begun.Add((await response.JsonAsync())!.Value.GetProperty("id").GetString()!); };
            await Assertions.Expect(visit.Part("left", "training")).ToContainTextAsync("this link leads back to it");
            await Assertions.Expect(visit.Part("cancel", "training")).ToBeVisibleAsync();
            // What it began with is there at once.
            await Assertions.Expect(visit.Panel("training").Locator(".training-picture .example").First).ToBeAttachedAsync();

            await visit.Page.ReloadAsync();
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('.training-player progress').value > 0.05");
            await service.DisposeAsync();
            service = await PublishedProcess.StartAsync(port, settings);

            await Assertions.Expect(visit.Part("outcome", "training")).ToContainTextAsync("All 100000 steps were done.", new() { Timeout = 120_000 });
            await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 100000 of 100000");
            await Assertions.Expect(visit.Part("cancel", "training")).ToBeHiddenAsync();
            Assert.Single(begun.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            await service.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
