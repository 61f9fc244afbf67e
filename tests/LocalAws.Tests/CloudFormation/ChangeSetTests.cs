using System.Xml.Linq;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.CloudFormation;

/// <summary>Change sets, as tools that deploy with them call.</summary>
public sealed class ChangeSetTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string Template = """
        Parameters: { Seconds: { Type: Number, Default: 30 } }
        Resources:
          Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: !Ref Seconds } }
        Outputs: { Seconds: { Value: !Ref Seconds } }
        """;

    [Fact]
    public async Task ChangeSet_CreatedAndExecuted_CreatesAndUpdatesTheStack()
    {
        (await OkAsync("CreateChangeSet", ("ChangeSetName", "first"), ("ChangeSetType", "CREATE"), ("TemplateBody", Template))).Text("Id").ShouldContain(":changeSet/first/");
        (await StackStatusAsync()).ShouldBe("REVIEW_IN_PROGRESS");
        var described = await OkAsync("DescribeChangeSet", ("ChangeSetName", "first"));
        (described.Text("Status"), described.Text("ExecutionStatus"), described.Text("Action"), described.Text("LogicalResourceId"))
            .ShouldBe(("CREATE_COMPLETE", "AVAILABLE", "Add", "Queue"));

        await OkAsync("ExecuteChangeSet", ("ChangeSetName", "first"));
        (await SettledStatusAsync()).ShouldBe("CREATE_COMPLETE");
        (await RefusedAsync("ExecuteChangeSet", ("ChangeSetName", "first"))).ShouldBe("InvalidChangeSetStatus");

        await OkAsync("CreateChangeSet", ("ChangeSetName", "same"), ("TemplateBody", Template));
        var empty = await OkAsync("DescribeChangeSet", ("ChangeSetName", "same"));
        (empty.Text("Status"), empty.Text("ExecutionStatus")).ShouldBe(("FAILED", "UNAVAILABLE"));
        empty.Text("StatusReason").ShouldStartWith("The submitted information didn't contain changes.");

        await OkAsync(
            "CreateChangeSet", ("ChangeSetName", "more"), ("UsePreviousTemplate", "true"),
            ("Parameters.member.1.ParameterKey", "Seconds"), ("Parameters.member.1.ParameterValue", "60"));
        (await OkAsync("DescribeChangeSet", ("ChangeSetName", "more"))).Text("Action").ShouldBe("Modify");
        await OkAsync("ExecuteChangeSet", ("ChangeSetName", "more"));
        (await SettledStatusAsync()).ShouldBe("UPDATE_COMPLETE");

        // With the stack changed, the other change sets are obsolete.
        (await RefusedAsync("DescribeChangeSet", ("ChangeSetName", "same"))).ShouldBe("ChangeSetNotFound");
        await OkAsync("DeleteChangeSet", ("ChangeSetName", "more"));
        (await RefusedAsync("DescribeChangeSet", ("ChangeSetName", "more"))).ShouldBe("ChangeSetNotFound");
        (await RefusedAsync("CreateChangeSet", ("ChangeSetName", "again"), ("ChangeSetType", "CREATE"), ("TemplateBody", Template))).ShouldBe("ValidationError");
    }

    private async Task<XElement> OkAsync(string action, params (string Name, string Value)[] form)
    {
        var (status, body) = await server.QueryAsync("/", [("Version", "2010-05-15"), ("Action", action), ("StackName", "changes"), .. form]);
        status.ShouldBe(200, body.ToString());
        return body;
    }

    private async Task<string> RefusedAsync(string action, params (string Name, string Value)[] form)
    {
        var (status, body) = await server.QueryAsync("/", [("Version", "2010-05-15"), ("Action", action), ("StackName", "changes"), .. form]);
        status.ShouldBeInRange(400, 404);
        return body.Text("Code");
    }

    private async Task<string> StackStatusAsync() => (await OkAsync("DescribeStacks")).Text("StackStatus");

    private async Task<string> SettledStatusAsync()
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await StackStatusAsync() is var status && !status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return status;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        throw new TimeoutException("The stack does not settle.");
    }
}
