namespace Calculus.Checkpoints;

/// <summary>A state that does not belong to the computation that it was to be put into.</summary>
/// <param name="message">What does not fit.</param>
internal sealed class SnapshotException(string message) : Exception(message);
