using System.Diagnostics;
using System.Net.Http.Json;
using Dashboard.Api;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Otlp;

/// <summary>A service with this system's defaults tells what it exported; the dashboard has it beside what it stored.</summary>
public sealed partial class ExportAccountTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exports_OfAServiceThatHasStopped_AreStoredToTheLast()
    {
        await using var host = await DashboardHost.StartAsync();

        await RunServiceAsync(host, spans: 5_000, logs: 300);

        var stats = await host.StatsAsync();
        var totals = stats.Exported.ShouldNotBeNull();
        totals.Processes.ShouldBe(1);
        ShouldBeStored(totals.Spans, 5_000);
        ShouldBeStored(totals.Logs, 300);
        ShouldBeStored(totals.MetricPoints, 10);
        totals.MetricPoints.Stored.ShouldBe(stats.MetricPoints);
        stats.Repeated.ShouldBe(0);
    }

    [Fact]
    public async Task Stats_WithNothingWaiting_TellAllThatWasExported()
    {
        await using var host = await DashboardHost.StartAsync(
            ["--Dashboard:Store:FlushMilliseconds=1000"],
            builder => builder.Services.AddSingleton<IExportQueries>(services =>
                new LateExportQueries(services, ActivatorUtilities.CreateInstance<ExportQueries>(services))));

        await RunServiceAsync(host, spans: 10, logs: 1);

        ShouldBeStored((await host.StatsAsync()).Exported!.Spans, 10);
    }

    [Fact]
    public async Task Exports_OfAServiceThatWasRestarted_AddUp()
    {
        await using var host = await DashboardHost.StartAsync();

        await RunServiceAsync(host, spans: 10, logs: 1);
        await RunServiceAsync(host, spans: 20, logs: 1);
        await host.StatsAsync();

        var accounts = await host.Api.GetFromJsonAsync("/api/telemetry/exports", ApiJson.Default.IReadOnlyListExportAccount, Cancel);
        var account = accounts.ShouldHaveSingleItem();
        account.Instance.ShouldBe("one");
        ShouldBeStored(account.Spans, 30);
        ShouldBeStored(account.Logs, 2);
        ShouldBeStored(account.MetricPoints, 20);
    }

    [Fact]
    public async Task Exports_SpansThatWereLostOnTheWay_AreSeenToBeMissing()
    {
        await using var host = await DashboardHost.StartAsync(
            configure: builder => builder.Services.AddSingleton<Dashboard.Telemetry.ITelemetryStore<SpanBatch>, ForgetfulStore>());

        await RunServiceAsync(host, spans: 10, logs: 1);

        var spans = (await host.StatsAsync()).Exported!.Spans;
        spans.Exported.ShouldBeGreaterThanOrEqualTo(10);
        spans.Stored.ShouldBe(0);
    }

    [Fact]
    public async Task Stop_LeavesTheAccountsBesideTheDatabase()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-exports-").FullName;
        try
        {
            await using (var host = await DashboardHost.StartAsync([$"--Dashboard:DataDirectory={data}"]))
            {
                await RunServiceAsync(host, spans: 100, logs: 1);
            }

            var file = Directory.GetFiles(data, ExportsFile.Name, SearchOption.AllDirectories).ShouldHaveSingleItem();
            await using var json = File.OpenRead(file);
            var accounts = await System.Text.Json.JsonSerializer.DeserializeAsync(json, ApiJson.Default.IReadOnlyListExportAccount, Cancel);
            ShouldBeStored(accounts.ShouldHaveSingleItem().Spans, 100);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Other tests run in this process: they may add a span of theirs, and it is for the process that the SDK counts what was dropped.</summary>
    private static void ShouldBeStored(ExportBalance balance, long least)
    {
        balance.Exported.ShouldBeGreaterThanOrEqualTo(least);
        balance.Stored.ShouldBe(balance.Exported);
        balance.Failed.ShouldBe(0);
    }

    private static async Task RunServiceAsync(DashboardHost host, int spans, int logs)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["OTEL_SERVICE_NAME"] = "shop";
        builder.Configuration["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=one";
        builder.Configuration[TelemetryExtensions.LabEndpointKey] = host.Otlp.ToString();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        await using var app = builder.Build();
        await app.StartAsync(Cancel);
        using (var source = new ActivitySource(app.Environment.ApplicationName))
        {
            for (var i = 0; i < spans; i++)
            {
                source.StartActivity("work")!.Dispose();
            }
        }

        var logger = app.Services.GetRequiredService<ILogger<ExportAccountTests>>();
        for (var i = 0; i < logs; i++)
        {
            LogWork(logger, i);
        }

        await app.StopAsync(Cancel);
    }

    [LoggerMessage(LogLevel.Information, "COMPLETE {Number}")]
    private static partial void LogWork(ILogger logger, int number);
}
