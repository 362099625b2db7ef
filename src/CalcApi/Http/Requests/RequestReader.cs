using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CalcApi.Http.Problems;
using FluentValidation;

namespace CalcApi.Http.Requests;

/// <summary>
/// Reads a JSON object into a request record. Names are matched exactly; a member that the record does not have, a missing
/// required member and a value of another type are refused, all of them at once.
/// </summary>
public static class RequestReader
{
    private delegate object? Reader(JsonElement element, string path, Refusals refusals);

    private static readonly Dictionary<Type, Reader> Plain = new()
    {
        [typeof(string)] = FieldReader.Text,
        [typeof(bool)] = FieldReader.Flag,
        [typeof(double)] = FieldReader.Number,
        [typeof(int)] = FieldReader.WholeNumber,
        [typeof(JsonElement)] = static (element, _, _) => element,
        [typeof(Value)] = FieldReader.Value,
        [typeof(Point)] = FieldReader.Point,
        [typeof(Lengths)] = FieldReader.Lengths,
        [typeof(Resolution)] = FieldReader.Resolution,
        [typeof(Claims)] = FieldReader.Claims,
        [typeof(ColumnValues)] = ColumnReader.Read,
        [typeof(BoxSide)] = BoxSide.Read,
        [typeof(QuestionBody)] = static (element, _, _) => new QuestionBody(element),
    };

    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <summary>Reads the request and checks it, or refuses it.</summary>
    /// <param name="body">The request.</param>
    /// <param name="validator">What holds for its values.</param>
    /// <exception cref="RefusalException">The value is not an object of the record's shape, or its values are not allowed.</exception>
    public static TRequest Read<TRequest>(JsonElement body, IValidator<TRequest> validator)
        where TRequest : class
    {
        var refusals = new Refusals();
        var request = (TRequest?)ReadObject(typeof(TRequest), body, "", refusals);
        refusals.ThrowIfAny();
        var result = validator.Validate(request!);
        refusals.ThrowIfBeyond(Validation.Exceeded(result));
        Validation.ThrowIfInvalid(result);
        return request!;
    }

    // Calls itself for the members of a contract's type, so it is never deeper than the contract.
    private static object? ReadValue(Type type, JsonElement element, string path, Refusals refusals)
    {
        if (Plain.TryGetValue(type, out var plain)) return plain(element, path, refusals);
        if (ItemOf(type, typeof(IReadOnlyList<>)) is { } item) return ReadList(item, element, path, refusals);
        if (ItemOf(type, typeof(IReadOnlyDictionary<,>)) is { } entry) return ReadDictionary(entry, element, path, refusals);
        return ReadObject(type, element, path, refusals);
    }

    private static object? ReadList(Type item, JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            refusals.Shape(path, $"An array is expected, not {FieldReader.Kind(element)}.");
            return null;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        var index = 0;
        foreach (var entry in element.EnumerateArray())
            if (ReadValue(item, entry, $"{path}[{index++}]", refusals) is { } value)
                list.Add(value);
        return list;
    }

    private static object? ReadDictionary(Type entry, JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            refusals.Shape(path, $"An object is expected, not {FieldReader.Kind(element)}.");
            return null;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), entry), StringComparer.Ordinal)!;
        foreach (var member in element.EnumerateObject())
            if (ReadValue(entry, member.Value, Join(path, member.Name), refusals) is { } value)
                dictionary[member.Name] = value;
        return dictionary;
    }

    private static object? ReadObject(Type type, JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            refusals.Shape(path, $"An object is expected, not {FieldReader.Kind(element)}.");
            return null;
        }

        var shape = Shapes.GetOrAdd(type, static known => new(known));
        var request = Activator.CreateInstance(type)!;
        var others = shape.Others is null ? null : new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var memberPath = Join(path, member.Name);
            if (shape.Members.TryGetValue(member.Name, out var property))
            {
                // null means the same as leaving out an optional member, and some clients write it that way.
                if (member.Value.ValueKind == JsonValueKind.Null && !shape.Required.Contains(member.Name)) continue;
                if (ReadValue(shape.TypeOf(property), member.Value, memberPath, refusals) is { } value)
                    property.SetValue(request, value);
            }
            else if (others is not null && !shape.NotBuilt.Contains(member.Name))
            {
                others[member.Name] = member.Value;
            }
            else if (!shape.NotBuilt.Contains(member.Name))
            {
                UnknownMember(memberPath, member.Name, shape.Members.Keys, refusals);
            }
            else if (member.Value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null))
            {
                refusals.NotSupported(memberPath, $"{Quoted.Of(member.Name)} is not supported by this version of the service.");
            }
        }

        foreach (var name in shape.Required)
            if (!element.TryGetProperty(name, out _))
                refusals.Shape(Join(path, name), $"The member {Quoted.Of(name)} is missing.");
        shape.Others?.SetValue(request, others);
        return request;
    }

    /// <summary>Refuses a member that a record does not have.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="refusals">Where it is written down.</param>
    internal static void UnknownMember(string path, string name, IEnumerable<string> known, Refusals refusals) =>
        refusals.Shape(path, $"This route has no member {Quoted.Of(name)}; it takes {string.Join(", ", known)}.");

    private static string Join(string path, string name) => path.Length == 0 ? Quoted.Cut(name) : $"{path}.{Quoted.Cut(name)}";

    private static Type? ItemOf(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type.GenericTypeArguments[^1] : null;

    /// <summary>The members of a request record, found once.</summary>
    private sealed class Shape
    {
        public Shape(Type type)
        {
            Others = type.GetProperties().SingleOrDefault(property => property.IsDefined(typeof(OtherMembersAttribute)));
            Members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite && property != Others)
                .ToDictionary(JsonNames.Of, StringComparer.Ordinal);
            Required = Members.Where(member => member.Value.IsDefined(typeof(RequiredMemberAttribute)))
                .Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
            NotBuilt = type.GetCustomAttributes<NotBuiltAttribute>()
                .SelectMany(attribute => attribute.Members).ToHashSet(StringComparer.Ordinal);
        }

        public Dictionary<string, PropertyInfo> Members { get; }

        public PropertyInfo? Others { get; }

        public HashSet<string> Required { get; }

        public HashSet<string> NotBuilt { get; }

        public Type TypeOf(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }
}
