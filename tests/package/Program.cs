// Uses the package as a program of somebody else does.
using Calculus;
using Calculus.Binding;
using Calculus.Budgets;

var f = Formula.Parse("x^2");
Expect("2*x at 3 is 6", $"{f.Derivative()} at 3 is {f.Derivative().At(3)}");
foreach (var (variable, partial) in Formula.Parse("f(x, z) = 2z^3 x^2").Gradient())
    Expect(variable == "x" ? "x: 4*z^3*x = 32" : "z: 6*x^2*z^2 = 24", $"{variable}: {partial} = {partial.At(1, 2)}");
try
{
    Formula.Parse("tanh(2x");
}
catch (CalculusException refused)
{
    Expect("'(' is never closed.", refused.Message);
}

var study = Study.Of("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", BindingContext.Empty, new Budget(new Limits()));
var derivative = study.Derivative("x");
Expect("6*x^5", study.Print(derivative).Text);
Expect("True", $"{study.Explain.Derivative(derivative).Count > 0}");
Console.WriteLine("the package works");

static void Expect(string expected, string actual)
{
    Console.WriteLine(actual);
    if (expected != actual) throw new InvalidOperationException($"Expected {expected}");
}
