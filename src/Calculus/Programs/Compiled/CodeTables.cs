using Calculus.Expressions;

namespace Calculus.Programs.Compiled;

/// <summary>
/// What code reads besides its arguments: the numbers and the functions of the program that it runs for. It reads them by each call, so they are
/// fields, which cost one load.
/// </summary>
/// <param name="unaries">The functions of one argument.</param>
/// <param name="functions">All others.</param>
/// <param name="constants">The constant of each instruction, and one number more, so that there is a first.</param>
internal sealed class CodeTables(UnaryFunction[] unaries, Function[] functions, double[] constants)
{
    /// <summary>The constant of each instruction.</summary>
    internal readonly double[] Constants = constants;

    /// <summary>The functions of one argument.</summary>
    internal readonly UnaryFunction[] Unaries = unaries;

    /// <summary>All others.</summary>
    internal readonly Function[] Functions = functions;
}
