using Amazon;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class CloudFormationTests : IDisposable
{
    private readonly string _template = Path.GetTempFileName();
    private readonly StackAccount _account = new();

    public void Dispose()
    {
        File.Delete(_template);
        _account.Dispose();
    }

    [Fact]
    public async Task Start_OfNewStack_CreatesItAndGivesItsOutputs()
    {
        await using var app = await StartAsync(stack => stack.WithParameter("FlowControl", "true").WithTag("team", "one"));
        await app.WhenHealthyAsync("stack");

        _account.Calls.ShouldBe(["Create Lab FlowControl=true team=one"]);
        var reader = await app.WhenAsync("reader", KnownResourceStates.Finished);
        Variable(reader, "AWS__Resources__BusName").ShouldBe("bus");
        Variable(reader, "QUEUE").ShouldBe("queue");
        Variable(reader, "AWS__Region").ShouldBe("eu-west-1");
    }

    [Fact]
    public async Task Start_OfKnownStack_UpdatesIt()
    {
        _account.Put("CREATE_COMPLETE");
        await using var app = await StartAsync(static stack => stack.WithParameter("FlowControl", "false"));

        await app.WhenHealthyAsync("stack");

        _account.Calls.ShouldBe(["Update Lab FlowControl=false"]);
    }

    [Fact]
    public async Task Start_OfStackThatIsAsTheTemplateSays_IsFine()
    {
        _account.Put("UPDATE_COMPLETE");
        _account.Unchanged = true;
        await using var app = await StartAsync(static stack => stack);

        await app.WhenHealthyAsync("stack");
        await app.WhenAsync("reader", KnownResourceStates.Finished);
    }

    [Fact]
    public async Task Start_OfRolledBackStack_DeletesAndCreatesIt()
    {
        _account.Put("ROLLBACK_COMPLETE");
        await using var app = await StartAsync(static stack => stack);

        await app.WhenHealthyAsync("stack");

        _account.Calls.ShouldBe(["Delete Lab", "Create Lab"]);
    }

    [Fact]
    public async Task Start_OfStackThatFails_SaysWhyAndFailsItsWaiters()
    {
        _account.Failure = "No more queues for you";
        await using var app = await StartAsync(static stack => stack);

        await app.WhenAsync("stack", KnownResourceStates.FailedToStart);
        (await app.WhenLoggedAsync("stack", static line => line.IsErrorMessage)).Content.ShouldContain("No more queues for you");
        await app.WhenAsync("reader", KnownResourceStates.FailedToStart);
    }

    [Fact]
    public async Task Start_OfStackThatWaits_IsNotBegunBefore()
    {
        await using var app = await Applications.StartAsync(builder =>
        {
            var first = builder.AddExecutable("first", "sh", ".", "-c", "sleep 60").WithExplicitStart();
            builder.AddAWSCloudFormationTemplate("stack", _template, "Lab").WithReference(_account).WaitForStart(first);
        });
        await app.WhenAsync("stack", KnownResourceStates.Waiting);
        _account.Calls.ShouldBeEmpty();

        await app.ResourceCommands.ExecuteCommandAsync("first", "resource-start", Bounded.Token());

        await app.WhenHealthyAsync("stack");
        _account.Calls.ShouldBe(["Create Lab"]);
    }

    [Fact]
    public async Task Start_OfForeignStack_ReadsItsOutputsAlone()
    {
        _account.Put("CREATE_COMPLETE");
        await using var app = await Applications.StartAsync(builder =>
        {
            var stack = builder.AddAWSCloudFormationStack("stack", "Lab").WithReference(_account);
            builder.AddExecutable("reader", "sh", ".", "-c", "exit 0").WithReference(stack, "My:Section");
        });

        Variable(await app.WhenAsync("reader", KnownResourceStates.Finished), "My__Section__BusName").ShouldBe("bus");
        _account.Calls.ShouldBeEmpty();
    }

    private static string? Variable(ResourceEvent @event, string name) =>
        @event.Snapshot.EnvironmentVariables.SingleOrDefault(variable => variable.Name == name)?.Value;

    private Task<DistributedApplication> StartAsync(
        Func<IResourceBuilder<Aspire.Hosting.AWS.CloudFormation.ICloudFormationTemplateResource>, IResourceBuilder<Aspire.Hosting.AWS.CloudFormation.ICloudFormationResource>> describe) =>
        Applications.StartAsync(builder =>
        {
            var stack = builder.AddAWSCloudFormationTemplate("stack", _template, "Lab").WithReference(_account);
            describe(stack);
            builder.AddExecutable("reader", "sh", ".", "-c", "exit 0")
                .WithReference(stack)
                .WithReference(builder.AddAWSSDKConfig().WithRegion(RegionEndpoint.EUWest1))
                .WithEnvironment("QUEUE", stack.GetOutput("Queue"));
        });
}
