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
        options.MapType<Value>(static () => AnyShape("A finite number, a vector as an array of numbers, or a matrix as an array of equally long rows."));
        options.MapType<Point>(static () => new OpenApiSchema
        {
            Description = "A point: a value for each variable by its name; a bare value where the function has one variable.",
            OneOf = [Number("The value of the one variable."), List("The vector or the matrix that is the one variable."), ByName("A value for each variable.")],
        });
        options.MapType<Lengths>(static () => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "The lengths of the axes: none for a number, one for a vector, two for a matrix; letters where only formulas are asked for.",
            Items = new OpenApiSchema { OneOf = [Whole("A length."), new OpenApiSchema { Type = JsonSchemaType.String, Description = "A letter such as n." }] },
        });
        options.MapType<ValueAnswer>(static () => AnyShape("A number, a vector as an array of numbers, or a matrix as an array of rows."));
        options.MapType<Resolution>(static () => new OpenApiSchema
        {
            Description = "How many samples along each axis: one number for all of them, or one for each variable by its name.",
            OneOf = [Whole("The number for every axis."), new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A number for each variable.", AdditionalProperties = Whole("Samples along this axis.") }],
        });
        options.MapType<Claims>(static () => new OpenApiSchema
        {
            Description = "What is claimed: a number, a vector, a matrix or a formula as text for each variable by its name; a bare one where the function has one variable.",
            OneOf =
            [
                Number("A number for the one variable."), List("A vector or a matrix for the one variable."), Formula("A formula for the one variable."),
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "A value or a formula for each variable; variables that are left out are not checked.",
                    AdditionalProperties = new OpenApiSchema { OneOf = [Number("A number."), List("A vector, or a matrix by its rows."), Formula("A formula in the function's own scope.")] },
                },
            ],
        });
        options.MapType<ColumnValues>(static () => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "A column: all numbers or all texts.",
            Items = new OpenApiSchema { OneOf = [Number("A number."), new OpenApiSchema { Type = JsonSchemaType.String, Description = "A text, such as the name of a class." }] },
        });
        options.MapType<BoxSide>(static () => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "From and to for a variable with all its entries, or such a pair for each of its entries.",
            Items = new OpenApiSchema { OneOf = [Number("From, then to."), new OpenApiSchema { Type = JsonSchemaType.Array, Description = "From and to of one entry.", Items = Number("From, then to.") }] },
        });
        options.MapType<PointAnswer>(static () => ByName("A value for each variable, by its name: a number, a vector or a matrix."));
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
        AdditionalProperties = AnyShape("A number, a vector or a matrix."),
    };

    private static OpenApiSchema AnyShape(string description) => new()
    {
        Description = description,
        OneOf = [Number("A number."), List("A vector, or a matrix by its rows.")],
    };

    private static OpenApiSchema List(string description) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema { OneOf = [Number("An entry."), new OpenApiSchema { Type = JsonSchemaType.Array, Description = "A row.", Items = Number("An entry.") }] },
    };
}
