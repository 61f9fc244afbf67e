using Dashboard.Otlp.Wire;
using Dashboard.Telemetry.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Telemetry;

public sealed class TraceStartsTests
{
    private const long Start = 1_800_000_000;

    [Fact]
    public async Task StartsAsync_TracesOfTwoSeconds_CountsTracesNotSpans()
    {
        await using var host = await DashboardHost.StartAsync();
        await host.SendAsync(SpanScript.Request(
            Span(trace: 1, id: 1, second: 0),
            Span(trace: 1, id: 2, second: 1),
            Span(trace: 2, id: 3, second: 0, Status.Types.StatusCode.Error),
            Span(trace: 3, id: 4, second: 5)));
        await host.StatsAsync(stats => stats.Spans == 4);
        var traces = host.Services.GetRequiredService<ITraceQueries>();

        var all = await traces.StartsAsync(new(), TestContext.Current.CancellationToken);
        var good = await traces.StartsAsync(new() { HasError = false }, TestContext.Current.CancellationToken);

        all.ShouldBe([new(At(0), 2, 1), new(At(5), 1, 0)]);
        good.ShouldBe([new(At(0), 1, 0), new(At(5), 1, 0)]);
    }

    private static DateTimeOffset At(int second) => DateTimeOffset.FromUnixTimeSeconds(Start + second);

    private static Span Span(int trace, long id, int second, Status.Types.StatusCode status = Status.Types.StatusCode.Unset)
    {
        var span = SpanScript.Span(SpanScript.TraceId(0, trace), id, status);
        span.StartTimeUnixNano = (ulong)(Start + second) * 1_000_000_000;
        span.EndTimeUnixNano = span.StartTimeUnixNano + 1_000_000;
        return span;
    }
}
