using LocalAws;
using LocalAws.EventBridge;
using LocalAws.Protocol;
using LocalAws.SecretsManager;
using LocalAws.Sqs;
using LocalAws.Ssm;
using LocalAws.State;
using ServiceDefaults;
using ServiceDefaults.Hosting;

if (args is [MatchCommand.Name, ..])
{
    return await MatchCommand.RunAsync(Console.In, Console.Out);
}

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddServiceDefaults();
    builder.Services.AddSingleton(builder.Configuration.GetSection("LocalAws").Get<LocalAwsOptions>() ?? new LocalAwsOptions());
    builder.Services.AddSingleton<OperationTable>();
    builder.Services.AddSingleton<AwsEndpoint>();
    builder.Services.AddSingleton<IStateLog, VolatileStateLog>();
    builder.Services.AddSqs().AddSsm().AddSecretsManager().AddEventBridge(builder.Configuration);

    var app = builder.Build();
    app.MapDefaultEndpoints();
    app.MapPost("/{**path}", (HttpContext context, AwsEndpoint endpoint) => endpoint.HandleAsync(context));
    return app;
});

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
