using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Telemetry.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Otlp;

/// <summary>The official JavaScript SDK from npm against the process: OTLP/HTTP in JSON. Skipped where there is no npm, unless REQUIRE_NODE=1.</summary>
public sealed class JavaScriptSdkTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Export_TracesLogsAndMetrics_AreStored()
    {
        var directory = Directory.CreateTempSubdirectory("otlp-js-").FullName;
        try
        {
            foreach (var file in new[] { "package.json", "export.mjs" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Otlp", "JavaScript", file), Path.Combine(directory, file));
            }

            Assert.SkipUnless(IsRequired || await HasNpmAsync(directory), "There is no npm here, or it finds no registry.");
            await using var host = await DashboardHost.StartAsync(["--Dashboard:Otlp:AuthMode=ApiKey", "--Dashboard:Otlp:PrimaryApiKey=the key"]);
            (await RunAsync(directory, "npm", "install", "--no-audit", "--no-fund")).ExitCode.ShouldBe(0);

            var (exitCode, traceId) = await RunAsync(directory, "node", "export.mjs", host.OtlpHttp.ToString().TrimEnd('/'), "the key");

            exitCode.ShouldBe(0);
            await host.StatsAsync(stats => stats is { Spans: 1, Logs: 1, MetricPoints: 1 });
            var trace = await host.Api.GetFromJsonAsync<JsonElement>($"/api/traces/{traceId.Trim()}", TestContext.Current.CancellationToken);
            var span = trace.GetProperty("spans")[0];
            span.GetProperty("service").GetString().ShouldBe("js-shop");
            span.GetProperty("status").GetString().ShouldBe("Error");
            span.GetProperty("attributes").GetProperty("items").GetInt64().ShouldBe(3);
            span.GetProperty("events")[0].GetProperty("attributes").GetProperty("boxes").GetInt64().ShouldBe(2);
            var logs = await host.Services.GetRequiredService<ILogQueries>().PageAsync(new(), 0, 10, TestContext.Current.CancellationToken);
            logs.Rows.ShouldHaveSingleItem().Message.ShouldBe("stock is low");
            var instruments = await host.Services.GetRequiredService<IMetricQueries>().InstrumentsAsync(TestContext.Current.CancellationToken);
            instruments.ShouldHaveSingleItem().Dimensions["shop"].ShouldBe(["north"]);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_NODE") == "1";

    private static async Task<bool> HasNpmAsync(string directory)
    {
        try
        {
            return (await RunAsync(directory, "npm", "view", "@opentelemetry/api", "version")).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string directory, string program, params string[] arguments)
    {
        // On Windows npm is a script, which only the shell runs.
        string[] command = OperatingSystem.IsWindows() ? ["cmd", "/c", program, .. arguments] : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output);
    }
}
