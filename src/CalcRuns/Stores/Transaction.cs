using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CalcRuns.Stores;

/// <summary>Commands within one transaction.</summary>
internal sealed class Transaction(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly List<SqliteCommand> _commands = [];

    /// <summary>A command with its parameters; it lives as long as this.</summary>
    public SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new SqliteCommand(text, connection, transaction);
        _commands.Add(command);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    /// <summary>The number that a query gives.</summary>
    public long Number(string text, params ReadOnlySpan<(string Name, object Value)> parameters) => Convert.ToInt64(Command(text, parameters).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>The texts that a query gives.</summary>
    public IReadOnlyList<string> Texts(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var reader = Command(text, parameters).ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands) command.Dispose();
    }
}
