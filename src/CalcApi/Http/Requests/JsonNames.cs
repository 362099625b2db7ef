using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Requests;

/// <summary>How JSON spells the members of a contract.</summary>
public static class JsonNames
{
    /// <summary>The name that the member states, or its own in camelCase.</summary>
    public static string Of(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}
