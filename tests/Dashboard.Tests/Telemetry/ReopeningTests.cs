using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;

namespace Dashboard.Tests.Telemetry;

/// <summary>A disk that is full while the database puts what is new into its file: played by a bound on the length of the process' files.</summary>
public sealed class ReopeningTests
{
    private const int SpansARequest = 2_048;
    private const int MostRequests = 400;

    [Fact]
    public async Task Store_AfterACheckpointOnAFullDisk_SaysSoAndGoesOnWhenThereIsRoom()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "The length of a process' files is bounded with prlimit (util-linux).");
        var data = Directory.CreateTempSubdirectory("dashboard-tests-").FullName;
        try
        {
            using var dashboard = await DashboardProcess.StartAsync(data, "--Dashboard:Store:CheckpointMegabytes=1", "--Dashboard:Store:FlushMilliseconds=20", "--Dashboard:Store:MaxAgeHours=0");
            var sent = 1L;
            await dashboard.SendAndWaitUntilStoredAsync(SpanScript.Request(0, SpansARequest), SpansARequest);
            await BoundFilesAsync(dashboard.Id, (4 * 1024 * 1024).ToString(CultureInfo.InvariantCulture));

            string? problem = null;
            for (var request = 1; problem is null && request < MostRequests; request++)
            {
                sent += await dashboard.SendAsync(SpanScript.Request(request, SpansARequest)) ? 1 : 0;
                problem = Problem(await dashboard.StatsAsync());
            }

            problem.ShouldNotBeNull().ShouldContain("is being reopened");
            using var traces = await dashboard.GetAsync("/api/traces");
            traces.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await traces.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("is being reopened");

            await BoundFilesAsync(dashboard.Id, "unlimited");
            await dashboard.WaitAsync(stats => Problem(stats) is null && stats.GetProperty("waiting").GetInt64() == 0);
            var before = (await dashboard.StatsAsync()).GetProperty("spans").GetInt64();
            await dashboard.SendAndWaitUntilStoredAsync(SpanScript.Request(MostRequests, SpansARequest), before + SpansARequest);

            // What is missing is counted, and what is counted as held is there.
            var stats = await dashboard.StatsAsync();
            var held = stats.GetProperty("spans").GetInt64();
            (held + stats.GetProperty("refused").GetInt64()).ShouldBeGreaterThanOrEqualTo((sent + 1) * SpansARequest);
            dashboard.Kill();
            Stored(data).ShouldBe(held);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string? Problem(JsonElement stats) => stats.TryGetProperty("problem", out var problem) ? problem.GetString() : null;

    private static long Stored(string data)
    {
        var file = Directory.GetFiles(data, RunDirectory.DatabaseName, SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var connection = new DuckDBConnection($"DataSource={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM spans";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task BoundFilesAsync(int process, string bytes)
    {
        using var bound = Process.Start("/usr/bin/prlimit", ["--pid", process.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await bound.WaitForExitAsync(TestContext.Current.CancellationToken);
        bound.ExitCode.ShouldBe(0);
    }
}
