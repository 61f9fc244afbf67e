using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;

namespace Dashboard.Tests.Otlp;

/// <summary>A store that says nothing and keeps nothing: what no receiver may be.</summary>
internal sealed class ForgetfulStore : ITelemetryStore<SpanBatch>
{
    public void Add(SpanBatch batch)
    {
    }

    public void Flush()
    {
    }

    public void Abandon()
    {
    }
}
