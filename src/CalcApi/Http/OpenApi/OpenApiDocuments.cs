using System.Globalization;
using System.Reflection;
using System.Text;
using CalcApi.Http.Answers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

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
                Contact = new OpenApiContact { Name = "Whoever runs this service" },
            });
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.SupportNonNullableReferenceTypes();
            options.OperationFilter<ExamplesFilter>();
            options.OperationFilter<AnswersFilter>();
            options.OperationFilter<AskedByAddressFilter>();
            options.OperationFilter<RefusalsFilter>();
            options.SchemaFilter<MembersFilter>();
            options.SchemaFilter<WordsFilter>();
            options.DocumentFilter<AnswerNumbersFilter>();
            options.DocumentFilter<WholeFilter>();
            ValueSchemas.Map(options);
        });

    /// <summary>Serves the document at <c>/swagger/v1/swagger.json</c> and the page at <c>/swagger</c>.</summary>
    public static IApplicationBuilder UseOpenApiDocument(this IApplicationBuilder app)
    {
        var document = new FixedAnswer("application/json; charset=utf-8", () => Written(app.ApplicationServices));
        return app
        .Use(next => http => IsDocument(http.Request) ? document.Send(http) : next(http))
        .UseSwaggerUI(options =>
        {
            options.DocumentTitle = "CalcApi";
            options.EnableTryItOutByDefault();
            options.SwaggerEndpoint("v1/swagger.json", "CalcApi v1");
            // The page shows this service's document, whatever the query of a link says.
            options.ConfigObject.AdditionalItems["queryConfigEnabled"] = false;
        });
    }

    private static bool IsDocument(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Equals("/swagger/v1/swagger.json", StringComparison.OrdinalIgnoreCase);

    private static byte[] Written(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1").SerializeAsV31(new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
