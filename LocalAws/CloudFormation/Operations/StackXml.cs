using System.Globalization;
using System.Xml.Linq;
using LocalAws.CloudFormation.Stacks;
using LocalAws.CloudFormation.Templates;

namespace LocalAws.CloudFormation.Operations;

/// <summary>Stacks as the Query protocol spells them.</summary>
internal static class StackXml
{
    public static XElement Stack(StackSnapshot stack) => new("member",
        new XElement("StackName", stack.Name),
        new XElement("StackId", stack.Id),
        Optional("Description", stack.Template.Description),
        List("Parameters", stack.Parameters, parameter => [
            new XElement("ParameterKey", parameter.Key),
            new XElement("ParameterValue", Shown(stack.Template, parameter.Key, parameter.Value))]),
        new XElement("CreationTime", Time(stack.Created)),
        stack.Updated is { } updated ? new XElement("LastUpdatedTime", Time(updated)) : null,
        stack.Deleted is { } deleted ? new XElement("DeletionTime", Time(deleted)) : null,
        new XElement("StackStatus", stack.Status),
        Optional("StackStatusReason", stack.StatusReason),
        new XElement("DisableRollback", stack.DisableRollback ? "true" : "false"),
        new XElement("EnableTerminationProtection", stack.IsProtected ? "true" : "false"),
        new XElement("NotificationARNs"),
        List("Capabilities", stack.Capabilities),
        List("Outputs", stack.Outputs, static output => [
            new XElement("OutputKey", output.Key),
            new XElement("OutputValue", output.Value),
            Optional("Description", output.Description),
            Optional("ExportName", output.ExportName)]),
        List("Tags", stack.Tags, static tag => [new XElement("Key", tag.Key), new XElement("Value", tag.Value)]),
        new XElement("RollbackConfiguration"),
        new XElement("DriftInformation", new XElement("StackDriftStatus", "NOT_CHECKED")));

    public static XElement Summary(StackSnapshot stack) => new("member",
        new XElement("StackId", stack.Id),
        new XElement("StackName", stack.Name),
        Optional("TemplateDescription", stack.Template.Description),
        new XElement("CreationTime", Time(stack.Created)),
        stack.Updated is { } updated ? new XElement("LastUpdatedTime", Time(updated)) : null,
        stack.Deleted is { } deleted ? new XElement("DeletionTime", Time(deleted)) : null,
        new XElement("StackStatus", stack.Status),
        Optional("StackStatusReason", stack.StatusReason));

    public static XElement Event(StackSnapshot stack, StackEvent happened) => new("member",
        new XElement("StackId", stack.Id),
        new XElement("EventId", happened.Id),
        new XElement("StackName", stack.Name),
        new XElement("LogicalResourceId", happened.LogicalId),
        new XElement("PhysicalResourceId", happened.PhysicalId),
        new XElement("ResourceType", happened.Type),
        new XElement("Timestamp", Time(happened.Time)),
        new XElement("ResourceStatus", happened.Status),
        Optional("ResourceStatusReason", happened.Reason));

    /// <param name="time">The name of the element that says when it changed: it differs between operations.</param>
    public static XElement Resource(StackResource resource, string time, StackSnapshot? owner = null) => new(
        owner is null ? "member" : "StackResourceDetail",
        owner is null ? null : new XElement("StackName", owner.Name),
        owner is null ? null : new XElement("StackId", owner.Id),
        new XElement("LogicalResourceId", resource.LogicalId),
        Optional("PhysicalResourceId", resource.Instance?.PhysicalId),
        new XElement("ResourceType", resource.Type),
        new XElement(time, Time(resource.Changed)),
        new XElement("ResourceStatus", resource.Status),
        Optional("ResourceStatusReason", resource.Reason),
        new XElement("DriftInformation", new XElement("StackResourceDriftStatus", "NOT_CHECKED")));

    public static XElement Parameter(TemplateParameter parameter) => new("member",
        new XElement("ParameterKey", parameter.Key),
        Optional("DefaultValue", parameter.Default),
        new XElement("NoEcho", parameter.NoEcho ? "true" : "false"),
        new XElement("ParameterType", parameter.Type),
        Optional("Description", parameter.Description),
        parameter.AllowedValues is { } allowed ? new XElement("ParameterConstraints", List("AllowedValues", allowed)) : null);

    public static XElement? Optional(string name, string? value) => value is null ? null : new XElement(name, value);

    public static XElement List(string name, IEnumerable<string> values) => new(name, values.Select(static value => new XElement("member", value)));

    public static XElement List<T>(string name, IEnumerable<T> items, Func<T, IEnumerable<XElement?>> members) =>
        new(name, items.Select(item => new XElement("member", members(item))));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Shown(Template template, string key, string value) =>
        template.Parameters.TryGetValue(key, out var parameter) && parameter.NoEcho ? TemplateParameter.Mask : value;
}
