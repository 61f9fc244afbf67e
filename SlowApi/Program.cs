using Scenarios.Settings;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Hosting;
using SlowApi;
using SlowApi.Keys;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    var settings = builder.AddSystemSettings();
    builder.AddSlowApi(settings);

    var app = builder.Build();
    // Whoever has the key may call from anywhere.
    app.UseRequestGuard(new RequestGuardRules { Exempts = static request => request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RequiresApiKey>() is not null });
    app.MapDefaultEndpoints();
    app.MapSlowApi();
    return app;
});

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
