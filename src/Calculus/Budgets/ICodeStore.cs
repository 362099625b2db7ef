namespace Calculus.Budgets;

/// <summary>
/// Keeps code that took long to make from one question to the next, by the structure that it was made from. Many threads may ask it at once.
/// </summary>
internal interface ICodeStore
{
    /// <summary>The code of a structure; null where it is not kept.</summary>
    /// <param name="structure">What the code was made from; equal structures have the same code.</param>
    object? Find(object structure);

    /// <summary>Keeps code for later, as long as there is room.</summary>
    /// <param name="structure">What it was made from.</param>
    /// <param name="code">The code, which nothing changes any more.</param>
    /// <param name="bytes">How much memory both take.</param>
    void Keep(object structure, object code, long bytes);
}
