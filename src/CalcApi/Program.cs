var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();
app.UseDefaultFiles();
app.UseRouting();
app.MapStaticAssets();
await app.RunAsync();
