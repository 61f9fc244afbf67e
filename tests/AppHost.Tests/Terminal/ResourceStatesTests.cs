using System.Threading.Channels;
using AppHost.Terminal;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace AppHost.Tests.Terminal;

public sealed class ResourceStatesTests : IDisposable
{
    private static readonly ContainerResource Checked = new("checked") { Annotations = { new HealthCheckAnnotation("never asked") } };
    private static readonly ContainerResource Unchecked = new("unchecked");

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ResourceLoggerService _logs = new();
    private readonly ResourceNotificationService _notifications;
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Channel<ResourceLine> _told = Channel.CreateUnbounded<ResourceLine>();

    public ResourceStatesTests() => _notifications = new(
        NullLogger<ResourceNotificationService>.Instance, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), _services, _logs);

    [Fact]
    public async Task Follow_RunsAndIsNotHealthyYet_IsStartingAndToldOnce()
    {
        var states = new ResourceStates(new DistributedApplicationModel([Checked, Unchecked]), _notifications);
        var follow = states.FollowAsync(line => _told.Writer.TryWrite(line), _stop.Token);
        await Become(Checked, KnownResourceStates.Starting);
        (await Told()).ShouldBe(new ResourceLine("checked", "Starting", ""));

        await Become(Checked, KnownResourceStates.Running);
        await _notifications.PublishUpdateAsync(Checked, static last => last with { Urls = [new UrlSnapshot("http", "http://a.test", IsInternal: false)] });
        await Become(Unchecked, KnownResourceStates.Running);

        (await Told()).ShouldBe(new ResourceLine("unchecked", "Healthy", ""));
        states.Lines.ShouldBe([new("checked", "Starting", "http://a.test"), new("unchecked", "Healthy", "")]);
        await Become(Checked, KnownResourceStates.FailedToStart);
        (await Told()).ShouldBe(new ResourceLine("checked", "FailedToStart", "http://a.test"));

        await _stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(follow);
    }

    public void Dispose()
    {
        _notifications.Dispose();
        _services.Dispose();
        _stop.Dispose();
    }

    private Task Become(ContainerResource resource, string state) =>
        _notifications.PublishUpdateAsync(resource, last => last with { State = new ResourceStateSnapshot(state, null) });

    private Task<ResourceLine> Told() => _told.Reader.ReadAsync(_stop.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
}
