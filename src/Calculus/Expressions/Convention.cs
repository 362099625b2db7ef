namespace Calculus.Expressions;

/// <summary>Which slope is taken where there are two; lower and upper by the argument, not by the slope.</summary>
public enum KinkSide
{
    /// <summary>The slope below the kink.</summary>
    Lower,

    /// <summary>The slope above the kink.</summary>
    Upper,

    /// <summary>The mean of both.</summary>
    Middle,
}

/// <summary>What another system answers where a function has no derivative.</summary>
/// <param name="System">The system, such as <c>PyTorch</c>.</param>
/// <param name="Takes">Which slope it takes; null where its answer is no slope, or not the same for every way of writing.</param>
/// <param name="Why">How it comes to that, in a sentence for people.</param>
public sealed record Convention(string System, KinkSide? Takes, string Why);
