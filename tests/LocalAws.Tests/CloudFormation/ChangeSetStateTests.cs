using LocalAws.CloudFormation.Stacks;
using LocalAws.Protocol;
using LocalAws.State;
using LocalAws.Tests.EventBridge;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.CloudFormation;

/// <summary>What outlives the process of a change set.</summary>
public sealed class ChangeSetStateTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [Fact]
    public void Restore_OfASnapshot_BringsBackWhatWillBeExecuted()
    {
        var call = new CallContext("000000000000", "us-east-1", "http://here:4566", default);
        var store = server.Services.GetRequiredService<ChangeSetStore>();
        var made = store.Create(
            "kept",
            new StackRequest("kept-stack", "Resources: { Q: { Type: AWS::SQS::Queue } }", call) { Parameters = [], Capabilities = ["CAPABILITY_IAM"] },
            createsStack: true,
            "why");

        var restored = ActivatorUtilities.CreateInstance<ChangeSetStore>(server.Services);
        foreach (var change in store.Snapshot())
        {
            change.Part.ShouldBe(StatePartId.ChangeSets);
            restored.Restore(RecordingLog.Encode(change));
        }

        var found = restored.Require(call.Scope, made.Id, null);
        found.StackId.ShouldBe(made.StackId);
        found.Description.ShouldBe("why");
        found.Request.TemplateText.ShouldBe(made.Request.TemplateText);
        found.Request.Call.Host.ShouldBe("http://here:4566");
        found.Request.Capabilities.ShouldBe(["CAPABILITY_IAM"]);
        found.Changes.ShouldHaveSingleItem().Action.ShouldBe("Add");
        found.ExecutionStatus.ShouldBe("AVAILABLE");

        restored.Restore(RecordingLog.Encode(new ChangeSetChange(made.Id, null)));
        Should.Throw<AwsException>(() => restored.Require(call.Scope, made.Id, null)).Code.ShouldBe("ChangeSetNotFound");
    }
}
