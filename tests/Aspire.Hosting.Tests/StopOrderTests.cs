using Aspire.Hosting.Embedded;
using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class StopOrderTests
{
    private readonly IDistributedApplicationTestingBuilder _builder = DistributedApplicationTestingBuilder.Create();
    private readonly Dictionary<IResource, IResource[]> _uses = [];

    [Fact]
    public void Before_OfWhatOthersWaitedFor_AreTheOthers()
    {
        var first = _builder.AddService("first");
        var second = _builder.AddService("second").WaitFor(first);

        Order().Before(first.Resource).ShouldBe([second.Resource]);
        Order().Before(second.Resource).ShouldBeEmpty();
    }

    [Fact]
    public void Before_OfWhatAllWereToldOf_AreAllEvenInACircle()
    {
        var collector = _builder.AddService("collector").Resource;
        var one = _builder.AddService("one").Resource;
        var two = _builder.AddService("two").Resource;
        _uses[collector] = [one];
        _uses[one] = [collector, one];
        _uses[two] = [collector];

        Order().Before(collector).ShouldBe([one, two], ignoreOrder: true);
        Order().Before(one).ShouldBeEmpty();
    }

    [Fact]
    public void Before_WhenAnAddressContradictsAWait_FollowsTheWait()
    {
        var first = _builder.AddService("first");
        var middle = _builder.AddService("middle").WaitFor(first);
        var last = _builder.AddService("last").WaitFor(middle);
        _uses[first.Resource] = [last.Resource];

        Order().Before(last.Resource).ShouldBeEmpty();
        Order().Before(first.Resource).ShouldBe([middle.Resource]);
    }

    [Fact]
    public async Task References_OfEveryKindOfValue_AreFound()
    {
        var service = _builder.AddService("service");
        var parameter = _builder.AddParameter("parameter", "x");
        await using var app = await _builder.BuildAsync(TestContext.Current.CancellationToken);

        References.Of("text").ShouldBeEmpty();
        References.Of(service.GetEndpoint("http")).ShouldBe([service.Resource]);
        References.Of(service.GetEndpoint("http").Property(EndpointProperty.Port)).ShouldBe([service.Resource]);
        References.Of(ReferenceExpression.Create($"{service.GetEndpoint("http")}/{parameter:uri}")).ShouldBe([service.Resource, parameter.Resource]);
    }

    private StopOrder Order() => new([.. _builder.Resources], resource => _uses.GetValueOrDefault(resource) ?? []);
}
