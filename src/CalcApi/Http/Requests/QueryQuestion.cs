using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CalcApi.Http.Problems;

namespace CalcApi.Http.Requests;

/// <summary>
/// Reads the query of an address as the JSON object that the same question by POST would have: text as it is, anything else as JSON or, more
/// shortly, <c>x=3,z=2</c> for names with values and <c>x,z</c> for a list.
/// </summary>
/// <param name="request">The record that the question is read into.</param>
public sealed class QueryQuestion(Type request)
{
    /// <summary>Bytes that a query may have.</summary>
    public const int LongestQuery = 8_192;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, Type> _members = request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.CanWrite)
        .ToDictionary(JsonNames.Of, static property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, StringComparer.Ordinal);

    /// <summary>The names that a query may give.</summary>
    public IReadOnlyCollection<string> Names => _members.Keys;

    /// <summary>The question as JSON.</summary>
    /// <param name="query">The query as it was sent, with or without its question mark.</param>
    /// <exception cref="RefusalException">A parameter is unknown, repeated or cannot be read.</exception>
    public ReadOnlyMemory<byte> Read(string query)
    {
        if (query.Length > LongestQuery) throw new RefusalException(new(ProblemTypes.AddressTooLong, $"The query has more than {LongestQuery} characters."));
        var refusals = new Refusals();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var end = part.IndexOf('=', StringComparison.Ordinal);
                if (Decoded(end < 0 ? part : part[..end]) is not { } name || Decoded(end < 0 ? "" : part[(end + 1)..]) is not { } value)
                {
                    refusals.Shape("", "The query is not UTF-8 in percent encoding.");
                }
                else if (!_members.TryGetValue(name, out var type))
                {
                    RequestReader.UnknownMember(Quoted.Cut(name), name, _members.Keys, refusals);
                }
                else if (!given.Add(name))
                {
                    refusals.Shape(name, $"The parameter {Quoted.Of(name)} is given twice.");
                }
                else if (HasDoubtfulPlus(part))
                {
                    refusals.Shape(name, "A + in an address is read as a space by some and as a plus by others: write %2B for a plus and %20 for a space.");
                }
                else
                {
                    writer.WritePropertyName(name);
                    Write(writer, type, value);
                }
            }

            writer.WriteEndObject();
        }

        refusals.ThrowIfAny();
        return json.WrittenMemory;
    }

    // Where a client writes pluses as %2B its + is a space, and where it writes spaces as %20 its + is a plus.
    private static bool HasDoubtfulPlus(string part) =>
        part.Contains('+', StringComparison.Ordinal)
        && part.Contains("%2B", StringComparison.OrdinalIgnoreCase) == part.Contains("%20", StringComparison.OrdinalIgnoreCase);

    private static string? Decoded(string text)
    {
        var isSpace = text.Contains("%2B", StringComparison.OrdinalIgnoreCase);
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return null;
                bytes.AddRange(Convert.FromHexString(text.AsSpan(i + 1, 2)));
                i += 2;
            }
            else if (text[i] == '+' && isSpace)
            {
                bytes.Add((byte)' ');
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }

        try
        {
            return s_strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, Type type, string value)
    {
        if (type == typeof(string)) writer.WriteStringValue(value);
        else if (IsJson(value)) writer.WriteRawValue(value);
        else if (value.Contains('=', StringComparison.Ordinal)) WriteNamed(writer, value);
        else if (value.Contains(',', StringComparison.Ordinal) || type == typeof(IReadOnlyList<string>)) WriteList(writer, value);
        else writer.WriteStringValue(value); // refused, or understood, where the member is read
    }

    private static void WriteNamed(Utf8JsonWriter writer, string value)
    {
        writer.WriteStartObject();
        foreach (var entry in Pieces(value))
        {
            var end = entry.IndexOf('=', StringComparison.Ordinal);
            writer.WritePropertyName((end < 0 ? entry : entry[..end]).Trim());
            WriteOne(writer, end < 0 ? "" : entry[(end + 1)..].Trim());
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string value)
    {
        writer.WriteStartArray();
        foreach (var entry in Pieces(value)) WriteOne(writer, entry.Trim());
        writer.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter writer, string value)
    {
        if (IsJson(value)) writer.WriteRawValue(value);
        else writer.WriteStringValue(value);
    }

    // At the commas outside brackets: x=[1,2],y=3.
    private static IEnumerable<string> Pieces(string value)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '[' or '{' or '(') depth++;
            else if (value[i] is ']' or '}' or ')') depth--;
            if (value[i] != ',' || depth > 0) continue;
            yield return value[from..i];
            from = i + 1;
        }

        yield return value[from..];
    }

    // One JSON value, and nothing behind it.
    private static bool IsJson(string value)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value));
        try
        {
            if (!reader.Read()) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
