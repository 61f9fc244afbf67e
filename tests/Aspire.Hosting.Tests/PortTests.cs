using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.Embedded;
using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class PortTests
{
    [Fact]
    public void Allocate_OfTakenPort_MovesAndSaysSoInALine()
    {
        using var squatter = Squat();
        var said = new CopiedLines();
        var (model, service) = Describe(Port(squatter));

        new EndpointAllocation(said, randomize: false).Allocate(model);

        var moved = service.GetEndpoint("http").Port;
        moved.ShouldNotBe(Port(squatter));
        said.Lines.ShouldHaveSingleItem()
            .ShouldBe($"Port {Port(squatter)}, which 'service' (http) asks for, is taken: it listens on {moved} instead.");
    }

    [Fact]
    public void Allocate_OfFreePort_IsGranted()
    {
        var wish = FreePort.Take();
        var (model, service) = Describe(wish);

        new EndpointAllocation(new CopiedLines(), randomize: false).Allocate(model);

        service.GetEndpoint("http").Port.ShouldBe(wish);
    }

    [Fact]
    public void Allocate_UnderTest_LeavesWishesToOthers()
    {
        var wish = FreePort.Take();
        var (model, service) = Describe(wish);

        new EndpointAllocation(new CopiedLines(), randomize: true).Allocate(model);

        service.GetEndpoint("http").Port.ShouldNotBe(wish);
    }

    [Fact]
    public void Allocate_OfTwoWishesForOnePort_MovesTheSecond()
    {
        var wish = FreePort.Take();
        var builder = DistributedApplicationTestingBuilder.Create();
        var one = builder.AddService("one").WithEndpoint("http", endpoint => endpoint.Port = wish);
        var two = builder.AddService("two").WithEndpoint("http", endpoint => endpoint.Port = wish);

        new EndpointAllocation(new CopiedLines(), randomize: false).Allocate(new DistributedApplicationModel(builder.Resources));

        one.GetEndpoint("http").Port.ShouldBe(wish);
        two.GetEndpoint("http").Port.ShouldNotBe(wish);
    }

    [Fact]
    public async Task Start_OfTwoApplicationsThatWishForOnePort_BothRun()
    {
        var wish = FreePort.Take();
        await using var first = await StartAsync();
        await first.WhenHealthyAsync("service");
        await using var second = await StartAsync();
        await second.WhenHealthyAsync("service");

        first.GetEndpoint("service").Port.ShouldBe(wish);
        second.GetEndpoint("service").Port.ShouldNotBe(wish);

        Task<DistributedApplication> StartAsync() => Applications.StartAsync(
            builder => builder.AddService("service").WithEndpoint("http", endpoint => endpoint.Port = wish),
            "--DcpPublisher:RandomizePorts=false");
    }

    private static (DistributedApplicationModel Model, IResourceBuilder<ProjectResource> Service) Describe(int port)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var service = builder.AddService("service").WithEndpoint("http", endpoint => endpoint.Port = port);
        return (new DistributedApplicationModel(builder.Resources), service);
    }

    private static TcpListener Squat()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
