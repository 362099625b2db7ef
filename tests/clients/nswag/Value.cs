using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace clients.nswag;

[JsonConverter(typeof(ValueConverter))]
public partial class Value
{
    public JToken Json { get; init; } = JValue.CreateNull();
    public double Number => Json.Value<double>();
    public static implicit operator Value(double number) => new() { Json = new JValue(number) };
    public static implicit operator Value(double[] vector) => new() { Json = JArray.FromObject(vector) };
    public static implicit operator Value(double[][] matrix) => new() { Json = JArray.FromObject(matrix) };
}

public sealed class ValueConverter : JsonConverter<Value>
{
    public override Value ReadJson(JsonReader reader, Type type, Value? existing, bool hasExisting, JsonSerializer serializer) => new() { Json = JToken.ReadFrom(reader) };
    public override void WriteJson(JsonWriter writer, Value? value, JsonSerializer serializer) => (value?.Json ?? JValue.CreateNull()).WriteTo(writer);
}
