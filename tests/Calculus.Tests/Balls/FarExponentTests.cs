using Calculus.Balls;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Balls;

/// <summary>Numbers whose exponents no 32 bits hold: x^-3000000000 is one.</summary>
public sealed class FarExponentTests
{
    private const int Hangs = 60_000, Bits = 128;

    public static TheoryData<string> Names => [.. AllFunctions.ByName.Keys];

    [Theory(Timeout = Hangs), MemberData(nameof(Names))]
    public async Task Every_function_ends_there(string name)
    {
        var function = AllFunctions.ByName[name];
        await Task.Run(
            () =>
            {
                foreach (var exponent in (long[])[-5_000_000_000, -3_000_000_000, -2_147_483_700, 2_147_483_700, 3_000_000_000, 5_000_000_000])
                {
                    foreach (var sign in (int[])[-1, 1])
                    {
                        var far = Ball.Of(Rational.Of(3 * sign, 1)).Shifted(exponent);
                        foreach (var arity in AllFunctions.Arities(function))
                        {
                            Ball[] arguments = [.. Enumerable.Range(0, arity).Select(place => AllFunctions.IsOrder(function, place) ? Ball.Of(Rational.Of(1, 1)) : far)];
                            Assert.True(function.Value(arguments, Bits).GoodBits >= 0);
                        }
                    }
                }
            },
            TestContext.Current.CancellationToken);
    }
}
