using System.Text.Json;

namespace CalcApi.Http.Requests;

/// <summary>A question within a request, which the route that it is for reads.</summary>
/// <param name="Json">The question.</param>
public sealed record QuestionBody(JsonElement Json);
