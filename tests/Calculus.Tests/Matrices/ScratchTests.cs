using Xunit;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Simplification;

namespace Calculus.Tests.Matrices;

public sealed class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Scratch()
    {
        var budget = new Budget(new Limits());
        var g = new Graph(budget);
        Dimension n = 4, m = 3;
        Symbol Var(string name, params Dimension[] d) => g.Symbol(name, SymbolRole.Variable, new Shape(d));
        Symbol Dat(string name, params Dimension[] d) => g.Symbol(name, SymbolRole.Datum, new Shape(d));
        Expression Mul(Expression a, Expression b) => (a.Shape.Rank, b.Shape.Rank) switch
        {
            (2, 2) => g.Contract(1, [new(a, "ij"), new(b, "jk")], "ik"),
            (2, 1) => g.Contract(1, [new(a, "ij"), new(b, "j")], "i"),
            (1, 2) => g.Contract(1, [new(a, "i"), new(b, "ij")], "j"),
            _ => g.Contract(1, [new(a, "i"), new(b, "i")], ""),
        };
        Expression T(Expression a) => g.Permute(a, 1, 0);
        void Show(string what, Expression f, params Symbol[] by)
        {
            var printer = new TextPrinter(new PrintStyle([.. by.Select(s => s.Name)]) { Decimals = true, LongestWithoutNames = 400 }, budget);
            var latex = new LatexPrinter(new PrintStyle([.. by.Select(s => s.Name)]) { Decimals = true, LongestWithoutNames = 400 }, budget);
            output.WriteLine($"{what}: {printer.Print(f)}");
            foreach (var x in by)
            {
                var d = Simplify.Of(ArrayDerivative.Of(f, x));
                output.WriteLine($"    d/d{x.Name}: {printer.Print(d)}   {latex.Print(d)}");
                if (f.Shape.IsScalar)
                {
                    try { output.WriteLine($"    d2/d{x.Name}2: {printer.Print(Simplify.Of(ArrayDerivative.Of(d, x)))}"); }
                    catch (Exception e) { output.WriteLine($"    d2 {e.Message}"); }
                }
            }
        }

        var A = Dat("A", 4, 4); var x = Var("x", 4); var y = Dat("y", 4); var v = Var("v", 4);
        Show("quadratic", Rational.Of(1, 2) * Mul(Mul(x, A), x), x);
        Show("A exp x", Mul(A, Exp.Of(x)), x);
        Show("hadamard", Mul(g.Product(1, [y, v]), x), x, v);
        var B34 = Dat("B", 3, 4); var y3 = Dat("y", 3);
        Show("norm1", g.Total(Abs.Of(Mul(B34, x) - y3)), x);
        Show("norm2", g.Power(g.Reduce(Reduction.Norm, Mul(B34, x) - y3), 2), x);
        Show("norm", g.Reduce(Reduction.Norm, Mul(B34, x) - y3), x);
        var X = Dat("X", 5, 4); var y5 = Dat("y", 5); var w = Var("w", 4);
        var logistic = g.Total(Log.Of(Exp.Of(g.Product(-1, [y5, Mul(X, w)])) + Rational.One));
        Show("logistic", logistic, w);
        var XX = Var("X", 4, 4); var BB = Dat("B", 4, 4); var C = Dat("C", 4, 4);
        var tr = g.Contract(1, [new(Mul(Mul(Mul(Mul(A, T(XX)), BB), XX), C), "ii")], "");
        Show("trace", tr, XX);
        Show("logdet", Log.Of(g.MatrixFunction(MatrixOperation.Determinant, g.MatrixFunction(MatrixOperation.Inverse, XX))), XX);
        Show("det", g.MatrixFunction(MatrixOperation.Determinant, XX), XX);
        var U = Var("U", 4, 2); var V = Var("V", 3, 2); var Y = Dat("Y", 4, 3);
        Show("factorisation", g.Power(g.Reduce(Reduction.Norm, Y - Mul(U, T(V))), 2), U, V);
        var Q = Var("Q", 4, 2); var K = Var("K", 5, 2); var V5 = Var("V", 5, 3);
        var L = Mul(Q, T(K)) * g.Power(g.Number(2), Rational.Of(-1, 2));
        var S = Exp.Of(L - g.Contract(1, [new(g.Reduce(Reduction.LogSumExp, L, 1), "a")], "ab", new Dictionary<char, Dimension> { ['b'] = 5 }));
        Show("attention", g.Total(Mul(S, V5)), Q, K, V5);
        var W1 = Var("W1", 4, 3); var b1 = Var("b1", 3); var w2 = Var("w2", 3); var b2 = Var("b2");
        var hidden = Tanh.Of(Mul(X, W1) + g.Contract(1, [new(b1, "b")], "ab", new Dictionary<char, Dimension> { ['a'] = 5 }));
        var r = Mul(hidden, w2) + b2 - y5;
        Show("network", Rational.Of(1, 5) * g.Total(g.Power(r, 2)), W1, b1, w2, b2);
        Show("max", g.Reduce(Reduction.Largest, x), x);
    }
}
