using Amazon.CloudFormation.Model;
using StandIns.Aws.Query;

namespace Amazon.CloudFormation;

/// <summary>Requests as forms.</summary>
internal static class StackForms
{
    public static void Write(CreateStackRequest request, QueryParameters form)
    {
        form.Set("StackName", request.StackName);
        form.Set("TemplateBody", request.TemplateBody);
        form.Set("TemplateURL", request.TemplateURL);
        form.Set("Parameters", request.Parameters, Write);
        form.Set("Capabilities", request.Capabilities);
        form.Set("Tags", request.Tags, Write);
        form.Set("ClientRequestToken", request.ClientRequestToken);
        form.Set("DisableRollback", request.DisableRollback);
        form.Set("EnableTerminationProtection", request.EnableTerminationProtection);
        form.Set("NotificationARNs", request.NotificationARNs);
        form.Set("OnFailure", request.OnFailure?.Value);
        form.Set("ResourceTypes", request.ResourceTypes);
        form.Set("RoleARN", request.RoleARN);
        form.Set("TimeoutInMinutes", request.TimeoutInMinutes);
    }

    public static void Write(UpdateStackRequest request, QueryParameters form)
    {
        form.Set("StackName", request.StackName);
        form.Set("TemplateBody", request.TemplateBody);
        form.Set("TemplateURL", request.TemplateURL);
        form.Set("UsePreviousTemplate", request.UsePreviousTemplate);
        form.Set("Parameters", request.Parameters, Write);
        form.Set("Capabilities", request.Capabilities);
        form.Set("Tags", request.Tags, Write);
        form.Set("ClientRequestToken", request.ClientRequestToken);
        form.Set("DisableRollback", request.DisableRollback);
        form.Set("NotificationARNs", request.NotificationARNs);
        form.Set("ResourceTypes", request.ResourceTypes);
        form.Set("RoleARN", request.RoleARN);
    }

    public static void Write(DeleteStackRequest request, QueryParameters form)
    {
        form.Set("StackName", request.StackName);
        form.Set("ClientRequestToken", request.ClientRequestToken);
        form.Set("RetainResources", request.RetainResources);
        form.Set("RoleARN", request.RoleARN);
    }

    public static void Write(DescribeStacksRequest request, QueryParameters form)
    {
        form.Set("StackName", request.StackName);
        form.Set("NextToken", request.NextToken);
    }

    public static void Write(DescribeStackEventsRequest request, QueryParameters form)
    {
        form.Set("StackName", request.StackName);
        form.Set("NextToken", request.NextToken);
    }

    private static void Write(Parameter parameter, QueryParameters form)
    {
        form.Set("ParameterKey", parameter.ParameterKey);
        form.Set("ParameterValue", parameter.ParameterValue);
        form.Set("UsePreviousValue", parameter.UsePreviousValue);
    }

    private static void Write(Tag tag, QueryParameters form)
    {
        form.Set("Key", tag.Key);
        form.Set("Value", tag.Value);
    }
}
