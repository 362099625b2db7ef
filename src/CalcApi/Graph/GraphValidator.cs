using FluentValidation;

namespace CalcApi.Graph;

internal sealed class GraphValidator : AbstractValidator<GraphRequest>;
