using Calculus.Budgets;

namespace Calculus.Taylor;

/// <summary>A function has no Taylor polynomial of the order asked for at a point.</summary>
/// <param name="message">Why, as a sentence for people.</param>
internal sealed class TaylorException(string message) : CalculusException(message);
