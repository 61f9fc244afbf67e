using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.CloudFormation;

/// <summary>Stacks by the client of CloudFormation.</summary>
internal static class StackSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Stack> CreateAsync(this AmazonCloudFormationClient client, string name, string template, params (string Key, string Value)[] parameters)
    {
        await client.CreateStackAsync(
            new CreateStackRequest { StackName = name, TemplateBody = template, Parameters = Parameters(parameters), Capabilities = ["CAPABILITY_IAM"] }, Cancellation);
        return await client.SettleAsync(name);
    }

    /// <param name="template">Null: the one that it has.</param>
    public static async Task<Stack> UpdateAsync(this AmazonCloudFormationClient client, string name, string? template, params (string Key, string Value)[] parameters)
    {
        await client.UpdateStackAsync(
            new UpdateStackRequest
            {
                StackName = name,
                TemplateBody = template,
                UsePreviousTemplate = template is null ? true : null,
                Parameters = Parameters(parameters),
                Capabilities = ["CAPABILITY_IAM"],
            },
            Cancellation);
        return await client.SettleAsync(name);
    }

    /// <summary>The stack, once nothing is in progress any more.</summary>
    public static async Task<Stack> SettleAsync(this AmazonCloudFormationClient client, string name)
    {
        using var patience = new CancellationTokenSource(LocalAwsServer.Patience, TimeProvider.System);
        while (true)
        {
            var stack = (await client.DescribeStacksAsync(new DescribeStacksRequest { StackName = name }, Cancellation)).Stacks!.ShouldHaveSingleItem();
            if (!stack.StackStatus!.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return stack;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    public static string Output(this Stack stack, string key) => stack.Outputs!.Single(output => output.OutputKey == key).OutputValue!;

    private static List<Parameter> Parameters((string Key, string Value)[] parameters) =>
        [.. parameters.Select(static parameter => new Parameter { ParameterKey = parameter.Key, ParameterValue = parameter.Value })];
}
