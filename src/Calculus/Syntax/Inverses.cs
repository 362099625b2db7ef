namespace Calculus.Syntax;

/// <summary>The functions for which <c>f^-1</c> is read as the inverse function.</summary>
internal static class Inverses
{
    /// <summary>The inverse of a trigonometric or hyperbolic function, or null.</summary>
    public static string? Of(string name) => name switch
    {
        "sin" or "cos" or "tan" or "sec" or "csc" or "cot"
            or "sinh" or "cosh" or "tanh" or "sech" or "csch" or "coth" => "a" + name,
        _ => null,
    };
}
