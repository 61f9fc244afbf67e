using Dashboard.Otlp;
using Dashboard.Telemetry;

namespace Dashboard.Tests.Otlp;

public sealed class OnceSignalTests
{
    private readonly RepeatedRequests _repeated = new();

    [Fact]
    public async Task Export_SentAgain_IsAnsweredAndStoredOnce()
    {
        await using var host = await DashboardHost.StartAsync();

        await host.SendAsync(SpanScript.Request(0, 8));
        await host.SendAsync(SpanScript.Request(0, 8));
        await host.SendAsync(SpanScript.Request(1, 8));

        var stats = await host.StatsAsync(stats => stats.Spans == 16);
        (stats.Repeated, stats.Refused).ShouldBe((1, 0));
    }

    [Fact]
    public void Take_AfterARefusal_IsTakenNow()
    {
        var inner = new ScriptedSignal(new OtlpOutcome.Full(), new OtlpOutcome.Malformed("no"), new OtlpOutcome.Taken(1, "one was bad"));
        var signal = new OnceSignal(inner, _repeated);

        signal.Take([1, 2]).ShouldBeOfType<OtlpOutcome.Full>();
        signal.Take([1, 2]).ShouldBeOfType<OtlpOutcome.Malformed>();
        signal.Take([1, 2]).ShouldBeOfType<OtlpOutcome.Taken>().Rejected.ShouldBe(1);
        signal.Take([1, 2]).ShouldBe(new OtlpOutcome.Taken(0, OnceSignal.Warning));

        (inner.Calls, _repeated.Count).ShouldBe((3, 1));
    }

    [Fact]
    public void Take_WhileTheFirstTryIsUnderWay_IsToldToComeBack()
    {
        OnceSignal? signal = null;
        OtlpOutcome? second = null;
        var inner = new ScriptedSignal(new OtlpOutcome.Taken(0, "")) { During = () => second = signal!.Take([1, 2]) };
        signal = new(inner, _repeated);

        signal.Take([1, 2]).ShouldBeOfType<OtlpOutcome.Taken>();

        second.ShouldBeOfType<OtlpOutcome.Full>();
        inner.Calls.ShouldBe(1);
    }

    [Fact]
    public void Take_LongAgo_IsForgotten()
    {
        var inner = new ScriptedSignal([.. Enumerable.Repeat<OtlpOutcome>(new OtlpOutcome.Taken(0, ""), 5_001)]);
        var signal = new OnceSignal(inner, _repeated);
        foreach (var number in Enumerable.Range(0, 5_000))
        {
            signal.Take(BitConverter.GetBytes(number));
        }

        signal.Take(BitConverter.GetBytes(4_999));
        signal.Take(BitConverter.GetBytes(0));

        (inner.Calls, _repeated.Count).ShouldBe((5_001, 1));
    }

    /// <summary>Gives one outcome after the other.</summary>
    private sealed class ScriptedSignal(params OtlpOutcome[] outcomes) : IOtlpSignal
    {
        public int Calls { get; private set; }

        public Action? During { get; set; }

        public string HttpPath => "/";

        public string GrpcPath => "/";

        public string RejectedProperty => "";

        public OtlpOutcome Take(ReadOnlySpan<byte> request)
        {
            During?.Invoke();
            return outcomes[Calls++];
        }

        public byte[] Transcode(string json) => [];
    }
}
