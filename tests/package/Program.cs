// Uses the package as a program of somebody else does.
using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Optimization;

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

var budget = new Budget(new Limits());
var bowl = Study.Of("f(x, y) = x^2 + 3y^2", BindingContext.Empty, budget);
var rates = new Dictionary<string, ParameterValue> { ["lr"] = 0.1 };
var path = Descent.Run(bowl.Objective(), [2, 1], Optimizers.Own.Named("sgd").Start(rates, 2), new(Steps: 100) { Stop = new(Gradient: 1e-6) }, budget);
Expect("converged", path.Stop.Reason);
Console.WriteLine("the package works");

static void Expect(string expected, string actual)
{
    Console.WriteLine(actual);
    if (expected != actual) throw new InvalidOperationException($"Expected {expected}");
}
