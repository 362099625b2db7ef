using CalcApi.Http.Answers;
using CalcApi.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>The schemas of what is read and written by hand.</summary>
internal static class ValueSchemas
{
    /// <summary>Tells the generator about values and points.</summary>
    public static void Map(SwaggerGenOptions options)
    {
        options.MapType<Value>(static () => Number("A finite number."));
        options.MapType<Point>(static () => new OpenApiSchema
        {
            Description = "A point: a finite number for each variable by its name; a bare number where the function has one variable.",
            OneOf = [Number("The value of the one variable."), ByName("A value for each variable.")],
        });
        options.MapType<Resolution>(static () => new OpenApiSchema
        {
            Description = "How many samples along each axis: one number for all of them, or one for each variable by its name.",
            OneOf = [Whole("The number for every axis."), new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A number for each variable.", AdditionalProperties = Whole("Samples along this axis.") }],
        });
        options.MapType<Claims>(static () => new OpenApiSchema
        {
            Description = "What is claimed: a number or a formula as text for each variable by its name; a bare one where the function has one variable.",
            OneOf =
            [
                Number("A number for the one variable."), Formula("A formula for the one variable."),
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "A number or a formula for each variable; variables that are left out are not checked.",
                    AdditionalProperties = new OpenApiSchema { OneOf = [Number("A number."), Formula("A formula in the function's own scope.")] },
                },
            ],
        });
        options.MapType<PointAnswer>(static () => ByName("A number for each variable, by its name."));
    }

    private static OpenApiSchema Number(string description) =>
        new() { Type = JsonSchemaType.Number, Format = "double", Description = description };

    private static OpenApiSchema Formula(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Whole(string description) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };

    private static OpenApiSchema ByName(string description) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
    };
}
