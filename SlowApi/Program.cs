using Scenarios.Settings;
using ServiceDefaults;
using ServiceDefaults.Hosting;
using SlowApi;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    var settings = builder.AddSystemSettings();
    builder.AddSlowApi(settings);

    var app = builder.Build();
    app.MapDefaultEndpoints();
    app.MapSlowApi();
    return app;
});

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
