using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Calculus.Tests.Architecture;

/// <summary>
/// The library keeps nothing between questions: what is static never changes, so that any number of threads may use it.
/// </summary>
public sealed class StateTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly FrozenSet<Type> ImmutableValues =
    [
        typeof(string), typeof(decimal), typeof(BigInteger), typeof(Complex), typeof(TimeSpan), typeof(Type),
    ];

    // The contents of these are checked as well, through their type arguments.
    private static readonly FrozenSet<Type> ImmutableContainers =
    [
        typeof(ImmutableArray<>), typeof(FrozenDictionary<,>), typeof(FrozenSet<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>),
        typeof(IReadOnlyDictionary<,>), typeof(IReadOnlySet<>), typeof(IEnumerable<>), typeof(Nullable<>), typeof(Lazy<>),
        typeof(System.Buffers.SearchValues<>),
    ];

    [Fact]
    public void Static_fields_are_read_only()
    {
        Violations.None(StaticFields().Where(field => !field.IsInitOnly && !field.IsLiteral).Select(NameOf));
    }

    [Fact]
    public void Static_fields_hold_what_cannot_change()
    {
        Violations.None(StaticFields()
            .Select(field => (Field: field, Reason: WhyMutable(field.FieldType)))
            .Where(found => found.Reason is not null)
            .Select(found => $"{NameOf(found.Field)}: {found.Reason}"));
    }

    private static IEnumerable<FieldInfo> StaticFields() => Library.Assembly.GetTypes()
        // The compiler's own: delegates of lambdas, made once, and the bytes of literals.
        .Where(type => !IsGenerated(type))
        .SelectMany(type => type.GetFields(Static));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.StartsWith('<')
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";

    /// <summary>The first part of a type that can change after it was made, or null.</summary>
    private static string? WhyMutable(Type first)
    {
        var seen = new HashSet<Type>();
        var waiting = new Stack<Type>([first]);
        while (waiting.TryPop(out var type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(object) || type == typeof(ValueType) || ImmutableValues.Contains(type)) continue;
            if (type.IsGenericParameter || type.IsSubclassOf(typeof(Delegate))) continue;
            if (type.IsGenericType && ImmutableContainers.Contains(type.GetGenericTypeDefinition()))
            {
                foreach (var argument in type.GetGenericArguments()) waiting.Push(argument);
                continue;
            }

            if (type.Assembly != Library.Assembly) return $"{type} can change";
            foreach (var field in type.GetFields(Instance))
            {
                if (!field.IsInitOnly) return $"{NameOf(field)} can change";
                waiting.Push(field.FieldType);
            }

            if (type.BaseType is { } parent) waiting.Push(parent);
            foreach (var child in Library.Assembly.GetTypes().Where(other => other.BaseType == type)) waiting.Push(child);
        }

        return null;
    }
}
