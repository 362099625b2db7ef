namespace Calculus.Budgets;

/// <summary>What was asked has no answer: the text has no meaning, a limit does not suffice, or a value is missing. Whoever asked can mend it.</summary>
/// <param name="message">Why, in a sentence for people.</param>
public abstract class CalculusException(string message) : Exception(message);
