using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>What was drawn on the canvas of a picture.</summary>
internal static class Ink
{
    // A copy is read, so that the page's own canvas stays what it is.
    private const string Copied = "const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true }); copy.drawImage(canvas, 0, 0); const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);";

    /// <summary>Waits until the trails of a picture have ink, and returns how many pixels have it.</summary>
    /// <param name="picture">The picture.</param>
    public static async Task<int> InkAsync(this ILocator picture)
    {
        await Assertions.Expect(picture.Locator("canvas.ways").First).ToBeAttachedAsync();
        for (var patience = 0; patience < 300; patience++)
        {
            var pixels = await picture.Locator("canvas.ways").First.EvaluateAsync<int>(
                $"(canvas) => {{ {Copied} let sum = 0; for (let i = 3; i < data.length; i += 4) if (data[i] > 0) sum++; return sum; }}");
            if (pixels > 0) return pixels;
            await Task.Delay(50);
        }

        return 0;
    }

    /// <summary>How many different colours the trails of a picture have, of those that cover many pixels fully.</summary>
    /// <param name="picture">The picture.</param>
    public static Task<int> ColoursAsync(this ILocator picture) => picture.Locator("canvas.ways").First.EvaluateAsync<int>(
        $"(canvas) => {{ {Copied} const seen = new Map(); for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) {{ const key = data[i] << 16 | data[i + 1] << 8 | data[i + 2]; seen.set(key, (seen.get(key) ?? 0) + 1); }} return [...seen.values()].filter((count) => count > 20).length; }}");
}
