using LocalAws.CloudFormation;
using LocalAws.CloudWatchLogs;
using LocalAws.EventBridge;
using LocalAws.Hosting;
using LocalAws.Pages;
using LocalAws.Protocol;
using LocalAws.SecretsManager;
using LocalAws.Sqs;
using LocalAws.Ssm;
using LocalAws.State;
using LocalAws.Sts;
using ServiceDefaults;
using ServiceDefaults.Hosting;
using ServiceDefaults.Telemetry;

if (ServiceProgram.AsksForHelp(args))
{
    Console.Write(CommandLine.Help);
    return 0;
}

if (args is [MatchCommand.Name, var unknown, ..])
{
    Console.Error.WriteLine($"match takes no argument: {unknown}. It reads cases from standard input.");
    return ServiceProgram.ConfigurationErrorExitCode;
}

if (args is [MatchCommand.Name])
{
    return await MatchCommand.RunAsync(Console.In, Console.Out);
}

SocketThreads.RunCallsInline();
try
{
    return await ServiceProgram.RunAsync(() =>
    {
        // Settings are read once: to watch appsettings.json is to watch every folder below the working directory.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. CommandLine.Read(args)]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.ListenWhereAsked();
        builder.AddServiceBasics();
        if (TelemetryExtensions.HasReceiver(builder.Configuration))
        {
            builder.AddTelemetry(LocalAws.LocalAwsTelemetry.Meter);
        }

        builder.AddLocalAws();
        builder.Services.AddSqs().AddSsm().AddSecretsManager().AddSts().AddLogs().AddPages()
            .AddEventBridge(builder.Configuration).AddCloudFormation();

        var app = builder.Build();
        ListenAddresses.CheckThatTheyAreFree(app.Configuration);
        app.Services.GetRequiredService<StateKeeper>().Open();
        app.UseDiskThreads();
        app.UseAwsGuard();
        app.MapDefaultEndpoints();
        app.MapGet("/_localstack/health", (OperationTable operations) =>
            Results.Json(LocalStackHealth.Of(operations), LocalStackHealthJson.Default.LocalStackHealth));
        app.Map("/_localstack/{**path}", static () => Results.Text("Of LocalStack's own paths there is /_localstack/health here.\n", statusCode: 404));
        app.MapPost("/_localaws/reset", ResetEndpoint.Handle);
        app.MapPages();
        app.Map("/{**path}", app.Services.AwsCalls());
        return app;
    });
}
catch (StateException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return StateException.ExitCode;
}

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
