using ArchUnitNET.Domain.Dependencies;
using Xunit;

namespace CalcApi.Tests.Architecture;

/// <summary>
/// What the product never does: generate code, start programs, call out, ask the wall clock or chance, block a thread,
/// match a client's text against a pattern whose time has no bound.
/// </summary>
public sealed class BannedCallsTests
{
    // Who may use what, and why.
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["Calculus.Programs.Compiled."] = "System.Reflection.Emit.", // the one place that generates code: of verified programs, see decisions.md
        ["CalcApi.Health.HealthProbe"] = "System.Net.Http.HttpClient", // asks its own service, as the container's health check
        ["CalcApi.Health.OwnDoor"] = "System.Net.Sockets.", // asks its own service, before it is ready
        ["CalcRuns.Hosting.FreePort"] = "System.Net.Sockets.", // asks the machine for a port that nobody uses
        ["CalcApi.Http.Hosting.IdleCollection"] = "System.GC::Collect", // gives memory back while nobody asks
    };

    [Theory]
    [InlineData("System.Reflection.Emit.")]
    [InlineData("Microsoft.CSharp.")]
    [InlineData("System.Runtime.Loader.")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Text.RegularExpressions.")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Net.WebRequest")]
    [InlineData("System.Net.Sockets.")]
    [InlineData("System.Data.DataTable")]
    public void Uses_no_type_of(string banned)
    {
        Violations.None(Product.Code.Types
            .SelectMany(type => type.Dependencies)
            .Where(use => use.Target.FullName.StartsWith(banned, StringComparison.Ordinal))
            .Where(use => !IsExempt(use.Origin.FullName, banned))
            .Select(use => $"{use.Origin.FullName} uses {use.Target.FullName}")
            .Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("System.DateTime::get_Now")]
    [InlineData("System.DateTime::get_UtcNow")]
    [InlineData("System.DateTime::get_Today")]
    [InlineData("System.DateTimeOffset::get_Now")]
    [InlineData("System.DateTimeOffset::get_UtcNow")]
    [InlineData("System.Random::get_Shared")]
    [InlineData("System.Random::.ctor()")]
    [InlineData("System.Guid::NewGuid")]
    [InlineData("System.Threading.Thread::Sleep")]
    [InlineData("System.Threading.Tasks.Task::Wait")]
    [InlineData("System.Threading.Tasks.Task`1::get_Result")]
    [InlineData("System.Threading.Tasks.ValueTask`1::get_Result")]
    [InlineData("System.Linq.Expressions.Expression`1::Compile")]
    [InlineData("System.Linq.Expressions.LambdaExpression::Compile")]
    [InlineData("System.Reflection.Assembly::Load")]
    [InlineData("System.GC::Collect")]
    [InlineData("System.Environment::Exit")]
    public void Calls_never(string banned)
    {
        Violations.None(Product.Code.Types
            .SelectMany(type => type.Dependencies)
            .OfType<MethodCallDependency>()
            .Where(call => $"{call.Target.FullName}::{call.TargetMember.Name}".StartsWith(banned, StringComparison.Ordinal))
            .Where(call => !IsExempt(call.Origin.FullName, banned))
            .Select(call => $"{call.OriginMember.FullName} calls {banned}")
            .Distinct(StringComparer.Ordinal));
    }

    // What the compiled code cannot distinguish from `await`, or does not show at all.
    [Theory]
    [InlineData(".GetAwaiter().GetResult()")]
    [InlineData("dynamic ")]
    [InlineData("#pragma warning disable")]
    [InlineData("#nullable disable")]
    [InlineData("SuppressMessage")]
    public void Never_writes(string banned)
    {
        Violations.None(Repository.Files("src")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Repository.Lines(file).Select((line, index) => (Line: line, Place: $"{file}:{index + 1}")))
            .Where(found => !found.Line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Where(found => found.Line.Contains(banned, StringComparison.Ordinal))
            .Select(found => $"{found.Place}: {found.Line.Trim()}"));
    }

    private static bool IsExempt(string type, string banned) =>
        Exempt.Any(row => type.StartsWith(row.Key, StringComparison.Ordinal) && string.Equals(row.Value, banned, StringComparison.Ordinal));
}
