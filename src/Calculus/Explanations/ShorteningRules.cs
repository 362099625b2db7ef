namespace Calculus.Explanations;

/// <summary>The steps by which a line with a quotient is brought to the form that people write.</summary>
internal static class ShorteningRules
{
    public static Rule LeaveOut { get; } = new(
        "leave-out-ones-and-zeros", "Leave out ones and zeros", "Factors of 1 and terms of 0 are left out.", @"1 \cdot u + 0 = u", "x/(x + 1)");

    public static Rule Collect { get; } = new(
        "collect-like-terms", "Collect", "Brackets are removed, and like terms and factors are collected.", @"a u + b u = \left(a + b\right) u", "x/(x + 1)");

    public static Rule CancelFactor { get; } = new(
        "cancel-common-factor", "Cancel a common factor", "Numerator and denominator share a factor, which cancels.", @"\frac{g a}{g b} = \frac{a}{b}", "(x^2 - 1)/(x - 1)");

    public static Rule TakeOut { get; } = new(
        "take-out-common-factor", "Take out a common factor", "A factor that all terms share is taken out.", @"g a + g b = g \left(a + b\right)", "exp(x)/x");

    public static Rule JoinPowers { get; } = new(
        "join-powers", "Join powers", "Powers with the same base are joined: their exponents are added or multiplied.", @"u^{a} u^{b} = u^{a + b}", "exp(x)/exp(3x)");

    public static Rule KnownIdentity { get; } = new(
        "known-identity", "A known identity", "A known identity makes the formula shorter.", @"\sin^{2}\left(u\right) + \cos^{2}\left(u\right) = 1", "sin(x)/cos(x)");

    public static Rule Split { get; } = new(
        "divide-term-by-term", "Divide term by term", "Each term of the numerator is divided by the denominator.", @"\frac{a + b}{c} = \frac{a}{c} + \frac{b}{c}", "sin(x)/x");

    public static IReadOnlyList<Rule> All { get; } = [LeaveOut, Collect, CancelFactor, TakeOut, JoinPowers, KnownIdentity, Split];
}
