namespace Aspire.Hosting.Tests.Support;

/// <summary>Waits that end, whatever happens.</summary>
internal static class Bounded
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Cancelled with the test, or when its patience is over.</summary>
    public static CancellationToken Token()
    {
        // Lives as long as the test; its timer is gone with it.
#pragma warning disable CA2000
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var timer = new CancellationTokenSource(Patience, TimeProvider.System);
#pragma warning restore CA2000
        timer.Token.Register(source.Cancel);
        return source.Token;
    }

    /// <summary>Asks again and again until the answer is not null.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Within {Patience.TotalSeconds} s there was no {what}.");
    }

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static Task UntilAsync(Func<bool> ask, string what) => UntilAsync(() => Task.FromResult(ask() ? "yes" : null), what);
}
