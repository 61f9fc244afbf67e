using Amazon.CloudFormation.Model;
using StandIns.Aws.Query;

namespace Amazon.CloudFormation;

/// <summary>Answers from XML.</summary>
internal static class StackAnswers
{
    public static DescribeStacksResponse ReadStacks(XmlNode result) => new()
    {
        NextToken = result.Text("NextToken"),
        Stacks = result.Members("Stacks", ReadStack),
    };

    public static DescribeStackEventsResponse ReadEvents(XmlNode result) => new()
    {
        NextToken = result.Text("NextToken"),
        StackEvents = result.Members("StackEvents", ReadEvent),
    };

    private static Stack ReadStack(XmlNode stack) => new()
    {
        StackId = stack.Text("StackId"),
        StackName = stack.Text("StackName"),
        ChangeSetId = stack.Text("ChangeSetId"),
        Description = stack.Text("Description"),
        StackStatus = stack.Text("StackStatus") is { } status ? StackStatus.FindValue(status) : null,
        StackStatusReason = stack.Text("StackStatusReason"),
        CreationTime = stack.Time("CreationTime"),
        LastUpdatedTime = stack.Time("LastUpdatedTime"),
        DeletionTime = stack.Time("DeletionTime"),
        Capabilities = stack.Texts("Capabilities"),
        DisableRollback = stack.Flag("DisableRollback"),
        EnableTerminationProtection = stack.Flag("EnableTerminationProtection"),
        NotificationARNs = stack.Texts("NotificationARNs"),
        RoleARN = stack.Text("RoleARN"),
        TimeoutInMinutes = stack.Number("TimeoutInMinutes"),
        Parameters = stack.Members("Parameters", static parameter => new Parameter
        {
            ParameterKey = parameter.Text("ParameterKey"),
            ParameterValue = parameter.Text("ParameterValue"),
            ResolvedValue = parameter.Text("ResolvedValue"),
            UsePreviousValue = parameter.Flag("UsePreviousValue"),
        }),
        Outputs = stack.Members("Outputs", static output => new Output
        {
            OutputKey = output.Text("OutputKey"),
            OutputValue = output.Text("OutputValue"),
            Description = output.Text("Description"),
            ExportName = output.Text("ExportName"),
        }),
        Tags = stack.Members("Tags", static tag => new Tag { Key = tag.Text("Key"), Value = tag.Text("Value") }),
    };

    private static StackEvent ReadEvent(XmlNode entry) => new()
    {
        ClientRequestToken = entry.Text("ClientRequestToken"),
        EventId = entry.Text("EventId"),
        LogicalResourceId = entry.Text("LogicalResourceId"),
        PhysicalResourceId = entry.Text("PhysicalResourceId"),
        ResourceProperties = entry.Text("ResourceProperties"),
        ResourceStatus = entry.Text("ResourceStatus") is { } status ? ResourceStatus.FindValue(status) : null,
        ResourceStatusReason = entry.Text("ResourceStatusReason"),
        ResourceType = entry.Text("ResourceType"),
        StackId = entry.Text("StackId"),
        StackName = entry.Text("StackName"),
        Timestamp = entry.Time("Timestamp"),
    };
}
