using FluentValidation;

namespace CalcApi.Runs;

internal sealed class RunsValidator : AbstractValidator<RunRequest>;
