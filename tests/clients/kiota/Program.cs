// Asks three routes by a client that Kiota made, and is refused once.
using Calc;
using Calc.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var client = new CalcClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] });
var derivative = await client.Api.V1.Derivative.PostAsync(new DerivativeRequest { Function = "x^2", Order = 1 });
Expect("2*x True", $"{derivative!.Derivative!.Text} {derivative.Verification!.Verified}");
var gradient = await client.Api.V1.Gradient.PostAsync(new GradientRequest { Function = "f(x, z) = 2z^3 x^2" });
Expect("4*z^3*x, 6*x^2*z^2", string.Join(", ", gradient!.Gradient!.Select(partial => partial.Derivative!.Text)));
var read = await client.Api.V1.Parse.PostAsync(new ParseRequest { Function = @"\frac{1}{2}x^2" });
Expect("x^2/2", read!.Function!.Text!);
try
{
    await client.Api.V1.Derivative.PostAsync(new DerivativeRequest { Function = "tanh(2x" });
}
catch (Problem refused)
{
    Expect("'(' is never closed.", refused.Message);
}

static void Expect(string expected, string actual)
{
    Console.WriteLine(actual);
    if (expected != actual) throw new InvalidOperationException($"Expected {expected}");
}
