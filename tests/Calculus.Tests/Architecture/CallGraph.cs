using Mono.Cecil;

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
            .SelectMany(called => overrides[called].Prepend(called))
            .Distinct()
            .ToList()));
    }

    /// <summary>The sets of methods that can each reach themselves (Tarjan's strongly connected components, on explicit stacks).</summary>
    public IEnumerable<IReadOnlyList<string>> Circles()
    {
        var index = new Dictionary<MethodDefinition, int>();
        var low = new Dictionary<MethodDefinition, int>();
        var open = new Stack<MethodDefinition>();
        var isOpen = new HashSet<MethodDefinition>();
        foreach (var root in _calls.Keys.Where(root => !index.ContainsKey(root)))
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
                    low[method] = Math.Min(low[method], low[_calls[method][next - 1]]);
                }

                while (next < _calls[method].Count && index.ContainsKey(_calls[method][next]))
                {
                    var seen = _calls[method][next++];
                    if (isOpen.Contains(seen)) low[method] = Math.Min(low[method], index[seen]);
                }

                if (next < _calls[method].Count)
                {
                    walk.Push((method, next + 1));
                    walk.Push((_calls[method][next], 0));
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

                if (circle.Count > 1 || _calls[method].Contains(method))
                    yield return [.. circle.Select(member => $"{member.DeclaringType.FullName}.{member.Name}").Distinct(StringComparer.Ordinal)];
            }
        }
    }

    private static IEnumerable<MethodDefinition> Called(MethodDefinition method, ModuleDefinition module) => !method.HasBody ? [] : method.Body.Instructions
        .Select(instruction => instruction.Operand)
        .OfType<MethodReference>()
        .Where(called => called.DeclaringType.Scope == module || called.DeclaringType.GetElementType().Scope == module)
        .Select(called => called.Resolve())
        .Where(called => called is not null);

    /// <summary>The methods of base types and interfaces that a virtual method stands in for.</summary>
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

    private static bool IsSame(MethodDefinition one, MethodDefinition other) =>
        string.Equals(one.Name, other.Name, StringComparison.Ordinal) && one.Parameters.Count == other.Parameters.Count;
}
