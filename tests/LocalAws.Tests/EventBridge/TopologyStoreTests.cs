using System.Collections.Immutable;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Tests.EventBridge;

/// <summary>What outlives the process: the topology and the events that wait for an endpoint.</summary>
public sealed class TopologyStoreTests
{
    private static readonly AwsScope Scope = new("000000000000", "us-east-1");
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Restore_EverythingThatThereIs_IsTheSame()
    {
        var log = new RecordingLog();
        var store = new TopologyStore(TimeProvider.System, log);
        Fill(store);

        var restored = Restored(log.Changes);

        var (was, topology) = (store.Current(Scope), restored.Current(Scope));
        RecordingLog.Encode(new TopologyChange(topology)).SequenceEqual(RecordingLog.Encode(new TopologyChange(was))).ShouldBeTrue();
        var rule = topology.RequireRule("b", "r");
        rule.Compiled!.Matches("""{"source": "x"}"""u8).ShouldBeTrue();
        rule.Targets[0].Kind.ShouldBe(TargetKind.ApiDestination);
        topology.RequireRule(null, "s").Schedule.ShouldNotBeNull();
        topology.RequireConnection("c").Authorization.ShouldBe(was.RequireConnection("c").Authorization);
        RecordingLog.Encode(restored.Snapshot().Single()).SequenceEqual(RecordingLog.Encode(log.Changes[^1])).ShouldBeTrue();
    }

    [Fact]
    public void Deliveries_AcceptedAndNotSettled_AreUnderWayAgain()
    {
        var log = new RecordingLog();
        var store = new TopologyStore(TimeProvider.System, log);
        Fill(store);
        var deliveries = Pending(store, log);
        var rule = store.Current(Scope).RequireRule("b", "r");
        EventDelivery[] sent =
        [
            .. Enumerable.Range(0, 3).Select(number => new EventDelivery(
                Scope, new EventEnvelope($"{number}", Now, """{"source":"x"}"""u8.ToArray()), rule, rule.Targets[0], default)),
        ];
        Array.ForEach(sent, deliveries.Add);
        deliveries.Remove(sent[1]);
        deliveries.Remove(sent[1]);

        var again = Pending(Restored(log.Changes.Where(static change => change.Part == StatePartId.Events)), new RecordingLog());
        foreach (var change in log.Changes.Where(static change => change.Part == StatePartId.Deliveries))
        {
            again.Restore(RecordingLog.Encode(change));
        }

        var restored = again.TakeRestored();
        restored.Select(static delivery => delivery.Envelope.Id).ShouldBe(["0", "2"]);
        restored[0].Target.Arn.ShouldBe(rule.Targets[0].Arn);
        restored[0].Envelope.Json.ToArray().ShouldBe(sent[0].Envelope.Json.ToArray());
        again.Snapshot().Count().ShouldBe(2);
    }

    private static TopologyStore Restored(IEnumerable<StateChange> changes)
    {
        var restored = new TopologyStore(TimeProvider.System, new VolatileStateLog());
        foreach (var change in changes)
        {
            restored.Restore(RecordingLog.Encode(change));
        }

        return restored;
    }

    private static PendingDeliveries Pending(TopologyStore store, RecordingLog log) =>
        new(store, log, new Lazy<DeliveryDispatcher>(static () => throw new InvalidOperationException("Nobody resumes here.")));

    private static void Fill(TopologyStore store)
    {
        var additions = new HttpAdditions([new HttpAddition("h", "1", true)], [], []);
        var target = new Target("t", "arn:aws:events:us-east-1:000000000000:api-destination/d/1")
        {
            InputTransformer = new InputTransformer(ImmutableSortedDictionary<string, string>.Empty.Add("a", "$.a"), "\"<a>\""),
            Foreign = ImmutableSortedDictionary<string, string>.Empty.Add("EcsParameters", "{}"),
        };
        store.Update(Scope, topology => topology.AddBus("b", "d", Now));
        store.Update(Scope, topology => topology.PutRule(
            new Rule("r", topology.RuleArn("b", "r"), "b", """{"source":["x"]}""", null) { Tags = EventTopology.NoTags.Add("k", "v") }, Now));
        store.Update(Scope, topology => topology.PutTargets("b", "r", [target], Now));
        store.Update(Scope, topology => topology.PutRule(new Rule("s", topology.RuleArn("default", "s"), "default", null, "rate(1 hour)"), Now));
        store.Update(Scope, topology => topology.AddConnection(new Connection(
            "c", "arn:c", "arn:s", new Authorization.OAuth("id", "secret", "http://x", "POST", HttpAdditions.None), null, Now)
        { Invocation = additions }));
        store.Update(Scope, topology => topology.AddApiDestination(new ApiDestination("d", target.Arn, "arn:c", "http://y", "POST", 5, null, Now)));
        store.Update(Scope, topology => topology.AddReplay(
            new Replay("p", "arn:p", "a", "arn:a", "arn:b", Now, Now, Now) { FilterArns = ["arn:r"], State = ReplayState.Completed }));
    }
}
