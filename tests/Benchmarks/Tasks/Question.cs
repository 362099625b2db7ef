using System.Text;
using System.Text.Json;
using Calculus;
using Calculus.Binding;
using Calculus.Budgets;

namespace Benchmarks.Tasks;

/// <summary>A question whose cost is measured.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Function">The definition.</param>
/// <param name="IsGradient">Whether all partial derivatives are asked for, or one derivative.</param>
/// <param name="Repetitions">How often it is asked in one round.</param>
internal sealed record Question(string Name, string Function, bool IsGradient, int Repetitions)
{
    /// <summary>From the smallest to one of a hundred variables.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("x^2", "x^2", false, 400),
        new("three layers", "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", false, 300),
        new("thirty operations", "exp(-x^2/2)*sin(3x + 1) + log(1 + x^2)/(2 + cos(x)) - sqrt(x^2 + 4)*tanh(x/3) + x^3/(1 + x^4) - 5*atan(2x)", false, 100),
        new("the third derivative", "exp(-x^2)*sin(3x)", false, 100) { Order = 3 },
        new("a gradient of three", "f(x, y, z) = x^2*y + sin(y*z) + exp(-x^2)*z", true, 200),
        new("a gradient of a hundred", string.Join(" + ", Enumerable.Range(1, 100).Select(static i => $"(x{i} - sin(x{(i % 100) + 1}))^2")), true, 10),
    ];

    /// <summary>Which derivative.</summary>
    public int Order { get; init; } = 1;

    /// <summary>Asks the library as the service does.</summary>
    public void AskLibrary(bool verify)
    {
        var study = Study.Of(Function, BindingContext.Empty, new Budget(new Limits()));
        if (IsGradient)
        {
            var partials = study.Gradient(study.Variables);
            foreach (var partial in partials) study.Print(partial);
            if (verify) study.VerifyGradient(partials, []);
            return;
        }

        var derivative = study.Derivative(study.Variables[0], Order);
        study.Print(derivative);
        if (verify) study.Verify(derivative, []);
    }

    /// <summary>Asks a running service.</summary>
    public void AskService(HttpClient client, bool verify)
    {
        var body = IsGradient
            ? JsonSerializer.Serialize(new { function = Function, verify })
            : JsonSerializer.Serialize(new { function = Function, order = Order, verify });
        using var request = new HttpRequestMessage(HttpMethod.Post, IsGradient ? "/api/v1/gradient" : "/api/v1/derivative");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = client.Send(request);
        response.EnsureSuccessStatusCode();
        using var content = response.Content.ReadAsStream();
        content.CopyTo(Stream.Null);
    }
}
