using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Otlp;

/// <summary>What a dashboard of ours says that it has.</summary>
internal sealed class StoredSpans(Uri api, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new() { BaseAddress = api };

    /// <summary>Waits until it answers.</summary>
    public async Task WaitUntilReadyAsync()
    {
        for (var start = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(100), time))
        {
            try
            {
                await ReadAsync();
                return;
            }
            catch (HttpRequestException) when (time.GetElapsedTime(start) < Limit)
            {
                // Not yet.
            }
        }
    }

    /// <summary>The counts, once nothing waits any more.</summary>
    public async Task<(long Spans, long Refused, long Trimmed)> WaitUntilStoredAsync()
    {
        for (var start = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), time))
        {
            var stats = await ReadAsync();
            if (stats.GetProperty("waiting").GetInt64() == 0 || time.GetElapsedTime(start) > Limit)
            {
                return (stats.GetProperty("spans").GetInt64(), stats.GetProperty("refused").GetInt64(), stats.GetProperty("trimmed").GetInt64());
            }
        }
    }

    /// <summary>How long the list of the newest traces takes, three times.</summary>
    public async Task<IReadOnlyList<double>> TimeTraceListAsync()
    {
        List<double> times = [];
        for (var i = 0; i < 3; i++)
        {
            var start = time.GetTimestamp();
            using var answer = await _client.GetAsync(new Uri("/api/traces?limit=100", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(time.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private Task<JsonElement> ReadAsync() => _client.GetFromJsonAsync<JsonElement>("/api/telemetry/stats");
}
