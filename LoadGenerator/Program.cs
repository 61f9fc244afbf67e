using LoadGenerator;
using LoadGenerator.Api;
using LoadGenerator.Cli;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Hosting;

if (LoadCommand.IsMeant(args))
{
    return await LoadCommand.RunAsync(args, Console.Out, Console.Error);
}

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults(LoadMetrics.Source);
    builder.AddLoadGenerator();

    var app = builder.Build();
    app.UseRequestGuard();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.MapDefaultEndpoints();
    app.MapRuns();
    return app;
});

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
