using CalcApi.Http.Answers;

namespace CalcApi.Train;

/// <summary>What does not change in the drawing of a training.</summary>
/// <param name="Axes">The places where the model is asked what it says: one axis for a curve, two for a grid; missing where there are more features, or the definition does not show what is predicted.</param>
/// <param name="Boundary">Of two classes: what is predicted where they meet.</param>
/// <param name="Train">The examples that are learnt from.</param>
/// <param name="Test">Those that test; missing where there are none.</param>
public sealed record DrawingAnswer(IReadOnlyList<AxisAnswer>? Axes, double? Boundary, DrawnExamplesAnswer Train, DrawnExamplesAnswer? Test);

/// <summary>An axis of a drawing.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Values">Its values, rising.</param>
public sealed record AxisAnswer(string Feature, IReadOnlyList<double> Values);

/// <summary>Examples to be drawn, as they were given.</summary>
/// <param name="Features">A column for each feature.</param>
/// <param name="Target">The quantities, or the places of the classes, from 0.</param>
public sealed record DrawnExamplesAnswer(IReadOnlyDictionary<string, IReadOnlyList<double>> Features, IReadOnlyList<double> Target);

/// <summary>What is drawn of some steps: entry i of each column belongs to the step at place i.</summary>
/// <param name="Predictions">For each step and each output what is predicted at every place, row by row: entry j·n + i stands at entry i of the first axis (of n entries) and entry j of the second. There is one output for a quantity and for two classes (the probability of the second, to six decimals), else one for each class.</param>
/// <param name="Gradient">The gradient that the last step before it went by; at step 0 that of the first.</param>
/// <param name="Change">What that step added to each weight; at step 0 nothing.</param>
public sealed record DrawnStepsAnswer(
    IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>? Predictions, IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Gradient, IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Change);
