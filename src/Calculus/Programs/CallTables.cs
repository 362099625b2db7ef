using Calculus.Expressions;

namespace Calculus.Programs;

/// <summary>What the calls of a program refer to.</summary>
/// <param name="Unaries">The functions of one argument.</param>
/// <param name="Functions">All others.</param>
/// <param name="Arguments">The slots of their arguments, call after call.</param>
/// <param name="MaximumArity">The most arguments that one call has.</param>
internal sealed record CallTables(UnaryFunction[] Unaries, Function[] Functions, int[] Arguments, int MaximumArity);
