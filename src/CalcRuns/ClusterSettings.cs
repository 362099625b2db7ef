namespace CalcRuns;

/// <summary>How several machines share their runs.</summary>
public sealed record ClusterSettings
{
    /// <summary>The port for other machines, where nothing is said.</summary>
    public const int DefaultPort = 11_111;

    /// <summary>Where their common store is, in the form that StackExchange.Redis takes.</summary>
    public required string Redis { get; init; }

    /// <summary>What they have in common: those of other names have other runs in the same store.</summary>
    public required string Name { get; init; }

    /// <summary>Under which address the others reach this one, or in which network; null for its own first address.</summary>
    public string? Address { get; init; }

    /// <summary>At which port the others reach this one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>What they prove to one another who they are with; null where they speak in the clear.</summary>
    public ClusterTls? Tls { get; init; }

    /// <summary>Whether Kubernetes tells the address, and which machines have gone.</summary>
    public bool IsKubernetes { get; init; }
}

/// <summary>Files in PEM form by which machines know one another.</summary>
/// <param name="Certificate">The certificate of this one.</param>
/// <param name="Key">Its key.</param>
/// <param name="Authority">Whose certificates are taken from others.</param>
public sealed record ClusterTls(string Certificate, string Key, string Authority);
