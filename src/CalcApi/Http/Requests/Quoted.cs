namespace CalcApi.Http.Requests;

/// <summary>A client's own text within a message.</summary>
public static class Quoted
{
    private const int Longest = 64;

    /// <summary>The text in quotation marks, cut to 64 characters, with control characters replaced.</summary>
    public static string Of(string text) => $"'{Cut(text)}'";

    /// <summary>The text cut to 64 characters, with control characters replaced.</summary>
    public static string Cut(string text)
    {
        var shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Create(shown.Length, shown, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
        });
    }
}
