using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class ModelTests(Site site)
{
    private const string Loss = "p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y)";
    private const string Table = "a,c,y\n1,2,0\n3,4,1\n5,6,1\nw = [0.1, -0.2]\nb = 0";

    [Fact]
    public async Task A_pasted_table_gives_the_gradient_of_a_model_in_formulas_and_numbers()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.Part("dataset-open").ClickAsync();
        await visit.Part("dataset", "parse").FillAsync("a,c,y\n1,2,0\n3,4,1\n5,6,1\nw = [0.1, -0.2]");
        await visit.Part("definition", "parse").FillAsync(Loss);

        await Assertions.Expect(visit.Part("dataset-said", "parse")).ToContainTextAsync("X is made up of a, c");
        await Assertions.Expect(visit.Panel("model")).ToContainTextAsync("X' @ (sigmoid(X @ w + b) - y)/3");
        await Assertions.Expect(visit.Panel("model").Locator("[data-gradient=w]")).ToContainTextAsync("−1.233");
        await Assertions.Expect(visit.Part("bending", "model")).ToContainTextAsync("eigenvalues");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_model_without_data_asks_for_them_and_its_numbers_stay_parameters()
    {
        await using var visit = await site.VisitAsync(Loss);
        await Assertions.Expect(visit.Part("said", "parse")).ToContainTextAsync("here, without values.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give them under Data" }).ClickAsync();
        await Assertions.Expect(visit.Part("dataset", "parse")).ToBeFocusedAsync();
        await visit.Part("dataset", "parse").FillAsync(Table);

        await Assertions.Expect(visit.Part("typeset", "parse").Locator("annotation").First).ToContainTextAsync("(w, b)");
        await Assertions.Expect(visit.Page.GetByLabel("Value of b")).ToHaveValueAsync("0");
        await Assertions.Expect(visit.Panel("model").Locator("[data-gradient=b]")).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task Its_steps_go_backwards_through_the_formula()
    {
        await using var visit = await site.VisitAsync("f(w) = norm(X @ w - y)^2", "t=" + Uri.EscapeDataString("X = [[1, 2], [3, 4]]\ny = [1, 0]\nw = [1, 1]"));
        await visit.Panel("model").Locator("details.unfold > summary").First.ClickAsync();
        await Assertions.Expect(visit.Panel("model")).ToContainTextAsync("Matrix product, order kept");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_mistake_in_a_table_is_reported_with_its_line()
    {
        await using var visit = await site.VisitAsync("mse(x, y)", "t=" + Uri.EscapeDataString("x,y\n1,2\n3"));
        await Assertions.Expect(visit.Part("dataset-said", "parse")).ToContainTextAsync("Line 3");
        await Assertions.Expect(visit.Part("dataset", "parse")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Shapes_that_do_not_fit_are_reported_at_the_function()
    {
        await using var visit = await site.VisitAsync("f(w) = norm(X @ w)", "t=" + Uri.EscapeDataString("X = [[1, 2], [3, 4]]\nw = [1, 1, 1]"));
        await Assertions.Expect(visit.Part("said", "parse")).ToContainTextAsync("A 2 × 2 matrix and a vector of 3");
        await Assertions.Expect(visit.Part("mirror", "parse").Locator("mark")).ToHaveTextAsync("X @ w");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Backpropagation_plays_to_the_known_gradient()
    {
        await using var visit = await site.VisitAsync(
            "h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2", "t=" + Uri.EscapeDataString("x = 2\ny = 1") + "&ch=chain-rule&at=W_h~0.5!W_o~0.8");
        await visit.Panel("graph").Locator("details.unfold").First.EvaluateAsync("each => each.open = true");
        var graph = visit.Part("picture", "graph");
        await Assertions.Expect(graph.Locator("[data-step=W_h] [data-adjoint]")).ToBeHiddenAsync();

        await visit.Panel("graph").GetByRole(AriaRole.Button, new() { Name = "Next" }).PressAsync("End");
        await Assertions.Expect(graph.Locator("[data-step=W_h] [data-adjoint]")).ToHaveTextAsync("∂ −0.32");
        await Assertions.Expect(graph.Locator("[data-step=W_o] [data-adjoint]")).ToHaveTextAsync("∂ −0.2");
        await Assertions.Expect(graph.Locator("[data-step=W_h] [data-adjoint]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Part("said", "graph")).ToContainTextAsync("The derivative with respect to");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Data_draw_a_landscape_where_the_variables_are_numbers()
    {
        await using var visit = await site.VisitAsync("f(m, b) = mse(m*x + b, y)", "t=" + Uri.EscapeDataString("x,y\n37.8,22.1\n39.3,10.4\n45.9,18.3\n41.3,18.5") + "&at=m~0!b~0");
        await Assertions.Expect(visit.Part("value", "gradient")).ToHaveTextAsync("318.428");
        await Assertions.Expect(visit.Part("bending", "model")).ToContainTextAsync("positive-definite");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_link_restores_the_data()
    {
        await using var visit = await site.VisitAsync(Loss, "t=" + Uri.EscapeDataString(Table));
        await Assertions.Expect(visit.Part("dataset", "parse")).ToHaveValueAsync(Table);
        await Assertions.Expect(visit.Panel("model").Locator("[data-gradient=w]")).ToBeVisibleAsync();
        visit.IsQuiet();
    }
}
