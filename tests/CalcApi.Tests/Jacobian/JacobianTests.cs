using Xunit;

namespace CalcApi.Tests.Jacobian;

public sealed class JacobianTests(Api service)
{
    [Fact]
    public async Task Rows_are_outputs_and_columns_inputs()
    {
        var answer = await service.Answer("jacobian", """{ "function": "f(r, t) = [r*cos(t), r*sin(t)]", "point": { "r": 2, "t": 0 } }""");
        Assert.Equal("cos(t) -r*sin(t) sin(t) r*cos(t)", string.Join(' ', answer.GetProperty("jacobian").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetProperty("text").GetString()))));
        Answers.Close([1, 0, 0, 2], Entries(answer));
        Answers.Close([2, 0], answer.Numbers("functionValue"));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Theory]
    [InlineData("f(x) = A @ exp(x)", """{ "x": [0, 0] }""", "A @ diag(exp(x))", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("f(x) = x .* x", """{ "x": [1, 2] }""", "2*diag(x)", new double[] { 2, 0, 0, 4 })]
    [InlineData("f(x) = x[1:2]", """{ "x": [1, 2, 3] }""", null, new double[] { 1, 0, 0, 0, 1, 0 })]
    [InlineData("f(x) = sum(x)*x", """{ "x": [1, 2] }""", null, new double[] { 4, 1, 2, 5 })]
    [InlineData("f(x) = norm(x)", """{ "x": [3, 4] }""", "x/norm(x)", new[] { 0.6, 0.8 })]
    public async Task A_function_of_a_vector_has_one_formula(string function, string point, string? formula, double[] value)
    {
        var data = function.Contains('A', StringComparison.Ordinal) ? """ "data": { "A": [[1, 2], [3, 4], [5, 6]] }, """ : "";
        var answer = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}} }""");
        if (formula is not null) Assert.Equal(formula, answer.GetProperty("jacobian")[0][0].GetProperty("text").GetString());
        Answers.Close(value, Entries(answer));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Theory]
    [InlineData("f(x) = A @ exp(x)", """{ "x": [0.3, -0.4] }""", """{ "x": [1, -2] }""", new double[] { 1, -2 })]
    [InlineData("f(x, c) = [c*x[1], x[2]^c, A[1, 2]*c]", """{ "x": [2, 3], "c": 2 }""", """{ "x": [1, -1], "c": 0.5 }""", new[] { 1, -1, 0.5 })]
    [InlineData("f(W, x) = tanh(W @ x)", """{ "W": [[0.1, 0.2], [0.3, -0.4]], "x": [1, 2] }""", """{ "W": [[1, 0], [2, -1]], "x": [0.5, 0] }""", new[] { 1, 0, 2, -1, 0.5, 0 })]
    [InlineData("f(x) = norm(x)", """{ "x": [3, 4] }""", """{ "x": [1, 2] }""", new double[] { 1, 2 })]
    public async Task A_product_with_a_vector_is_the_matrix_times_it(string function, string point, string vector, double[] entries)
    {
        var data = function.Contains('A', StringComparison.Ordinal) ? """ "data": { "A": [[1, 2], [3, 4], [5, 6]] }, """ : "";
        var answer = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}}, "vector": {{vector}} }""");
        var rows = answer.GetProperty("value").EnumerateArray().Select(row => row.EnumerateArray().Select(entry => entry.GetDouble()).ToArray());
        var product = answer.GetProperty("vectorProduct");
        double[] actual = product.ValueKind == System.Text.Json.JsonValueKind.Array ? [.. product.EnumerateArray().Select(entry => entry.GetDouble())] : [product.GetDouble()];
        Answers.Close([.. rows.Select(row => row.Zip(entries, (slope, step) => slope * step).Sum())], actual, 1e-11);
    }

    [Theory]
    [InlineData("""{ "function": "f(x) = x.^2", "vector": { "x": [1, 2] } }""", "vector")]
    [InlineData("""{ "function": "f(x) = x.^2", "point": { "x": [1, 2] }, "vector": { "x": [1, 2, 3] } }""", "vector.x")]
    [InlineData("""{ "function": "f(x, y) = x.^2*y", "point": { "x": [1, 2], "y": 1 }, "vector": { "x": [1, 2], "y": 1 }, "variables": ["x"] }""", "variables")]
    public async Task A_vector_that_does_not_fit_is_refused(string body, string field) =>
        Assert.Contains(field, (await service.Ask("jacobian", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData("f(x) = A @ exp(x)", """{ "x": [0.3, -0.4] }""", "[1, -2, 0.5]", new[] { 1, -2, 0.5 })]
    [InlineData("f(x, c) = [c*x[1], x[2]^c, A[1, 2]*c]", """{ "x": [2, 3], "c": 2 }""", "[1, -1, 3]", new double[] { 1, -1, 3 })]
    [InlineData("f(W, x) = tanh(W @ x)", """{ "W": [[0.1, 0.2], [0.3, -0.4]], "x": [1, 2] }""", "[2, -1]", new double[] { 2, -1 })]
    [InlineData("f(r, t) = [r*cos(t), r*sin(t)]", """{ "r": 2, "t": 0.5 }""", "[0.25, 4]", new[] { 0.25, 4 })]
    [InlineData("f(x) = norm(x)", """{ "x": [3, 4] }""", "-2", new double[] { -2 })]
    [InlineData("f(X) = X @ X", """{ "X": [[1, 2], [3, 4]] }""", "[[1, 0], [2, -1]]", new double[] { 1, 0, 2, -1 })]
    public async Task A_product_with_a_covector_is_it_times_the_matrix(string function, string point, string covector, double[] weights)
    {
        var data = function.Contains('A', StringComparison.Ordinal) ? """ "data": { "A": [[1, 2], [3, 4], [5, 6]] }, """ : "";
        var answer = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}}, "covector": {{covector}} }""");
        double[][] rows = [.. answer.GetProperty("value").EnumerateArray().Select(row => row.EnumerateArray().Select(entry => entry.GetDouble()).ToArray())];
        double[] actual = [.. answer.GetProperty("variables").EnumerateArray().SelectMany(name => Flat(answer.GetProperty("covectorProduct").GetProperty(name.GetString()!)))];
        Answers.Close([.. rows[0].Select((_, column) => rows.Select((row, k) => weights[k] * row[column]).Sum())], actual, 1e-11);
    }

    [Theory]
    [InlineData("""{ "function": "f(x) = x.^2", "covector": [1, 2] }""", "covector")]
    [InlineData("""{ "function": "f(x) = x.^2", "point": { "x": [1, 2] }, "covector": [1, 2, 3] }""", "covector")]
    [InlineData("""{ "function": "f(x) = x.^2", "point": { "x": [1, 2] }, "covector": 1 }""", "covector")]
    [InlineData("""{ "function": "f(x) = norm(x)", "point": { "x": [1, 2] }, "covector": [1, 2] }""", "covector")]
    [InlineData("""{ "function": "f(x, y) = x.^2*y", "point": { "x": [1, 2], "y": 1 }, "covector": [1, 2], "variables": ["x"] }""", "variables")]
    public async Task A_covector_that_does_not_fit_is_refused(string body, string field) =>
        Assert.Contains(field, (await service.Ask("jacobian", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    private static IEnumerable<double> Flat(System.Text.Json.JsonElement value) =>
        value.ValueKind == System.Text.Json.JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [value.GetDouble()];

    private static double[] Entries(System.Text.Json.JsonElement answer) =>
        [.. answer.GetProperty("value").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetDouble()))];

    [Theory]
    [InlineData("f(r, t) = [r*cos(t), r^2, t]", """{ "r": 2, "t": 0.5 }""", "")]
    [InlineData("f(x) = A @ exp(x)", """{ "x": [0.3, -0.4] }""", "diag(exp(x)) @ A'")]
    [InlineData("f(W, x) = tanh(W @ x)", """{ "W": [[0.1, 0.2], [0.3, -0.4]], "x": [1, 2] }""", null)]
    [InlineData("f(x) = norm(x)", """{ "x": [3, 4] }""", "x/norm(x)")]
    [InlineData("x^2", "3", "2*x")]
    public async Task Denominator_layout_is_the_transpose(string function, string point, string? formula)
    {
        var data = function.Contains('A', StringComparison.Ordinal) ? """ "data": { "A": [[1, 2], [3, 4], [5, 6]] }, """ : "";
        var plain = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}} }""");
        var turned = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}}, "layout": "denominator" }""");
        Assert.Equal(("numerator", "denominator"), (plain.GetProperty("layout").GetString(), turned.GetProperty("layout").GetString()));
        var (rows, columns) = (Rows(plain), Rows(turned));
        Assert.Equal((rows.Length, rows[0].Length), (columns[0].Length, columns.Length));
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < columns.Length; j++) Assert.Equal(rows[i][j], columns[j][i]);
        var (lists, swapped) = (plain.GetProperty("jacobian"), turned.GetProperty("jacobian"));
        Assert.Equal((lists.GetArrayLength(), lists[0].GetArrayLength()), (swapped[0].GetArrayLength(), swapped.GetArrayLength()));
        if (formula is "") Assert.Equal(lists[1][0].GetProperty("text").GetString(), swapped[0][1].GetProperty("text").GetString());
        else if (formula is not null) Assert.Equal(formula, swapped[0][0].GetProperty("text").GetString());

        static double[][] Rows(System.Text.Json.JsonElement answer) => [.. answer.GetProperty("value").EnumerateArray().Select(static row => row.EnumerateArray().Select(static entry => entry.GetDouble()).ToArray())];
    }

    [Fact]
    public async Task Another_layout_is_refused() =>
        Assert.Contains("layout", (await service.Ask("jacobian", """{ "function": "x^2", "layout": "mixed" }""")).Fields, StringComparer.Ordinal);
}
