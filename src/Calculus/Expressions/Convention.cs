namespace Calculus.Expressions;

/// <summary>Which slope is taken where there are two; lower and upper refer to the argument, not to the slope.</summary>
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
/// <param name="Takes">Which slope it takes; null where its answer is not a slope, or depends on how the function is written.</param>
/// <param name="Why">Why it takes that slope, in a sentence for people.</param>
public sealed record Convention(string System, KinkSide? Takes, string Why);
