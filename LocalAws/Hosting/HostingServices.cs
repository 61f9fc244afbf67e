using LocalAws.Protocol;
using LocalAws.Protocol.Direct;
using LocalAws.Protocol.Signatures;
using LocalAws.State;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace LocalAws.Hosting;

/// <summary>Registers what all services of this cloud share.</summary>
internal static class HostingServices
{
    private const long ServerLimit = 32 * 1024 * 1024;

    /// <summary>Adds the options, the table of operations, the endpoint and the log of the state.</summary>
    /// <exception cref="OptionsValidationException">An option is refused.</exception>
    public static WebApplicationBuilder AddLocalAws(this WebApplicationBuilder builder)
    {
        var options = LocalAwsOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(AwsGuard.KnownHosts(builder.Configuration));
        builder.Services.AddSingleton<OperationTable>();
        builder.Services.AddSingleton<AbsentServices>();
        builder.Services.AddSingleton<AwsEndpoint>();
        builder.Services.AddSingleton<StateKeeper>();
        if (options.Ephemeral)
        {
            builder.Services.AddSingleton<IStateLog, VolatileStateLog>();
        }
        else
        {
            builder.Services.AddSingleton<IStateLog, FileStateLog>();
        }

        // Whoever signs does so in real time, however fast this clock runs.
        builder.Services.AddSingleton(new SignatureVerifier(options.AccessKeys, TimeProvider.System));
        builder.Services.AddSingleton<SignatureGate>();
        // Our own limit answers first, and in AWS's shape; the server's is for those who go on sending.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Math.Max(ServerLimit, 2L * options.MaximumRequestBytes));
        builder.Services.AddSingleton<DirectCalls>();
        builder.WebHost.UseSockets(sockets =>
        {
            // Calls are short: they run where the socket's bytes arrive. Those that may wait for the disk leave that thread by themselves.
            sockets.UnsafePreferInlineScheduling = true;
            // A few kilobytes a connection spare each call a question to the system.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        if (!options.RequireSignature)
        {
            // A signature is verified on the long way only.
            builder.WebHost.ConfigureKestrel(static kestrel => kestrel.ConfigureEndpointDefaults(static endpoint =>
                endpoint.Use(endpoint.ApplicationServices.GetRequiredService<DirectCalls>().Before)));
        }

        builder.Services.PostConfigure<AspNetCoreTraceInstrumentationOptions>(TraceOnlyWhatBelongsToATrace);
        builder.Logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // A port that is taken ends the process with one line of ours; these two would add their stack traces.
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", static level => level is >= LogLevel.Warning and not LogLevel.Critical)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    /// <summary>Lets calls that may wait for the disk leave the threads that wait for the sockets, where they would hold up the others.</summary>
    public static void UseDiskThreads(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IStateLog>().IsKept)
        {
            app.Use(static async (context, next) =>
            {
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                await next(context);
            });
        }
    }

    /// <summary>
    /// A call from outside of any trace starts none: pollers and consoles would fill the store with traces of one span.
    /// PutEvents may: with it an order's way begins.
    /// </summary>
    private static void TraceOnlyWhatBelongsToATrace(AspNetCoreTraceInstrumentationOptions options)
    {
        var inherited = options.Filter;
        options.Filter = context =>
            (inherited?.Invoke(context) ?? true)
            && (context.Request.Headers.TraceParent.Count > 0 || context.Request.Headers["X-Amz-Target"] == "AWSEvents.PutEvents");
    }
}
