using System.Runtime.ExceptionServices;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.Tests.Programs;

/// <summary>A graph with a few symbols, and programs of its formulas.</summary>
internal sealed class Formulas
{
    public static readonly Limits Roomy = new() { GraphNodes = 20_000_000, Operations = long.MaxValue / 4 };

    public Formulas(Rewriting rewriting = Rewriting.All)
    {
        Graph = new Graph(new Budget(Roomy), rewriting);
        X = Graph.Symbol("x", SymbolRole.Variable);
        Y = Graph.Symbol("y", SymbolRole.Variable);
        Z = Graph.Symbol("z", SymbolRole.Variable);
        A = Graph.Symbol("a", SymbolRole.Datum);
    }

    public Graph Graph { get; }

    public Symbol X { get; }

    public Symbol Y { get; }

    public Symbol Z { get; }

    /// <summary>A datum with the value 2.5.</summary>
    public Symbol A { get; }

    public Expression Number(Rational value) => Graph.Number(value);

    public Expression Constant(string name) => Graph.Symbol(name, SymbolRole.Constant);

    public Expression Power(Expression @base, Rational exponent) => Graph.Power(@base, exponent);

    public Expression Sqrt(Expression x) => Graph.Power(x, Rational.Of(1, 2));

    public Expression If(Expression condition, Expression then, Expression otherwise) => Graph.Choice(condition, then, otherwise);

    public Expression Largest(params Expression[] arguments) => Graph.Call(Max.Function, arguments);

    public Program Compile(params Expression[] outputs) =>
        Lowering.Compile(outputs, [X, Y, Z], new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 2.5 }, ["x", "y", "z"], new Budget(Roomy));

    public double Value(Expression formula, double x, double y = 0, double z = 0) => Run(Compile(formula), x, y, z)[0];

    public static double[] Run(Program program, params double[] point)
    {
        var outputs = new double[program.Outputs];
        program.Evaluate(point, outputs, new Budget(Roomy));
        return outputs;
    }

    /// <summary>Runs what could exhaust a stack where it would do so: on a thread with 256 KiB.</summary>
    public static void OnSmallStack(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
