using CalcApi.Http;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Batch;

internal sealed class BatchValidator : AbstractValidator<BatchRequest>
{
    public BatchValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Requests).NotEmpty().WithMessage("Ask at least one question.");
        RuleFor(request => request.Requests).AtMost("batchRequests", limits.BatchRequests);
    }
}
