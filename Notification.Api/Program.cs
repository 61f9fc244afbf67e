using Notification.Api;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Hosting;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    builder.AddNotificationApi();

    var app = builder.Build();
    app.UseRequestGuard();
    app.MapDefaultEndpoints();
    app.MapNotificationApi();
    return app;
});

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
