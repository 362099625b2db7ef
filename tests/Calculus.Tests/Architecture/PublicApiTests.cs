using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Calculus.Tests.Architecture;

/// <summary>What the library promises to those who use it as a package stands in a file, so that a change of it shows.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_surface_is_the_approved_one() => Check(string.Join('\n', typeof(Formula).Assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal).SelectMany(Lines)) + "\n");

    [Fact]
    public void The_surface_stays_small() => Assert.InRange(typeof(Formula).Assembly.GetExportedTypes().Length, 50, 150);

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{type} : {type.BaseType}",
        .. type.GetMembers(Declared).Where(IsPromised).Select(static member => $"  {member.MemberType} {member}").Order(StringComparer.Ordinal),
    ];

    // Accessors stand with their properties, and the compiler writes the rest of a record.
    private static bool IsPromised(MemberInfo member) => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && member switch
    {
        MethodBase { IsSpecialName: true } method => (method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal)) && IsSeen(method),
        MethodBase method => IsSeen(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo or Type { IsNestedPublic: true } => true,
        _ => false,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static void Check(string received, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "publicApi.approved.txt");
        if (File.Exists(approved) && string.Equals(File.ReadAllText(approved), received, StringComparison.Ordinal)) return;
        File.WriteAllText(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), received);
        Assert.Fail("The surface of the library differs from publicApi.approved.txt: look at publicApi.received.txt beside it; where it is right, it becomes the approved file.");
    }
}
