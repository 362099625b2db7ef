using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>What each function declares about itself for people.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string> EveryName => [.. Catalogue.All.Select(static function => function.Name)];

    [Fact]
    public void Names_and_other_names_are_unique()
    {
        var names = Catalogue.All.SelectMany(static function => function.Aliases.Prepend(function.Name)).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, static name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public void Every_function_of_the_library_that_can_be_called_is_in_the_catalogue()
    {
        var declared = typeof(Catalogue).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Function)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(static type => (Function)Activator.CreateInstance(type)!)
            .Where(static function => function.IsNamed)
            .Select(static function => function.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(declared, Catalogue.All.Select(static function => function.Name).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EveryName))]
    public void The_example_binds_prints_and_reads_back(string name)
    {
        var function = Catalogue.ByName[name];
        Assert.EndsWith(".", function.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(function.Latex);
        Assert.NotEmpty(function.Parameters);
        var study = Study.Of(function.Example, BindingContext.Empty, Definitions.Budget());
        PrintingLaws.AssertReadsBack(study, study.Function);
        foreach (var variable in study.Variables) PrintingLaws.AssertReadsBack(study, study.Derivative(variable));
    }

    [Theory, MemberData(nameof(EveryName))]
    public void Another_name_reads_as_the_same_function(string name)
    {
        var function = Catalogue.ByName[name];
        foreach (var alias in function.Aliases)
        {
            var arguments = string.Join(", ", function.Parameters.Where(static parameter => parameter.Default is null).Select(static parameter => parameter.Name));
            var (first, second) = (Of($"{name}({arguments})"), Of($"{alias}({arguments})"));
            Assert.Equal(first.Function.Hash, second.Function.Hash);
        }

        static Study Of(string text) => Study.Of(text, BindingContext.Empty, Definitions.Budget());
    }

    // Inside a product, a power, a quotient and another function.
    [Theory, MemberData(nameof(EveryName))]
    public void A_call_in_any_place_reads_back(string name)
    {
        var example = Catalogue.ByName[name].Example;
        foreach (var text in new[] { $"2*({example})^2*x - 1", $"x/({example})", $"sin({example})", $"-({example})", $"({example})^(1/3)", $"2^({example})", $"(({example})!)^3" })
        {
            var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
            PrintingLaws.AssertReadsBack(study, study.Function);
        }
    }

    [Theory]
    [InlineData("sinc(x)", 1, "if(x == 0, 0, (cos(x) - sinc(x))/x)")]
    [InlineData("sinc(x)", 2, null)]
    [InlineData("sinc(x)", 7, null)]
    [InlineData("x*sinc(2x)^2", 1, null)]
    [InlineData("sinc(x*y)/(1 - x)", 2, null)]
    [InlineData("sinc(sinc(x))", 3, null)]
    [InlineData("g(u) = sinc(u); exp(sinc(g'(x)))", 1, null)]
    [InlineData("sigmoid(sinc(x))", 2, null)]
    [InlineData("max(x, 1)*sinc(x)", 1, null)]
    public void Derivatives_of_sinc_read_back(string text, int order, string? expected)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var derivative = study.Derivative("x", order);
        if (expected is not null) Assert.Equal(expected, study.Print(derivative).Text);
        Assert.DoesNotContain("derivative", study.Print(derivative).Text, StringComparison.Ordinal);
        PrintingLaws.AssertReadsBack(study, derivative);
    }
}
