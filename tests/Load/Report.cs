using System.Globalization;

namespace Load;

/// <summary>The figures of a scenario, and which of them must hold.</summary>
/// <param name="scenario">Its name.</param>
internal sealed class Report(string scenario)
{
    private readonly List<string> _lines = [];
    private bool _holds = true;

    /// <summary>A figure that only informs.</summary>
    public void Say(string name, double value, string unit) => _lines.Add(Line(name, value, unit, ""));

    /// <summary>A figure that must not be above a limit.</summary>
    public void AtMost(string name, double value, double limit, string unit)
    {
        var holds = value <= limit;
        _holds &= holds;
        _lines.Add(Line(name, value, unit, string.Create(CultureInfo.InvariantCulture, $"{(holds ? "holds" : "FAILS")}: at most {limit:G4}")));
    }

    /// <summary>A figure that must not be below a limit.</summary>
    public void AtLeast(string name, double value, double limit, string unit)
    {
        var holds = value >= limit;
        _holds &= holds;
        _lines.Add(Line(name, value, unit, string.Create(CultureInfo.InvariantCulture, $"{(holds ? "holds" : "FAILS")}: at least {limit:G4}")));
    }

    /// <summary>Prints the figures.</summary>
    /// <returns>Whether all hold.</returns>
    public bool Print()
    {
        foreach (var line in _lines) Console.WriteLine(line);
        return _holds;
    }

    private string Line(string name, double value, string unit, string verdict) =>
        string.Create(CultureInfo.InvariantCulture, $"{scenario,-9} {name,-52} {value,12:G5} {unit,-6} {verdict}");
}
