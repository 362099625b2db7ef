using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.LongWork;
using CalcApi.Http.Problems;
using Calculus.Budgets;
using FluentValidation;

namespace CalcApi.Http.Hosting;

/// <summary>What the routes need from the host.</summary>
public static class ServiceSetup
{
    /// <summary>Registers limits, gates, validators, the exception handler and how answers are written.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services, IConfiguration configuration) => services
        .AddServiceLimits(configuration)
        .AddSingleton<IFaultObserver, Faults>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ComputeMeters>()
        .AddSingleton<Admission>()
        .AddSingleton<QuestionBook>()
        .AddLongWork(configuration)
        .AddSingleton<KeptAnswers>()
        .AddSingleton<ICodeStore, KeptCode>()
        .AddValidatorsFromAssemblyContaining<Problem>(ServiceLifetime.Singleton, includeInternalTypes: true)
        .AddSingleton<ExceptionProblems>()
        .AddExceptionHandler<ExceptionProblems>()
        .AddHostedService<IdleCollection>()
        .ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.DefaultIgnoreCondition = AnswerJson.Options.DefaultIgnoreCondition;
            options.SerializerOptions.Encoder = AnswerJson.Options.Encoder;
            foreach (var converter in AnswerJson.Options.Converters) options.SerializerOptions.Converters.Add(converter);
        });

    /// <summary>Turns every way a request can fail into a problem.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler(static _ => { })
        .UseProblemsForBareStatuses();
}
