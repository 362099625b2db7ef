using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Simplification;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Simplification;

public sealed class SimplifyTests
{
    [Theory]
    [InlineData("x^2/x", "x")]
    [InlineData("sqrt(x)*sqrt(x)", "x")]
    [InlineData("sqrt(x)/x", "1/sqrt(x)")]
    [InlineData("x^x*x", "x^(x + 1)")]
    [InlineData("1/(1/x)", "x")]
    [InlineData("exp(x)*exp(y)", "exp(x + y)")]
    [InlineData("exp(x)^2", "exp(2*x)")]
    [InlineData("1/exp(x)^2", "1/exp(2*x)")]
    [InlineData("exp(2log(x))", "x^2")]
    [InlineData("exp(y*log(x))", "x^y")]
    [InlineData("sin(x)/cos(x)", "tan(x)")]
    [InlineData("sinh(x)^2/cosh(x)", "sinh(x)*tanh(x)")]
    [InlineData("sin(x)^2 + cos(x)^2", "1")]
    [InlineData("3sin(y)^2*x + 3cos(y)^2*x", "3*x")]
    [InlineData("1 - sin(x)^2", "cos(x)^2")]
    [InlineData("cosh(x)^2 - sinh(x)^2", "1")]
    [InlineData("x/abs(x)", "sign(x)")]
    [InlineData("sign(x)*abs(x)", "x")]
    [InlineData("x*sign(x)", "abs(x)")]
    [InlineData("log(x) - log(x)", "0")]
    [InlineData("x*exp(x) + exp(x)", "exp(x)*(x + 1)")]
    [InlineData("x/2 + y/2", "(x + y)/2")]
    [InlineData("1/(x + 1) - x/(x + 1)^2", "1/(x + 1)^2")]
    [InlineData("(x^2 - 1)/(x - 1)", "x + 1")]
    [InlineData("(x^2 - y^2)/(x - y)", "x + y")]
    [InlineData("(x^2 - 2x + 1)/(x - 1)^2", "1")]
    [InlineData("(exp(2x) - 1)/(exp(x) - 1)", "(exp(2*x) - 1)/(exp(x) - 1)")]
    [InlineData("(x + 1)^2 - x^2", "2*x + 1")]
    [InlineData("1/(x^2*(1 + 1/x^2))", "1/(x^2 + 1)")]
    [InlineData("(x + 1)^3", "(x + 1)^3")]
    [InlineData("x^3 - 3x", "x^3 - 3*x")]
    [InlineData("log(x) + log(y)", "log(x) + log(y)")]
    [InlineData("sqrt(x)*sqrt(y)", "sqrt(x)*sqrt(y)")]
    public void Formulas_become_what_a_person_writes(string text, string expected)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var simplified = Simplify.Of(study.Function);

        Assert.Equal(expected, study.Print(simplified).Text);
        Assert.Same(simplified, Simplify.Of(simplified));
    }

    [Theory]
    [InlineData("x^2/x", "x != 0")]
    [InlineData("(x^2 - 1)/(x - 1)", "x != 1")]
    [InlineData("log(x)", "")]
    [InlineData("x^2/x + 1/(0*log(x))", "0*log(x) != 0, x > 0")]
    [InlineData("exp(log(x - 2))", "x > 2")]
    [InlineData("sqrt(x)*sqrt(x)", "x >= 0")]
    [InlineData("x/abs(x)", "x != 0")]
    [InlineData("log(3 - x) - log(3 - x)", "x < 3")]
    [InlineData("1/(1/(x*y))", "x != 0, y != 0")]
    [InlineData("if(x > 0, log(x), 0)", "")]
    [InlineData("if(x == 0, 1, sin(x)/x)", "")]
    [InlineData("if(x > 1, exp(log(x)), 0)", "")]
    [InlineData("if(x > 1, x^2/x, 0)", "")]
    [InlineData("if(x >= 0, x^2/x, 0)", "x != 0")]
    [InlineData("if(x < -3, x^2/x, 0)", "")]
    [InlineData("if(x > -1, exp(log(x)), 0)", "x <= -1 or x > 0")]
    [InlineData("if(y > 0, x^2/x, 0)", "y <= 0 or x != 0")]
    [InlineData("if(y > 0, x^2/x, x^3/x)", "x != 0")]
    [InlineData("if(y > 0, x^2/x, 0) + x^2/x", "x != 0")]
    public void What_a_formula_lost_of_its_domain_is_said(string text, string expected)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var lost = DomainConditions.Lost(DomainConditions.Of(study.Function), Simplify.Of(study.Function));

        Assert.Equal(expected, string.Join(", ", lost.Select(condition => study.Print(condition).Text).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("(1/(x*(y-1)))^(1/(y-1))")]
    [InlineData("29^11^7")]
    [InlineData("9^9^9^9")]
    [InlineData("(1+1/x)^2 + (1+1/x)^2/(1+1/x) + 1/(1+1/x)^2 + (1+1/x)^3")]
    [InlineData("sqrt(2 + sqrt(3 + sqrt(5 + sqrt(x + sqrt(x)))))")]
    [InlineData("(x+y+z)^500")]
    [InlineData("((x+1)^30 - (x-1)^30)/(x^30 - 1)")]
    [InlineData("sin(x*sin(x*sin(x*sin(x*sin(x*sin(x))))))")]
    [InlineData("1/(1+1/(1+1/(1+1/(1+1/(1+1/x)))))")]
    [InlineData("sin(x)^50*cos(x)^50")]
    [InlineData("(x^2-1)^40/(x-1)^40")]
    [InlineData("exp(exp(exp(exp(x))))")]
    [InlineData("x^x^x^x")]
    [InlineData("log(log(log(log(log(x)))))")]
    [InlineData("tan(tan(tan(tan(x))))")]
    [InlineData("((x+1)/(x-1))^30")]
    [InlineData("1/(x*(1+1/(x*(1+1/(x*(1+1/x))))))")]
    [InlineData("sqrt(x^2+y^2)^99/(x^2+y^2)^49")]
    [InlineData("(x+1)*(x+2)*(x+3)*(x+4)*(x+5)*(x+6)*(x+7)*(x+8)*(x+9)*(x+10)*(x+11)*(x+12)")]
    [InlineData("abs(abs(abs(x)-1)-1)/abs(abs(x)-1)")]
    [InlineData("(x+y)^12/(x^2+2x*y+y^2)^6")]
    [InlineData("1/(x+1)+1/(x+2)+1/(x+3)+1/(x+4)+1/(x+5)+1/(x+6)+1/(x+7)+1/(x+8)")]
    [InlineData("max(max(max(x,y),x*y),x^2*y)*min(x,min(y,x*y))")]
    [InlineData("2^3^4^5*x")]
    [InlineData("0.1^300*x^300")]
    [InlineData("((((x^2)^3)^5)^7)^11")]
    [InlineData("sigmoid(sigmoid(sigmoid(sigmoid(x*y))))")]
    [InlineData("(1/(x*(y-1))+1/(y*(x-1)))^(1/((x-1)*(y-1)))")]
    [InlineData("(exp(x)-exp(-x))^20/(exp(x)+exp(-x))^20")]
    public void Inputs_that_others_depend_on_stay_within_their_trials(string text)
    {
        var budget = Definitions.Budget(new Limits { SimplificationTrials = 20_000 });
        var study = Study.Of(text, BindingContext.Empty, budget);
        foreach (var variable in study.Variables)
        {
            var derivative = study.Derivative(variable);
            Assert.NotEmpty(study.Print(derivative).Text);
        }

        Assert.False(budget.Shortened);
    }
}
