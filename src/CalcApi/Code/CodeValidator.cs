using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Code;

internal sealed class CodeValidator : AbstractValidator<CodeRequest>
{
    public CodeValidator()
    {
        RuleFor(request => request.Language)
            .Must(static name => CodeEndpoints.Languages.ContainsKey(name) || string.Equals(name, CodeEndpoints.Latex, StringComparison.Ordinal))
            .WithMessage("The languages are numpy, pytorch, jax, csharp, javascript, c and latex.").IsNotSupported();
        RuleFor(request => request.Of)
            .Must(static name => name is null || CodeEndpoints.Contents.ContainsKey(name))
            .WithMessage("Code computes value, gradient or hessian.").IsNotSupported();
    }
}
