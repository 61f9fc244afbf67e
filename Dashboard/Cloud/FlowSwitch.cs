using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace Dashboard.Cloud;

/// <summary>The stack's parameter <c>FlowControl</c>: turning it moves the rule's target between the function and the queue.</summary>
internal sealed class FlowSwitch(IAmazonCloudFormation cloudFormation, DashboardOptions options, TimeProvider clock)
{
    private const string ParameterName = "FlowControl";
    private const string On = "true";
    private const string Off = "false";
    private const string InProgress = "_IN_PROGRESS";

    /// <summary>For all that one request asks of AWS, the SDK's retries included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Which way it is.</summary>
    /// <exception cref="AmazonCloudFormationException">AWS refuses.</exception>
    /// <exception cref="TimeoutException">AWS does not answer.</exception>
    public Task<FlowControlState> ReadAsync(CancellationToken cancellationToken) =>
        BoundedAsync(async token => Describe(await FindAsync(token)), cancellationToken);

    /// <summary>Begins to turn it; what already is as wished is left alone.</summary>
    /// <exception cref="AmazonCloudFormationException">AWS refuses, for one because an update is under way.</exception>
    /// <exception cref="TimeoutException">AWS does not answer.</exception>
    public Task<FlowControlState> TurnAsync(bool enabled, CancellationToken cancellationToken) => BoundedAsync(
        async token =>
        {
            var stack = await FindAsync(token);
            var now = Describe(stack);
            if (now.Settled && now.Enabled == enabled)
            {
                return now;
            }

            await cloudFormation.UpdateStackAsync(Request(stack, enabled), token);
            return new FlowControlState(enabled, Settled: false, StackStatus.UPDATE_IN_PROGRESS.Value);
        },
        cancellationToken);

    private static UpdateStackRequest Request(Stack stack, bool enabled) => new()
    {
        StackName = stack.StackName,
        UsePreviousTemplate = true,
        // An update needs the consent that the stack's creation had, for the role in the template.
        Capabilities = stack.Capabilities ?? [],
        Parameters =
        [
            new Parameter { ParameterKey = ParameterName, ParameterValue = enabled ? On : Off },
            .. (stack.Parameters ?? []).Where(parameter => parameter.ParameterKey != ParameterName)
                .Select(parameter => new Parameter { ParameterKey = parameter.ParameterKey, UsePreviousValue = true }),
        ],
    };

    private static FlowControlState Describe(Stack stack)
    {
        var status = stack.StackStatus?.Value ?? "";
        var value = stack.Parameters?.FirstOrDefault(parameter => parameter.ParameterKey == ParameterName)?.ParameterValue;
        return new(value == On, !status.EndsWith(InProgress, StringComparison.Ordinal), status);
    }

    private async Task<Stack> FindAsync(CancellationToken cancellationToken)
    {
        var answer = await cloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = options.StackName }, cancellationToken);
        return answer.Stacks is [var stack, ..]
            ? stack
            : throw new AmazonCloudFormationException($"Stack with id {options.StackName} does not exist") { ErrorCode = "ValidationError" };
    }

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"CloudFormation did not answer within {Patience.TotalSeconds:0} s.");
        }
    }
}
