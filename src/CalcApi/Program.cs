using CalcApi.Catalog;
using CalcApi.ChainRule;
using CalcApi.Code;
using CalcApi.Derivative;
using CalcApi.DerivativeLimit;
using CalcApi.Descent;
using CalcApi.DirectionalDerivative;
using CalcApi.Evaluate;
using CalcApi.Gradient;
using CalcApi.GradientCheck;
using CalcApi.Health;
using CalcApi.Http.Hosting;
using CalcApi.Http.OpenApi;
using CalcApi.Implicit;
using CalcApi.Limits;
using CalcApi.NumericDerivative;
using CalcApi.Parse;
using CalcApi.Problems;
using CalcApi.Sample;
using CalcApi.Slope;
using CalcApi.Taylor;

if (args is ["--health", var address]) return await HealthProbe.AskAsync(address);

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.WebHost.UseServerLimits();
// Else a route for files not yet known takes every address, and hides which method an address takes.
builder.WebHost.UseSetting("DisableStaticAssetNotFoundRuntimeFallback", "true");
builder.Services.AddQuestions(builder.Configuration);
builder.Services.AddAddressRateLimit(builder.Configuration);
builder.Services.AddHealth();
builder.Services.AddOpenApiDocument();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseProblems();
app.UseRateLimiter();
app.UseOpenApiDocument();
app.UseDefaultFiles();
app.UseRouting();

app.MapStaticAssets();
app.MapHealth();
var api = app.MapGroup("/api/v1");
api.MapParse();
api.MapEvaluate();
api.MapSlope();
api.MapDerivative();
api.MapDerivativeLimit();
api.MapNumericDerivative();
api.MapChainRule();
api.MapImplicit();
api.MapGradient();
api.MapGradientCheck();
api.MapDirectionalDerivative();
api.MapTaylor();
api.MapSample();
api.MapDescent();
api.MapCode();
api.MapCatalog();
api.MapLimits();
api.MapProblems();

await app.RunAsync();
return 0;
