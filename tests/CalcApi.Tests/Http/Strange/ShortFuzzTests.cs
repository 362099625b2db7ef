using Calculus.Functions;
using Fuzz;
using Fuzz.Targets;
using Xunit;

namespace CalcApi.Tests.Http.Strange;

/// <summary>A short run of `tests/Fuzz`, the same each time: nothing counts branches here, and chance is always the same.</summary>
public sealed class ShortFuzzTests
{
    private const int StackBytes = 256 * 1024, Runs = 400, Requests = 120;

    public static TheoryData<string> Names => [.. Target.All.Select(static target => target.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Strange_inputs_break_nothing(string name)
    {
        var target = Target.All.Single(target => string.Equals(target.Name, name, StringComparison.Ordinal));
        var faults = new List<string>();
        var thread = new Thread(() =>
        {
            // What the product itself has, so that other tests do not change these.
            List<string> known = target is ServiceTarget ? [.. target.Seeds().Take(60)] : target is RequestTarget ? [.. target.Seeds().Take(200)] : [.. Catalogue.All.Select(static function => function.Example)];
            var breeder = new Breeder(new Random(20_261_130), target.Words, known);
            for (var i = 0; i < (target is ServiceTarget ? Requests : Runs); i++)
            {
                var input = target.Change(breeder);
                try
                {
                    if (target.Feed(input) is { } fault) faults.Add($"{fault}, by {input}");
                }
                catch (Exception exception)
                {
                    faults.Add($"{exception}, by {input}");
                }
            }
        }, StackBytes);
        thread.Start();
        thread.Join();
        Architecture.Violations.None(faults);
    }
}
