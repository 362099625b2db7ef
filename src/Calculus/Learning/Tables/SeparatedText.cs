using System.Globalization;
using Calculus.Budgets;
using nietras.SeparatedValues;

namespace Calculus.Learning.Tables;

/// <summary>
/// Reads text in columns that <c>,</c>, <c>;</c> or a tab separates (RFC 4180). Every row must have as many columns as the first; what cannot be read is named by
/// line and column, and nothing but blank lines is passed over.
/// </summary>
internal static class SeparatedText
{
    /// <summary>The separators by the names under which they are asked for.</summary>
    public static IReadOnlyList<string> Separators { get; } = [",", ";", "tab"];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; a byte-order mark is passed over.</param>
    /// <param name="field">Where it stands in the question.</param>
    /// <param name="separator">One of <see cref="Separators"/>; null to find it in the first row: the first of <c>;</c>, tab and <c>,</c> that stands there.</param>
    /// <param name="header">Whether the first row names the columns; null to find out: it does where none of its fields is a number.</param>
    /// <param name="mostFields">The most fields of the table.</param>
    /// <param name="budget">Asked at each row.</param>
    /// <exception cref="LearningException">Something in it cannot be read.</exception>
    /// <exception cref="LimitException">It has more fields than it may.</exception>
    public static Table Read(string text, string field, string? separator, bool? header, int mostFields, Budget budget)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        var mark = separator switch { null => SeparatorOf(text), "tab" => '\t', _ => separator[0] };
        var (rows, blank) = RowsOf(text, mark, field, mostFields, budget);
        if (rows.Count == 0) throw new LearningException(field, "There is no row: the text is empty.");

        var hasHeader = header ?? !rows[0].Fields.Any(static entry => DecimalMark.Point.TryRead(entry, out _) || DecimalMark.Comma.TryRead(entry, out _));
        var names = hasHeader ? NamesOf(rows[0], field) : [.. Enumerable.Range(1, rows[0].Fields.Length).Select(static i => string.Create(CultureInfo.InvariantCulture, $"c{i}"))];
        if (hasHeader) rows.RemoveAt(0);
        if (rows.Count == 0) throw new LearningException(field, "There is no row but the header.");

        var decimals = mark == ';' ? MarkOf(rows, field) : DecimalMark.Point;
        return new([.. names.Select((name, i) => new Column(
            name, [.. rows.Select(row => row.Fields[i])],
            row => string.Create(CultureInfo.InvariantCulture, $"Line {rows[row].Line}, column {i + 1}"), decimals))], field)
        {
            Reading = new(mark == '\t' ? "tab" : mark.ToString(), decimals == DecimalMark.Comma ? "," : ".", hasHeader, blank),
        };
    }

    // A comma may be a decimal one where a semicolon stands too.
    private static char SeparatorOf(string text)
    {
        var isQuoted = false;
        var (hasTab, hasAny) = (false, false);
        foreach (var letter in text)
        {
            if (letter == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (letter == ';') return ';';
            hasTab |= letter == '\t';
            hasAny |= !char.IsWhiteSpace(letter);
            if (letter is '\n' or '\r' && hasAny) break;
        }

        return hasTab ? '\t' : ',';
    }

    private static (List<Row> Rows, int Blank) RowsOf(string text, char separator, string field, int mostFields, Budget budget)
    {
        var (rows, faults, blank, count, line) = (new List<Row>(), new Faults(field), 0, 0L, 0);
        using var reader = Sep.New(separator).Reader(static options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = false }).FromText(text);
        foreach (var row in reader)
        {
            budget.SpendOperations(row.Span.Length);
            var own = ++line;
            line += LineBreaksIn(row.Span);
            if (row.ColCount == 1 && row.Span.IsWhiteSpace())
            {
                blank++;
                continue;
            }

            if ((count += row.ColCount) > mostFields) throw new LimitException("dataNumbers", mostFields, $"A data set may have {mostFields} numbers, rows times columns.");
            var fields = new string[row.ColCount];
            for (var i = 0; i < fields.Length; i++) fields[i] = Unquoted(row[i].Span, own, i, faults);
            if (rows.Count > 0 && fields.Length != rows[0].Fields.Length)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"Line {own} has {Columns(fields.Length)}, but line {rows[0].Line} has {rows[0].Fields.Length}."));
            rows.Add(new(own, fields));
        }

        faults.ThrowIfAny();
        return (rows, blank);
    }

    private static int LineBreaksIn(ReadOnlySpan<char> row)
    {
        var breaks = row.Count('\n');
        for (var i = 0; i < row.Length; i++)
            if (row[i] == '\r' && !(i + 1 < row.Length && row[i + 1] == '\n'))
                breaks++;
        return breaks;
    }

    private static string Unquoted(ReadOnlySpan<char> entry, int line, int column, Faults faults)
    {
        var trimmed = entry.Trim();
        if (!trimmed.Contains('"')) return entry.ToString();
        var inner = trimmed is ['"', .. var within, '"'] ? within.ToString() : null;
        if (inner is not null && !inner.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)) return inner.Replace("\"\"", "\"", StringComparison.Ordinal);
        faults.Add(string.Create(CultureInfo.InvariantCulture,
            $"Line {line}, column {column + 1}: a quotation mark is not closed, or stands within a field that is not in quotation marks; within them it is written twice."));
        return "";
    }

    private static string[] NamesOf(Row first, string field)
    {
        var faults = new Faults(field);
        string[] names = [.. first.Fields.Select(static name => name.Trim())];
        for (var i = 0; i < names.Length; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"Line {first.Line}, column {i + 1}");
            if (names[i].Length == 0) faults.Add($"{place}: the column has no name.");
            else if (Array.IndexOf(names, names[i]) < i) faults.Add($"{place}: there is a column '{Column.Cut(names[i])}' already.");
        }

        faults.ThrowIfAny();
        return names;
    }

    // With semicolons a comma is a decimal one; 1.234 beside 1,5 would be a thousand to some and one to others.
    private static DecimalMark MarkOf(List<Row> rows, string field)
    {
        string? comma = null, point = null;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Fields.Length; i++)
            {
                var entry = row.Fields[i];
                if (entry.Contains(',', StringComparison.Ordinal) && DecimalMark.Comma.TryRead(entry, out _)) comma ??= PlaceOf(row, i, entry);
                else if (entry.Contains('.', StringComparison.Ordinal) && DecimalMark.Point.TryRead(entry, out _)) point ??= PlaceOf(row, i, entry);
            }
        }

        if (comma is not null && point is not null) throw new LearningException(field, $"Decimals are written in two ways: {comma}, and {point}. Use one of them.");
        return comma is not null ? DecimalMark.Comma : DecimalMark.Point;
    }

    private static string PlaceOf(Row row, int column, string entry) => string.Create(CultureInfo.InvariantCulture, $"line {row.Line}, column {column + 1} is '{Column.Cut(entry.Trim())}'");

    private static string Columns(int count) => count == 1 ? "1 column" : string.Create(CultureInfo.InvariantCulture, $"{count} columns");

    private sealed record Row(int Line, string[] Fields);
}
