using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;

namespace Dashboard.Tests.Otlp;

/// <summary>A store that takes nothing until it is released.</summary>
internal sealed class StuckStore : ITelemetryStore<SpanBatch>, IDisposable
{
    private readonly ManualResetEventSlim _released = new();

    public void Add(SpanBatch batch) => _released.Wait(TimeSpan.FromSeconds(20));

    public void Flush()
    {
    }

    public void Abandon()
    {
    }

    public void Release() => _released.Set();

    public void Dispose() => _released.Dispose();
}
