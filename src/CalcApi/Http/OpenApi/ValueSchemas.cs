using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>
/// The schemas of what is read and written by hand. Values have a component of their own; points stand where they are used, with the form by
/// names first, since generators of clients that know no alternatives take the first.
/// </summary>
internal static class ValueSchemas
{
    /// <summary>The component that describes a number, a vector or a matrix.</summary>
    public const string ValueName = "Value";

    /// <summary>Tells the generator about values and points.</summary>
    public static void Map(SwaggerGenOptions options)
    {
        options.MapType<JsonElement>(static () => new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The request, as its own route takes it." });
        options.MapType<Value>(static () => OfValue());
        options.MapType<ValueAnswer>(static () => OfValue());
        options.MapType<PointAnswer>(static () => ByName("A value for each variable, by its name: a number, a vector or a matrix."));
        options.MapType<Point>(static () => new OpenApiSchema
        {
            Description = "A point: a value for each variable by its name; a bare value where the function has one variable.",
            OneOf = [ByName("A value for each variable."), Number("The value of the one variable."), List("The vector or the matrix that is the one variable.")],
        });
        options.MapType<Lengths>(static () => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "The lengths of the axes: none for a number, one for a vector, two for a matrix; letters where only formulas are asked for.",
            Items = Length(),
        });
        options.MapType<LengthAnswer>(static () => Length());
        options.MapType<Resolution>(static () => new OpenApiSchema
        {
            Description = "How many samples along each axis: one number for all of them, or one for each variable by its name.",
            OneOf = [new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A number for each variable.", AdditionalProperties = Whole("Samples along this axis.") }, Whole("The number for every axis.")],
        });
        options.MapType<Claims>(static () => new OpenApiSchema
        {
            Description = "What is claimed: a number, a vector, a matrix or a formula as text for each variable by its name; a bare one where the function has one variable.",
            OneOf =
            [
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "A value or a formula for each variable; variables that are left out are not checked.",
                    AdditionalProperties = new OpenApiSchema { OneOf = [Formula("A formula in the function's own scope."), Number("A number."), List("A vector, or a matrix by its rows.")] },
                },
                Formula("A formula for the one variable."), Number("A number for the one variable."), List("A vector or a matrix for the one variable."),
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
        options.MapType<WrittenAnswer>(static () => new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The answer of the route, or a problem.", AdditionalPropertiesAllowed = true });
        options.MapType<QuestionBody>(static () => new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The body that the route takes.", AdditionalPropertiesAllowed = true });
    }

    /// <summary>The component.</summary>
    public static OpenApiSchema Value() => new()
    {
        Description = "A number, a vector as an array of numbers, or a matrix as an array of equally long rows. In requests all numbers are finite.",
        AnyOf = [Number("A number."), List("A vector, or a matrix by its rows.")],
    };

    private static OpenApiSchemaReference OfValue() => new(ValueName);

    private static OpenApiSchema Length() => new()
    {
        Description = "The length of an axis.",
        OneOf = [Whole("A length."), new OpenApiSchema { Type = JsonSchemaType.String, Description = "A letter such as n." }],
    };

    private static OpenApiSchema Number(string description) =>
        new() { Type = JsonSchemaType.Number, Format = "double", Description = description };

    private static OpenApiSchema Formula(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Whole(string description) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };

    private static OpenApiSchema ByName(string description) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        AdditionalProperties = OfValue(),
    };

    private static OpenApiSchema List(string description) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema { OneOf = [Number("An entry."), new OpenApiSchema { Type = JsonSchemaType.Array, Description = "A row.", Items = Number("An entry.") }] },
    };
}
