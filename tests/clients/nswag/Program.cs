// Asks three routes by a client that NSwag made, and is refused once.
using clients.nswag;

var client = new CalcClient(new HttpClient { BaseAddress = new Uri(args[0]) });
var derivative = await client.DerivativeAsync(new DerivativeRequest { Function = "x^2", Point = new Dictionary<string, Value> { ["x"] = 3.0 } });
Expect("2*x 6 True", $"{derivative.Derivative.Text} {derivative.Value!.Number} {derivative.Verification!.Verified}");
var gradient = await client.GradientAsync(new GradientRequest { Function = "f(x, z) = 2z^3 x^2", Point = new Dictionary<string, Value> { ["x"] = 1.0, ["z"] = 2.0 } });
Expect("4*z^3*x, 6*x^2*z^2 at 32, 24", $"{string.Join(", ", gradient.Gradient.Select(partial => partial.Derivative.Text))} at {gradient.At.First().Gradient["x"].Number}, {gradient.At.First().Gradient["z"].Number}");
var descent = await client.DescentAsync(new DescentRequest { Function = "x^2", Start = new Dictionary<string, Value> { ["x"] = 3.0 }, Optimizer = new OptimizerRequest { Name = OptimizerRequestName.Sgd, Lr = 0.1 }, Steps = 5 });
Expect("Steps True", $"{descent.Stop.Reason} {descent.Best.Value < 1}");
try
{
    await client.DerivativeAsync(new DerivativeRequest { Function = "tanh(2x" });
}
catch (ApiException<Problem> refused)
{
    Expect("422 '(' is never closed.", $"{refused.StatusCode} {refused.Result.Detail}");
}

static void Expect(string expected, string actual)
{
    Console.WriteLine(actual);
    if (expected != actual) throw new InvalidOperationException($"Expected {expected}");
}
