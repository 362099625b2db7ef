using FluentValidation;

namespace CalcApi.ChainRule;

internal sealed class ChainRuleValidator : AbstractValidator<ChainRuleRequest>;
