using Dashboard.Resources;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Tests.Resources;

/// <summary>Whatever stands where the resource service should be, the client lives on and says what is wrong.</summary>
public sealed class HostileServiceTests
{
    [Fact]
    public async Task Watch_OddResources_AreShownAsFarAsTheyMakeSense()
    {
        var odd = new Wire.Resource
        {
            Name = "odd\u0000\n\u202e",
            State = "Running",
            CreatedAt = new() { Seconds = long.MaxValue },
            StartedAt = new() { Seconds = 1, Nanos = -1 },
            StoppedAt = new() { Seconds = 1 },
            Environment = { new Wire.EnvironmentVariable { Name = "TWICE", Value = "1" }, new Wire.EnvironmentVariable { Name = "TWICE", Value = "2" } },
            Properties = { new Wire.ResourceProperty { Name = "twice" }, new Wire.ResourceProperty { Name = "twice", Value = Value.ForNumber(double.NaN) } },
            Urls = { new Wire.Url { FullUrl = "javascript:alert(1)" } },
        };
        await using var service = await HostileService.StartAsync(_ => Initial([odd, new(), .. Enumerable.Range(0, 10_000).Select(i => new Wire.Resource { Name = $"r{i}" })]));
        await using var client = await ResourceClient.StartAsync(service.Url);

        var state = await client.UntilAsync(static state => state.Resources.Count > 0);

        state.Resources.Count.ShouldBe(10_002);
        var shown = state.Resources.Single(resource => resource.Name == odd.Name);
        state.Resources.ShouldContain(static resource => resource.DisplayName == "(no name)");
        shown.DisplayName.ShouldBe("odd\uFFFD\uFFFD\uFFFD");
        (shown.CreatedAt, shown.StartedAt, shown.StoppedAt).ShouldBe((null, null, DateTimeOffset.UnixEpoch.AddSeconds(1)));
        shown.Environment.ShouldHaveSingleItem().Value.ShouldBe("1");
        shown.Properties.ShouldHaveSingleItem().Value.ShouldBe("");
    }

    [Fact]
    public async Task Watch_WhatCannotBeRead_IsToldAndTriedAgain()
    {
        var senseless = new Wire.Resource { Name = "a", Properties = { new Wire.ResourceProperty { Name = "p", Value = Value.ForStruct(new() { Fields = { ["x"] = new() } }) } } };
        var isMended = false;
        await using var service = await HostileService.StartAsync(_ => Volatile.Read(ref isMended) ? Initial([new() { Name = "b" }]) : Initial([senseless]));
        await using var client = await ResourceClient.StartAsync(service.Url);

        var lost = await client.UntilAsync(static state => state.Connection.State == ConnectionState.Lost);
        Volatile.Write(ref isMended, true);
        var mended = await client.UntilAsync(static state => state.Resources.Count > 0);

        lost.Connection.Reason!.ShouldStartWith("What the resource service tells cannot be read");
        mended.Resources.ShouldHaveSingleItem().Name.ShouldBe("b");
    }

    [Fact]
    public async Task Watch_ServiceThatHangsUpEachTime_KeepsWhatItToldLast()
    {
        await using var service = await HostileService.StartAsync(call => Initial([new() { Name = $"r{call}" }]));
        await using var client = await ResourceClient.StartAsync(service.Url);

        var later = await client.UntilAsync(static state => state is { Connection.State: ConnectionState.Lost, Resources: [{ Name: not "r1" }] });

        later.Connection.Reason.ShouldBe("The app host has stopped.");
    }

    [Fact]
    public async Task Watch_ServerOfAnotherProtocol_IsSaidToBeOne()
    {
        await using var service = await HostileService.StartAsync(static _ => null, HttpProtocols.Http1);
        await using var client = await ResourceClient.StartAsync(service.Url);

        var state = await client.UntilAsync(static state => state.Connection.State == ConnectionState.Lost);

        state.Connection.Reason!.ShouldContain("does not speak gRPC");
    }

    private static Wire.WatchResourcesUpdate Initial(IEnumerable<Wire.Resource> resources) =>
        new() { InitialData = new() { Resources = { resources } } };
}
