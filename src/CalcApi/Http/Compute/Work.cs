namespace CalcApi.Http.Compute;

/// <summary>How long a route's work may be.</summary>
public enum Work
{
    /// <summary>About a second of one core.</summary>
    Quick,

    /// <summary>Several quick questions, one after another.</summary>
    Batch,

    /// <summary>A descent: up to a minute.</summary>
    Run,
}
