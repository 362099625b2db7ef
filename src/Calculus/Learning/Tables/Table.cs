namespace Calculus.Learning.Tables;

/// <summary>Columns of equal length.</summary>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Field">Where the table stands in a question.</param>
internal sealed record Table(IReadOnlyList<Column> Columns, string Field)
{
    /// <summary>How many rows it has.</summary>
    public int Rows => Columns[0].Count;

    /// <summary>How a file was read; null where the columns did not come from a file.</summary>
    public FileReading? Reading { get; init; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="field">Where the name stands in the question.</param>
    /// <exception cref="LearningException">There is none of that name.</exception>
    public Column Named(string name, string field) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal))
        ?? throw new LearningException(field, $"There is no column '{Column.Cut(name)}'; there are {string.Join(", ", Columns.Take(20).Select(static column => Column.Cut(column.Name)))}{(Columns.Count > 20 ? ", …" : "")}.");
}

/// <summary>How a file was read.</summary>
/// <param name="Separator">What separates the columns: <c>,</c> or <c>;</c> or <c>tab</c>.</param>
/// <param name="Decimal">What separates whole numbers from fractions: <c>.</c> or <c>,</c>.</param>
/// <param name="Header">Whether the first row names the columns.</param>
/// <param name="BlankLines">How many lines had nothing in them and were passed over.</param>
internal sealed record FileReading(string Separator, string Decimal, bool Header, int BlankLines);
