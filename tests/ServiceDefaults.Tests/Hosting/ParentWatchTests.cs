using System.IO.Pipelines;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Tests.Hosting;

public sealed class ParentWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Pipe _pipe = new();
    private readonly Lifetime _lifetime = new();

    [Fact]
    public async Task Execute_InputEnds_StopsTheApplication()
    {
        using var watch = new ParentWatch(_lifetime, () => _pipe.Reader.AsStream());
        await watch.StartAsync(TestContext.Current.CancellationToken);
        await _pipe.Writer.WriteAsync("noise"u8.ToArray(), TestContext.Current.CancellationToken);
        _lifetime.Stopped.IsCompleted.ShouldBeFalse();
        await _pipe.Writer.CompleteAsync();
        await _lifetime.Stopped.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Execute_InputCannotBeRead_StopsTheApplication()
    {
        using var watch = new ParentWatch(_lifetime, static () => throw new IOException("no such input"));
        await watch.StartAsync(TestContext.Current.CancellationToken);
        await _lifetime.Stopped.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stop_InputStaysOpen_DoesNotWaitForIt()
    {
        using var watch = new ParentWatch(_lifetime, () => _pipe.Reader.AsStream());
        await watch.StartAsync(TestContext.Current.CancellationToken);
        await watch.StopAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        _lifetime.Stopped.IsCompleted.ShouldBeFalse();
        await _pipe.Writer.CompleteAsync();
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stopped => _stopped.Task;

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopped.TrySetResult();
    }
}
