using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Answers;

/// <summary>How answers are written as JSON.</summary>
public static class AnswerJson
{
    /// <summary>
    /// camelCase; members without a value are left out; a number that is not finite is one of the strings
    /// <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            // Only HTML needs + and ' escaped, and the content type says that this is none.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new NumberConverter(), new TextConverter(), new ValueAnswerConverter(), new PointAnswerConverter(), new WrittenAnswerConverter(), new LengthAnswerConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
