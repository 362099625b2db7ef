using CalcApi.Catalog.Examples;

namespace CalcApi.Catalog;

/// <summary>An example before it is printed: what to look at, and the question that goes with it.</summary>
internal sealed record GalleryExample(
    string Idea, string Name, string Sentence, string Function, string Route, string Body, params (string Variable, double From, double To)[] Window)
{
    /// <summary>curve, surface or, without a window, model.</summary>
    public string Kind => Window.Length switch { 0 => "model", 1 => "curve", _ => "surface" };

    /// <summary>Where a reader of the page sees it best: the chapter that answers its question.</summary>
    public string Chapter => Route switch
    {
        "slope" or "chain-rule" or "gradient" or "descent" => Route,
        "directional-derivative" => "direction",
        "graph" => "chain-rule",
        _ => "derivative",
    };
}

/// <summary>The examples, grouped by idea, the simplest first. Each body leaves out the function and the route's common part.</summary>
internal static class Gallery
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GalleryExample> All { get; } =
    [
        .. CurveExamples.All,
        .. ChainExamples.All,
        .. ActivationExamples.All,
        .. SurfaceExamples.All,
        .. LearningExamples.All,
        .. DescentExamples.All,
    ];
}
