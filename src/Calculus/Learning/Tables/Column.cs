using System.Globalization;

namespace Calculus.Learning.Tables;

/// <summary>One column of a table: numbers, or texts that may be numbers.</summary>
internal sealed class Column
{
    private const int LongestShown = 40;

    private readonly double[]? _numbers;
    private readonly string[]? _texts;
    private readonly Func<int, string> _place;

    /// <summary>A column of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="numbers">The entries, all finite; not to be written to.</param>
    public Column(string name, double[] numbers)
        : this(name, numbers, null, PlaceOfRow)
    {
    }

    /// <summary>A column of texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">The entries; not to be written to.</param>
    public Column(string name, string[] texts)
        : this(name, null, texts, PlaceOfRow)
    {
    }

    /// <summary>A column of texts from a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">The entries.</param>
    /// <param name="place">What people call the place of an entry.</param>
    /// <param name="mark">What separates whole numbers from fractions.</param>
    internal Column(string name, string[] texts, Func<int, string> place, DecimalMark mark)
        : this(name, null, texts, place) => Mark = mark;

    private Column(string name, double[]? numbers, string[]? texts, Func<int, string> place) => (Name, _numbers, _texts, _place) = (name, numbers, texts, place);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How many entries it has.</summary>
    public int Count => _numbers?.Length ?? _texts!.Length;

    /// <summary>What separates whole numbers from fractions in its texts.</summary>
    internal DecimalMark Mark { get; } = DecimalMark.Point;

    /// <summary>Whether it has entries that are not numbers, and none that is a number with a fraction: then it can only be meant as labels.</summary>
    internal bool HasOnlyLabels
    {
        get
        {
            var hasTexts = false;
            foreach (var text in _texts ?? [])
            {
                if (!Mark.TryRead(text, out var number)) hasTexts = true;
                else if (number != Math.Truncate(number)) return false;
            }

            return hasTexts;
        }
    }

    /// <summary>The entries as numbers.</summary>
    /// <param name="faults">Receives the entries that are not finite numbers.</param>
    internal double[] Numbers(Faults faults)
    {
        if (_numbers is not null) return _numbers;
        var numbers = new double[_texts!.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(_texts[i])) faults.Add($"{Place(i)} is empty; a number is expected.");
            else if (!Mark.TryRead(_texts[i], out numbers[i])) faults.Add($"{Place(i)} is {Shown(_texts[i])}, which is not a number{Hint(_texts[i])}.");
            else if (!double.IsFinite(numbers[i])) faults.Add($"{Place(i)} is {Shown(_texts[i])}, which is not a finite number.");
        }

        return numbers;
    }

    /// <summary>The entries as names of classes: whole numbers as numbers, whatever is written otherwise as texts.</summary>
    /// <param name="faults">Receives the entries that cannot name a class.</param>
    internal Label[] Labels(Faults faults)
    {
        var labels = new Label[Count];
        var numbers = _numbers ?? NumbersIfAll();
        for (var i = 0; i < labels.Length; i++)
        {
            if (numbers is null)
            {
                if (string.IsNullOrWhiteSpace(_texts![i])) faults.Add($"{Place(i)} is empty; the name of a class is expected.");
                labels[i] = new(0, _texts[i].Trim());
            }
            else
            {
                if (numbers[i] != Math.Truncate(numbers[i]) || !double.IsFinite(numbers[i])) faults.Add($"{Place(i)} is {numbers[i].ToString(CultureInfo.InvariantCulture)}; classes are named by whole numbers or by texts.");
                labels[i] = new(numbers[i], null);
            }
        }

        return labels;
    }

    private double[]? NumbersIfAll()
    {
        var numbers = new double[_texts!.Length];
        for (var i = 0; i < numbers.Length; i++)
            if (!Mark.TryRead(_texts[i], out numbers[i]))
                return null;
        return numbers;
    }

    private string Hint(string text) => Mark == DecimalMark.Point && text.Contains(',', StringComparison.Ordinal) ? "; decimals are written with a point, or with a comma where semicolons separate the columns" : "";

    private string Place(int row) => $"{_place(row)} ({Cut(Name)})";

    private static string PlaceOfRow(int row) => string.Create(CultureInfo.InvariantCulture, $"Row {row + 1}");

    private static string Shown(string text) => $"'{Cut(text)}'";

    /// <summary>A client's own text within a message: cut, and without control characters.</summary>
    internal static string Cut(string text) =>
        string.Concat((text.Length <= LongestShown ? text : text[..LongestShown] + "…").Select(static letter => char.IsControl(letter) ? '\uFFFD' : letter));
}

/// <summary>The name of a class: a whole number or a text.</summary>
/// <param name="Number">The number; 0 for a text.</param>
/// <param name="Text">The text; null for a number.</param>
internal readonly record struct Label(double Number, string? Text)
{
    /// <summary>The name as people write it.</summary>
    public string Name => Text ?? (Number == 0 ? "0" : Number.ToString(CultureInfo.InvariantCulture));
}
