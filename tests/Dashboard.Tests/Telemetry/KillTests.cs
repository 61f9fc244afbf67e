using System.Globalization;
using Dashboard.Runs;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;

namespace Dashboard.Tests.Telemetry;

/// <summary>SIGKILL, and what the next process finds.</summary>
public sealed class KillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_LosesNothingThatWasStored_AndTheFileOpensAgain()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-killed-").FullName;
        try
        {
            using (var killed = await DashboardProcess.StartAsync(data))
            {
                await killed.SendAndWaitUntilStoredAsync(SpanScript.Request(0, 4_096), 4_096);
                killed.Kill();
            }

            var file = Directory.GetFiles(data, RunDirectory.DatabaseName, SearchOption.AllDirectories).ShouldHaveSingleItem();
            using var connection = new DuckDBConnection($"DataSource={file}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM spans JOIN resources ON resource_id = id WHERE service = 'tests'";
            command.ExecuteScalar().ShouldBe(4_096L);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>More kills than one by hand: <c>DASHBOARD_KILLS=10</c>.</summary>
    [Fact]
    public async Task Kill_InTheMidstOfIngest_LosesNoMoreThanWhatWasNotFlushedYet()
    {
        const int Spans = 512;
        var kills = int.Parse(Environment.GetEnvironmentVariable("DASHBOARD_KILLS") ?? "1", CultureInfo.InvariantCulture);
        for (var kill = 0; kill < kills; kill++)
        {
            var data = Directory.CreateTempSubdirectory("dashboard-killed-").FullName;
            try
            {
                List<long> answered = [];
                long stored;
                using (var killed = await DashboardProcess.StartAsync(data))
                {
                    await killed.SendAndWaitUntilStoredAsync(Named(0), Spans);
                    answered.Add(TimeProvider.System.GetTimestamp());
                    var sending = Task.Run(
                        async () =>
                        {
                            try
                            {
                                while (true)
                                {
                                    if (await killed.SendAsync(Named(answered.Count)))
                                    {
                                        answered.Add(TimeProvider.System.GetTimestamp());
                                    }
                                }
                            }
                            catch (HttpRequestException)
                            {
                                // Killed.
                            }
                        },
                        Cancel);
                    var enough = new Random(kill).Next(2, 200) * Spans;
                    do
                    {
                        stored = (await killed.StatsAsync()).GetProperty("spans").GetInt64();
                    }
                    while (stored < enough);

                    killed.Kill();
                    await sending;
                }

                var end = TimeProvider.System.GetTimestamp();
                var file = Directory.GetFiles(data, RunDirectory.DatabaseName, SearchOption.AllDirectories).ShouldHaveSingleItem();
                using var run = EarlierRun.Open(file, 256);
                var (held, requests, last) = (await run.QueryAsync(
                    new("SELECT count(*), count(DISTINCT name), max(name::INTEGER) FROM spans"),
                    row => (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2)),
                    Cancel)).ShouldHaveSingleItem();

                // Whole requests in the order in which they came, and all that was said to be stored.
                held.ShouldBe(requests * Spans);
                last.ShouldBe((int)requests - 1);
                held.ShouldBeGreaterThanOrEqualTo(stored);
                var lost = requests < answered.Count ? TimeProvider.System.GetElapsedTime(answered[(int)requests], end) : TimeSpan.Zero;
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"kill {kill}: answered {answered.Count * Spans}, told as stored {stored}, held {held}, missing back to {lost.TotalSeconds:0.00} s"));
            }
            finally
            {
                Directory.Delete(data, recursive: true);
            }
        }

        static Google.Protobuf.IMessage Named(int number)
        {
            var request = SpanScript.Request(number, Spans);
            foreach (var span in request.ResourceSpans[0].ScopeSpans[0].Spans)
            {
                span.Name = $"{number}";
            }

            return request;
        }
    }
}
