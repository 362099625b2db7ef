namespace Calculus.Syntax;

/// <summary>The notations in which a definition may be written.</summary>
public enum SourceFormat
{
    /// <summary>The function language.</summary>
    Text,

    /// <summary>LaTeX, as in a paper.</summary>
    Latex,

    /// <summary>Python, as in a notebook.</summary>
    Python,

    /// <summary>JavaScript.</summary>
    Javascript,
}
