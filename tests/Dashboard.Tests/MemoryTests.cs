using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.Tests;

/// <summary>Alone in the process: its heap is everybody's.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Requests = 20;
    private const int SpansARequest = 400;
    private const int RecordsARequest = 200;
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Heap_AfterRunsInOneProcess_DoesNotGrowWithThem()
    {
        await using var host = await DashboardHost.StartAsync();
        List<long> heaps = [];
        for (var run = 0; run < 5; run++)
        {
            await PlayAsync(host, run);
            heaps.Add(Heap());
        }

        TestContext.Current.SendDiagnosticMessage($"Heap after each run, kB: {string.Join(", ", heaps.Select(heap => heap / 1024))}");
        // The first run fills pools and compiles code. A run's spans and records, if they were kept, would be 10 MB.
        (heaps[^1] - heaps[1]).ShouldBeLessThan(2 * Megabyte, $"kB after each run: {string.Join(", ", heaps.Select(heap => heap / 1024))}");
    }

    private static async Task PlayAsync(DashboardHost host, int run)
    {
        using var begun = await host.Api.PostAsJsonAsync("/api/runs", new { scenario = "smoke", flowControl = false, speed = 10 }, TestContext.Current.CancellationToken);
        begun.EnsureSuccessStatusCode();
        for (var request = 0; request < Requests; request++)
        {
            var number = (run * Requests) + request;
            await host.SendAsync(SpanScript.Request(number, SpansARequest));
            await host.SendAsync(LogScript.Request([.. Enumerable.Range(number * RecordsARequest, RecordsARequest)]));
            (await host.Api.GetFromJsonAsync<JsonElement>("/api/runs/current", TestContext.Current.CancellationToken)).GetProperty("finished").GetBoolean().ShouldBeFalse();
        }

        await host.StatsAsync(stats => stats.Spans == (run + 1L) * Requests * SpansARequest);
        using var finished = await host.Api.PostAsJsonAsync("/api/runs/current/finish", new { drained = true }, TestContext.Current.CancellationToken);
        finished.EnsureSuccessStatusCode();
    }

    private static long Heap()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
