using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;
using LocalAws.State;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.EventBridge.Delivery;

/// <summary>How long the compiled rules of a bus are kept.</summary>
public sealed class BusAutomataTests
{
    private static readonly AwsScope Scope = new("000000000000", "us-east-1");
    private static readonly AwsScope OtherRegion = new("000000000000", "eu-west-1");

    private readonly TopologyStore _store = new(new FakeTimeProvider(), new VolatileStateLog());

    [Fact]
    public void Automata_OfBusesThatAreDeleted_AreForgotten()
    {
        using var automata = new BusAutomata(_store);
        for (var number = 0; number < 100; number++)
        {
            var name = $"bus-{number}";
            var bus = _store.Update(Scope, topology => topology.AddBus(name, null, default)).Buses[name];
            automata.Match(bus, "{}"u8).ShouldBeEmpty();
            _store.Update(Scope, topology => topology.RemoveBus(name));
        }

        automata.Count.ShouldBe(0);
    }

    [Fact]
    public void Automata_OfOtherBusesAndRegions_AreKept()
    {
        using var automata = new BusAutomata(_store);
        automata.Match(_store.Current(Scope).Buses[EventBus.Default], "{}"u8).ShouldBeEmpty();
        automata.Match(_store.Update(OtherRegion, static topology => topology.AddBus("gone", null, default)).Buses["gone"], "{}"u8).ShouldBeEmpty();

        _store.Update(Scope, static topology => topology.AddBus("gone", null, default));
        _store.Update(Scope, static topology => topology.RemoveBus("gone"));

        automata.Count.ShouldBe(2);
    }
}
