using System.Runtime;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Kernels;

/// <summary>Once the catalogue is prepared, a function is compiled: its first call in a request costs what the second costs.</summary>
public sealed class PreparationTests
{
    public static TheoryData<string> Names => [.. EveryKernel.Functions.Select(static function => function.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_prepared_function_is_compiled(string name)
    {
        Catalogue.Prepare();
        var function = Balls.AllFunctions.ByName[name];
        double[] arguments = [.. Enumerable.Repeat(0.75, EveryKernel.Arity(function))], columns = [.. Enumerable.Repeat(0.75, 100 * arguments.Length)], results = new double[100];

        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        function.Value(arguments);
        function.Values(columns, arguments.Length, results);
        var compiled = JitInfo.GetCompiledMethodCount(currentThread: true) - before;

        Assert.Equal(0, compiled);
    }
}
