using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;
using Dashboard.Telemetry.Traces;
using Dashboard.Tests.Runs;

namespace Dashboard.Tests.Telemetry;

public sealed class TraceWindowTests : IDisposable
{
    private const int Many = 20_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CatalogFolder _folder = new();
    private readonly Tables _tables;
    private readonly TraceWindow _window;

    public TraceWindowTests()
    {
        _folder.Open(TimeProvider.System);
        _tables = new(_folder.Database);
        _window = new(_tables, new() { TraceWindow = Many + 1 });
    }

    [Fact]
    public async Task Publish_WhileSomebodyReads_DoesNotWaitForTheReader()
    {
        Publish(Many);
        var (read, isPublished) = (0, false);

        var isWhole = await Task.Run(() => _window.TryRead(new(), _ =>
        {
            if (read++ == Many / 2)
            {
                // By another thread, as the writer is one: this one may hold what it wants.
                isPublished = Task.Run(() => Publish(1, from: Many)).Wait(Limit);
            }
        }), TestContext.Current.CancellationToken);

        isPublished.ShouldBeTrue();
        (isWhole, read).ShouldBe((true, Many));
        _window.TryList(new() { Limit = 1 }, out _, out var total).ShouldBeTrue();
        total.ShouldBe(Many + 1);
    }

    [Fact]
    public async Task Read_WhileTheWindowOverflows_SaysThatItIsNotWhole()
    {
        Publish(Many);
        var read = 0;

        var isWhole = await Task.Run(() => _window.TryRead(new(), _ =>
        {
            if (read++ == 0)
            {
                Task.Run(() =>
                {
                    Publish(2, from: Many);
                    Publish(1, from: Many + 2);
                }).Wait(Limit).ShouldBeTrue();
            }
        }), TestContext.Current.CancellationToken);

        isWhole.ShouldBeFalse();
        _window.TryList(new(), out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void List_OfManyParts_HasThePageInItsOrder()
    {
        Publish(Many);
        Publish(1, from: 7, duration: 1_000);

        _window.TryList(new() { Sort = TraceSort.Duration, Descending = true, Limit = 2, Offset = 0 }, out var longest, out var total).ShouldBeTrue();
        _window.TryList(new() { Sort = TraceSort.Start, Descending = false, Limit = 2, Offset = Many - 1 }, out var last, out _).ShouldBeTrue();

        total.ShouldBe(Many);
        (longest[0].TraceId, longest[0].Spans).ShouldBe((new TraceId(1, 7), 2));
        last.ShouldHaveSingleItem().TraceId.ShouldBe(new TraceId(1, Many - 1));
    }

    public void Dispose()
    {
        _tables.Dispose();
        _folder.Dispose();
    }

    /// <summary>A span a trace, each trace a nanosecond after the one before it.</summary>
    private void Publish(int traces, int from = 0, long duration = 10)
    {
        for (var i = from; i < from + traces; i++)
        {
            _window.Add(new SpanRow { TraceId = new(1, (ulong)i), Start = i, Duration = duration });
        }

        _window.Publish();
    }
}
