using System.Reflection;
using Microsoft.OpenApi;

namespace CalcApi.Http.OpenApi;

/// <summary>The OpenAPI document and the page to explore it.</summary>
public static class OpenApiDocuments
{
    /// <summary>Describes every route, every field and an example of each question.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "CalcApi",
                Version = "v1",
                Description = "Calculus for deep learning: derivatives, gradients, directional derivatives and gradient descent of a function given as text.",
            });
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.SupportNonNullableReferenceTypes();
            options.OperationFilter<ExamplesFilter>();
            options.OperationFilter<AskedByAddressFilter>();
            options.SchemaFilter<MembersFilter>();
            options.DocumentFilter<AnswerNumbersFilter>();
            ValueSchemas.Map(options);
        });

    /// <summary>Serves the document at <c>/swagger/v1/swagger.json</c> and the page at <c>/swagger</c>.</summary>
    public static IApplicationBuilder UseOpenApiDocument(this IApplicationBuilder app) => app
        .UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1)
        .UseSwaggerUI(options =>
        {
            options.DocumentTitle = "CalcApi";
            options.EnableTryItOutByDefault();
            options.SwaggerEndpoint("v1/swagger.json", "CalcApi v1");
            // The page shows this service's document, whatever the query of a link says.
            options.ConfigObject.AdditionalItems["queryConfigEnabled"] = false;
        });
}
