using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Calculus.Tests.Architecture;

/// <summary>Which method of an assembly calls which, read from the compiled bodies; a virtual call may reach every override.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _calls;

    private CallGraph(Dictionary<MethodDefinition, List<MethodDefinition>> calls) => _calls = calls;

    /// <summary>Reads an assembly from its file.</summary>
    public static CallGraph Of(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var methods = module.GetTypes().SelectMany(type => type.Methods).ToList();
        var overrides = methods.Where(method => method.IsVirtual)
            .SelectMany(method => Overridden(method).Select(parent => (parent, method)))
            .ToLookup(pair => pair.parent, pair => pair.method);

        return new(methods.ToDictionary(method => method, method => Called(method, module)
            .SelectMany(call => call.IsVirtual ? overrides[call.Method].Prepend(call.Method) : [call.Method])
            .Distinct()
            .ToList()));
    }

    /// <summary>The sets of methods that can each reach themselves (Tarjan's strongly connected components, on explicit stacks).</summary>
    /// <param name="isBounded">Methods, by their full names, that are taken out of the graph first.</param>
    public IEnumerable<IReadOnlyList<string>> Circles(Predicate<string> isBounded)
    {
        var calls = _calls.Where(row => !isBounded(NameOf(row.Key)))
            .ToDictionary(row => row.Key, row => row.Value.Where(called => !isBounded(NameOf(called))).ToList());
        var index = new Dictionary<MethodDefinition, int>();
        var low = new Dictionary<MethodDefinition, int>();
        var open = new Stack<MethodDefinition>();
        var isOpen = new HashSet<MethodDefinition>();
        foreach (var root in calls.Keys.Where(root => !index.ContainsKey(root)))
        {
            var walk = new Stack<(MethodDefinition Method, int Next)>();
            walk.Push((root, 0));
            while (walk.TryPop(out var step))
            {
                var (method, next) = step;
                if (next == 0)
                {
                    index[method] = low[method] = index.Count;
                    open.Push(method);
                    isOpen.Add(method);
                }
                else
                {
                    low[method] = Math.Min(low[method], low[calls[method][next - 1]]);
                }

                while (next < calls[method].Count && index.ContainsKey(calls[method][next]))
                {
                    var seen = calls[method][next++];
                    if (isOpen.Contains(seen)) low[method] = Math.Min(low[method], index[seen]);
                }

                if (next < calls[method].Count)
                {
                    walk.Push((method, next + 1));
                    walk.Push((calls[method][next], 0));
                    continue;
                }

                if (low[method] < index[method]) continue;
                var circle = new List<MethodDefinition>();
                do
                {
                    circle.Add(open.Peek());
                    isOpen.Remove(open.Peek());
                }
                while (open.Pop() != method);

                if (circle.Count > 1 || calls[method].Contains(method))
                    yield return [.. circle.Select(NameOf).Distinct(StringComparer.Ordinal)];
            }
        }
    }

    // A base call names its method without virtual dispatch; a delegate counts as called where it is made.
    private static IEnumerable<(MethodDefinition Method, bool IsVirtual)> Called(MethodDefinition method, ModuleDefinition module)
    {
        if (!method.HasBody) yield break;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference called || called.DeclaringType.GetElementType().Scope != module) continue;
            if (called.Resolve() is { } resolved) yield return (resolved, instruction.OpCode.Code is Code.Callvirt or Code.Ldvirtftn);
        }
    }

    /// <summary>The methods of base types and interfaces that a virtual method overrides.</summary>
    private static IEnumerable<MethodDefinition> Overridden(MethodDefinition method)
    {
        foreach (var named in method.Overrides) yield return named.Resolve();
        for (var type = method.DeclaringType; type is not null && type.Module == method.Module; type = type.BaseType?.Resolve())
        {
            var parents = type.Interfaces.Select(face => face.InterfaceType.Resolve()).Append(type.BaseType?.Resolve());
            foreach (var parent in parents)
            {
                if (parent is null || parent.Module != method.Module) continue;
                foreach (var same in parent.Methods.Where(other => other.IsVirtual && IsSame(other, method))) yield return same;
            }
        }
    }

    private static string NameOf(MethodDefinition method) => $"{method.DeclaringType.FullName}.{method.Name}";

    private static bool IsSame(MethodDefinition one, MethodDefinition other) =>
        string.Equals(one.Name, other.Name, StringComparison.Ordinal) && one.Parameters.Count == other.Parameters.Count;
}
