using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace SlowApi.Tests.Fixtures;

/// <summary>A clock that the tests move, and that tells them when somebody waits on it.</summary>
internal sealed class WatchedTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The wait that is watched for.</summary>
    public TimeSpan Watched { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Watched)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Returns once another wait of the watched length has begun.</summary>
    public async Task WaitBegunAsync() => await _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
}
