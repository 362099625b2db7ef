using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A screen and its owner's preferences.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Touch">Whether it is touched.</param>
public sealed record Look(int Width, int Height, ColorScheme Scheme = ColorScheme.Light, bool Touch = false)
{
    /// <summary>A wide screen by day.</summary>
    public static Look Desk { get; } = new(1440, 900);

    /// <summary>A phone by day.</summary>
    public static Look Phone { get; } = new(390, 844, Touch: true);

    /// <summary>The same screen by night.</summary>
    public Look Dark => this with { Scheme = ColorScheme.Dark };
}
