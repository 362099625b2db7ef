using System.Reflection;
using Xunit;

namespace Calculus.Tests.Architecture;

/// <summary>
/// Nothing recurses on the depth of what a client writes: a stack overflow ends a .NET process and cannot be caught.
/// </summary>
public sealed class DepthTests
{
    // Method → why its depth has a bound that no client can change.
    private static readonly Dictionary<string, string> Bounded = new(StringComparer.Ordinal)
    {
        ["Calculus.Expressions.Graph.Product"] = "rewrites stop at a fixed depth",
        ["Calculus.Expressions.Graph.Sum"] = "rewrites stop at a fixed depth",
        ["Calculus.Expressions.Graph.Call"] = "rewrites stop at a fixed depth",
        ["Calculus.Expressions.Graph.Repeated"] = "rewrites stop at a fixed depth",
        ["Calculus.Expressions.Graph.Reduce"] = "rewrites stop at a fixed depth",
        ["Calculus.Expressions.Graph.MatrixFunction"] = "rewrites stop at a fixed depth",
        ["Calculus.CriticalPoints.Searches.Exchange"] = "once, for the search under way, which holds no searches",
        ["Calculus.Programs.Arrays.ArrayLowering.ValueOf"] = "once, for an array without factors",
        ["Calculus.Binding.Helper.Call"] = "calls of helpers within helpers are counted against a limit",
        ["Calculus.Expressions.Rational.ToDouble"] = "once, for the sign",
        ["Calculus.Expressions.Rational.TryRoot"] = "once, for the sign",
        ["Calculus.Functions.Log.Apply"] = "once, for the logarithm of the base",
        ["Calculus.Functions.ExactLogarithm.TryOf"] = "once, for the reciprocal",
    };

    [Fact]
    public void No_method_of_the_library_calls_itself_by_any_way_round()
    {
        var circles = CallGraph.Of(Library.Assembly.Location).Circles(IsBounded);

        Violations.None(circles.Select(circle => string.Join(" -> ", circle.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Every_exemption_is_still_needed()
    {
        var circles = CallGraph.Of(Library.Assembly.Location).Circles(IsRewrite).SelectMany(circle => circle).ToHashSet(StringComparer.Ordinal);

        Violations.None(Bounded.Keys.Where(method => !circles.Contains(method)));
    }

    private static bool IsBounded(string method) => IsRewrite(method) || Bounded.ContainsKey(method);

    // A rewrite makes nodes from arguments that are already canonical and smaller than its own call.
    private static bool IsRewrite(string method) =>
        method.StartsWith("Calculus.Functions.", StringComparison.Ordinal) && method.EndsWith(".Rewrite", StringComparison.Ordinal);

    [Fact]
    public void No_record_holds_its_own_kind()
    {
        // Its generated Equals, GetHashCode and ToString would walk down the whole chain.
        Violations.None(Library.Assembly.GetTypes().Where(IsRecord).Where(record => Reaches(record, record)).Select(record => record.FullName!));
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static bool Reaches(Type start, Type goal)
    {
        var seen = new HashSet<Type>();
        var waiting = new Stack<Type>(Held(start));
        while (waiting.TryPop(out var type))
        {
            if (type.IsAssignableFrom(goal) && type.Assembly == goal.Assembly) return true;
            if (type.HasElementType) waiting.Push(type.GetElementType()!);
            foreach (var argument in type.GetGenericArguments()) waiting.Push(argument);
            if (IsRecord(type) && seen.Add(type))
                foreach (var held in Held(type)) waiting.Push(held);
        }

        return false;
    }

    private static IEnumerable<Type> Held(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.FieldType);
}
