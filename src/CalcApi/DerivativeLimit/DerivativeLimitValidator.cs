using FluentValidation;

namespace CalcApi.DerivativeLimit;

internal sealed class DerivativeLimitValidator : AbstractValidator<DerivativeLimitRequest>;
