using System.Text.Json;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Binding.Arrays;
using Calculus.Budgets;
using Calculus.Exercises;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.GradientCheck;
using Calculus.Learning;
using Calculus.Learning.DataSets;
using Calculus.Optimization;

namespace CalcApi.Catalog;

/// <summary>What there is to ask for, each with a request that runs.</summary>
internal static class CatalogEndpoints
{
    /// <summary>Maps <c>catalog/functions</c>, <c>operations</c>, <c>rules</c>, <c>examples</c>, <c>slips</c>, <c>exercises</c>, <c>optimizers</c>, <c>schedules</c>, <c>losses</c> and <c>datasets</c>. The answers never change, and are made once.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/catalog").WithTags("Catalog");
        var limits = routes.ServiceProvider.GetRequiredService<ServiceLimits>();

        group.MapFixed("/functions", () => new FunctionCatalogAnswer([.. Catalogue.All.Select(function => Describe(function, limits))], [.. ArrayFunctions.All.Select(Describe)]))
            .WithName("FunctionCatalog").WithSummary("The functions that a definition can call").WithDescription("Each with its domain, its derivatives and a definition that uses it.");
        group.MapFixed("/operations", static () => new OperationCatalogAnswer(Operations.All()))
            .WithName("OperationCatalog").WithSummary("What a definition can do with vectors, matrices, indices and derivatives").WithDescription("Reductions, products of matrices, losses, sums over an index, derivatives within a definition.");
        group.MapFixed("/rules", () => new RuleCatalogAnswer([.. RuleCatalogue.All.Select(rule => Describe(rule, limits))]))
            .WithName("RuleCatalog").WithSummary("The rules that steps go by").WithDescription("Each with a request whose steps use it.");
        group.MapFixed("/examples", () => new ExampleCatalogAnswer([.. Gallery.All.Select(example => Describe(example, limits))], [.. TestProblems.All.Select(problem => Describe(problem, limits))]))
            .WithName("ExampleCatalog").WithSummary("Examples worth looking at").WithDescription("Functions with something to see, and the problems on which optimizers are tested.");
        group.MapFixed("/slips", static () => new SlipCatalogAnswer([.. Slips.All.Select(static slip => new SlipAnswer(slip.Id, slip.Title, slip.Meaning))]))
            .WithName("SlipCatalog").WithSummary("The mistakes that gradient-check knows").WithDescription("The likelier ones first.");
        group.MapFixed("/exercises", static () => new ExerciseCatalogAnswer([.. ExerciseKinds.All.Select(static kind => new ExerciseKindAnswer(
                kind.Name, kind.Title, kind.Sentence, CatalogQuestion.Of("exercises", $$"""{ "rules": ["{{kind.Name}}"] }""")))]))
            .WithName("ExerciseCatalog").WithSummary("What there are exercises for").WithDescription("In the order in which people learn it, each with a request that makes a sheet.");
        group.MapFixed("/optimizers", () => new OptimizerCatalogAnswer([.. routes.ServiceProvider.GetRequiredService<Optimizers>().All.Select(OptimizerAnswer.Of)]))
            .WithName("OptimizerCatalog").WithSummary("The optimizers that a descent can follow").WithDescription("Each with its update, its parameters and a request that runs.");
        group.MapFixed("/schedules", static () => new ScheduleCatalogAnswer([.. ScheduleList.Own.All.Select(ScheduleAnswer.Of)]))
            .WithName("ScheduleCatalog").WithSummary("The schedules that a learning rate can follow").WithDescription("Each with its formula, its parameters and a request that runs.");
        group.MapFixed("/losses", static () => new LossCatalogAnswer([.. TrainingLosses.All.Select(LossAnswer.Of)]))
            .WithName("LossCatalog").WithSummary("The losses of a prediction against a target").WithDescription("Each with its formula and the tasks that it is for.");
        group.MapFixed("/datasets", static () => new DatasetCatalogAnswer([.. NamedDataSets.All.Select(DatasetAnswer.Of)]))
            .WithName("DatasetCatalog").WithSummary("The data sets that can be trained with by their names").WithDescription("Each with its columns and a request that runs.");
    }

    private static ArrayFunctionAnswer Describe(ArrayFunction function) => new(
        function.Name,
        function.Aliases,
        [.. function.Parameters.Select(static parameter => new ParameterAnswer(parameter.Name, parameter.Default))],
        function.Latex,
        function.Sentence,
        function.Example,
        Operations.Question(function.Example));

    private static FunctionAnswer Describe(Function function, ServiceLimits limits)
    {
        var isOfOne = function.MinimumArity == 1;
        var study = StudyOf(function.Formula, null, limits);
        return new(
            function.Name,
            function.Aliases,
            [.. function.Parameters.Select(parameter => new ParameterAnswer(parameter.Name, parameter.Default))],
            function.MinimumArity,
            function.MaximumArity == int.MaxValue ? null : function.MaximumArity,
            function.Latex,
            function.Sentence,
            function.Formula,
            [.. study.Variables.Select(variable => Derivative(study, variable))],
            function.Inverse,
            isOfOne ? function.Domain.ToString() : null,
            isOfOne ? function.Range.ToString() : null,
            [.. function.Kinks.Select(kink => new KinkAnswer(kink.At, kink.Left, kink.Right, kink.Value, kink.Period))],
            function.Example,
            CatalogQuestion.Of("parse", function.Example, "{}"));
    }

    // Only the names that the example has: a shape of another would be refused.
    private static string ShapesIn(Rule rule) => "{" + string.Join(", ", rule.Shapes!
        .Where(entry => Names.In(rule.Example, entry.Key))
        .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
        .Select(static entry => $"\"{entry.Key}\": [{string.Join(", ", entry.Value.Dimensions.ToArray())}]")) + "}";

    private static RuleAnswer Describe(Rule rule, ServiceLimits limits)
    {
        var (route, body) = rule.Explains switch
        {
            Explained.Gradient => ("gradient", """{ "steps": true }"""),
            Explained.ChainRule => ("chain-rule", "{}"),
            Explained.Arrays => ("gradient", $$"""{ "shapes": {{ShapesIn(rule)}}, "steps": true }"""),
            Explained.Implicit => ("implicit", """{ "variable": "x", "of": "y", "order": 2 }"""),
            Explained.Slope => ("slope", """{ "from": 1, "to": 3, "steps": true }"""),
            Explained.Direction => ("directional-derivative", """{ "point": { "x": 3, "z": 2 }, "direction": { "x": 6, "z": 8 }, "steps": true }"""),
            Explained.Curve => ("critical-points", """{ "box": { "x": [-3, 3] } }"""),
            Explained.Limit => ("derivative/limit", "{}"),
            _ => ("derivative", StudyOf(rule.Example, null, limits).Variables is [var first, _, ..]
                ? $$"""{ "variable": "{{first}}", "steps": true }"""
                : $$"""{ "order": {{(rule.Id is "differentiate-again" ? 2 : 1)}}, "steps": true }"""),
        };
        return new(rule.Id, rule.Title, rule.Sentence, rule.Latex, rule.Example, CatalogQuestion.Of(route, rule.Example, body));
    }

    private static FunctionDerivativeAnswer Derivative(Study study, string variable)
    {
        var printed = study.Print(study.Derivative(variable));
        return new(variable, printed.Text, printed.Latex);
    }

    private static ExampleAnswer Describe(GalleryExample example, ServiceLimits limits)
    {
        var request = CatalogQuestion.Of(example.Route, example.Function, example.Body);
        return new(
            example.Idea, example.Name, example.Kind, example.Sentence, example.Function, StudyOf(request, limits).Written.Latex, example.Chapter,
            example.Window.ToDictionary(axis => axis.Variable, IReadOnlyList<double> (axis) => [axis.From, axis.To], StringComparer.Ordinal),
            request);
    }

    // As written: what is written out would fill pages.
    private static TestProblemAnswer Describe(TestProblem problem, ServiceLimits limits)
    {
        var request = CatalogQuestion.Of("descent", problem.Function, problem.Question);
        return new(
            problem.Number, problem.Name, problem.Sentence, problem.Function, StudyOf(request, limits).Written.Latex, problem.Residuals, problem.ValueAtStart,
            problem.KnownValues, problem.Window ?? new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal), request);
    }

    private static Study StudyOf(CatalogQuestion request, ServiceLimits limits)
    {
        var point = (ValuesOf(request, "point") ?? ValuesOf(request, "start"))?.ToDictionary(static each => each.Key, static each => each.Value.Array.Shape, StringComparer.Ordinal);
        return StudyOf(request.Body.GetProperty("function").GetString()!, ValuesOf(request, "data"), limits, point);
    }

    private static Dictionary<string, Value>? ValuesOf(CatalogQuestion request, string field) =>
        request.Body.TryGetProperty(field, out var given) && given.ValueKind == JsonValueKind.Object
            ? given.EnumerateObject().ToDictionary(static each => each.Name, static each => ValueOf(each.Value), StringComparer.Ordinal)
            : null;

    private static Value ValueOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number) return Value.Scalar(value.GetDouble());
        return new Value(value[0].ValueKind == JsonValueKind.Array
            ? ArrayValue.Of([.. value.EnumerateArray().Select(static row => row.EnumerateArray().Select(static entry => entry.GetDouble()).ToArray())])
            : ArrayValue.Of([.. value.EnumerateArray().Select(static entry => entry.GetDouble())]));
    }

    private static Study StudyOf(string function, IReadOnlyDictionary<string, Value>? data, ServiceLimits limits, IReadOnlyDictionary<string, Shape>? shapes = null) =>
        Studies.Of(function, data, new Computation(new Budget(limits.Library), limits), [], shapes);
}
