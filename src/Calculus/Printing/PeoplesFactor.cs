using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>A factor of a product as people write it: a base with a positive exponent, above or below the line.</summary>
/// <param name="Node">The factor as the product holds it; below the line it is a power with a negative exponent.</param>
/// <param name="Base">What is raised.</param>
/// <param name="Exponent">The exponent without its sign; one where the exponent is not a number, and then the base is the whole factor.</param>
internal readonly record struct PeoplesFactor(Expression Node, Expression Base, Rational Exponent);

/// <summary>A product as people write it: a number, factors above the line, factors below it.</summary>
/// <param name="Coefficient">The number; its denominator belongs below the line.</param>
/// <param name="Numerator">The factors above the line, in order.</param>
/// <param name="Denominator">The factors below the line, in order.</param>
internal sealed record PeoplesProduct(Rational Coefficient, IReadOnlyList<PeoplesFactor> Numerator, IReadOnlyList<PeoplesFactor> Denominator);
