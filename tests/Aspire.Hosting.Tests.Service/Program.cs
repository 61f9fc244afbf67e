using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();

// The order of starts and stops is read off these stamps.
var healthyFrom = TimeProvider.System.GetUtcNow() + builder.Configuration.GetValue("Service:HealthyAfter", TimeSpan.Zero);
builder.Services.AddHealthChecks().AddCheck(
    "late", () => TimeProvider.System.GetUtcNow() >= healthyFrom ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Not yet."));

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGet("/pid", () => Environment.ProcessId);
app.MapGet("/variables/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.MapGet("/configuration/{key}", (string key, IConfiguration configuration) => configuration[key] ?? "");
app.MapPost("/exit/{code:int}", (int code) => Environment.Exit(code));
app.MapPost("/say", async (HttpRequest request) =>
{
    using var body = new StreamReader(request.Body);
    var text = await body.ReadToEndAsync();
    await Console.Out.WriteLineAsync(text);
    await Console.Error.WriteLineAsync($"loud {text}");
});
app.Run();
