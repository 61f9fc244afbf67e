using System.Net;
using Notification.Api.Tests.Fixtures;

namespace Notification.Api.Tests.Functions;

/// <summary>What a process that comes after a killed one does: it finds the files as they were at the kill.</summary>
public sealed class KilledTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("killed-tests-");

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Restart_KilledBeforeTheOutcomeWasNoted_PublishesAgainAndAccepts()
    {
        var atTheKill = Path.Combine(_state.FullName, "at-the-kill");
        await using (var killed = await NotificationHost.StartAsync(("StateDirectory", Path.Combine(_state.FullName, "state"))))
        {
            (await PostAsync(killed)).ShouldBe(HttpStatusCode.OK);
            killed.EventBridge.BeforeAnswer = () =>
            {
                CopyState(atTheKill);
                return Task.CompletedTask;
            };
            await PostAsync(killed);

            await using var host = await NotificationHost.StartAsync(("StateDirectory", atTheKill));
            await EventuallyAsync(() => host.Counters["orders.accepted"] == 2);

            var (before, again) = (killed.EventBridge.Calls.Last(), host.EventBridge.Calls.ShouldHaveSingleItem());
            again.Entry.GetProperty("Detail").GetString().ShouldBe(before.Entry.GetProperty("Detail").GetString());
            Trace(again).ShouldBe(Trace(before), "One trace an order.");
        }
    }

    [Fact]
    public async Task Restart_EventBridgeDoesNotTakeIt_TriesUntilItDoes()
    {
        var atTheKill = Path.Combine(_state.FullName, "at-the-kill");
        await using var killed = await NotificationHost.StartAsync(("StateDirectory", Path.Combine(_state.FullName, "state")));
        killed.EventBridge.BeforeAnswer = () =>
        {
            CopyState(atTheKill);
            return Task.CompletedTask;
        };
        await PostAsync(killed);

        await using var host = await NotificationHost.StartAsync(
            static bridge => bridge.Answer = (HttpStatusCode.BadRequest, """{"__type":"ResourceNotFoundException","message":"Not yet."}"""),
            ("StateDirectory", atTheKill));
        await EventuallyAsync(() => host.EventBridge.Calls.Count == 1);
        host.Counters["orders.accepted"].ShouldBe(0);

        host.EventBridge.Answer = (HttpStatusCode.OK, FakeEventBridge.Taken);
        await EventuallyAsync(() =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return host.Counters["orders.accepted"] == 1;
        });
        host.Counters["orders.rejected error.type=ResourceNotFoundException"].ShouldBe(0);
    }

    private static string Trace(PutEventsCall call) => call.Entry.GetProperty("TraceHeader").GetString()!.Split(';')[0];

    private static async Task<HttpStatusCode> PostAsync(NotificationHost host)
    {
        using var answer = await host.Client.PostAsync("/notify", new StringContent("{\"text\":\n\"two lines\"}"));
        return answer.StatusCode;
    }

    private static async Task EventuallyAsync(Func<bool> isCase)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !isCase();)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience, "Waited too long.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private void CopyState(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Path.Combine(_state.FullName, "state")))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(Path.Combine(target, Path.GetFileName(file)));
            from.CopyTo(to);
        }
    }
}
