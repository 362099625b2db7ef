namespace CalcApi.Http.Trajectories;

/// <summary>Which steps of a descent are kept; it never changes what is computed.</summary>
public sealed record RecordRequest
{
    /// <summary>Keeps the steps that are multiples of this; by default each.</summary>
    public int? Every { get; init; }

    /// <summary>The most points kept before the last; by default 20,000.</summary>
    public int? Limit { get; init; }

    /// <summary>Keeps what the optimizer remembers too, such as Adam's means; false where left out.</summary>
    public bool? Internals { get; init; }
}
