using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace Dashboard.Cloud;

/// <summary>
/// The stack's parameter <c>FlowControl</c>: turning it moves the rule's target between the function and the queue. A stack has one
/// update at a time: of several wishes the latest is followed.
/// </summary>
internal sealed class FlowSwitch(IAmazonCloudFormation cloudFormation, DashboardOptions options, TimeProvider clock) : IDisposable
{
    private const string ParameterName = "FlowControl";
    private const string On = "true";
    private const string Off = "false";
    private const string InProgress = "_IN_PROGRESS";
    private const string NoUpdates = "No updates are to be performed";

    /// <summary>For all that one request asks of AWS, the SDK's retries included.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _wishes;
    private int _turns;

    /// <summary>An update that turns it has begun; the argument says which way.</summary>
    public event Action<bool>? Turned;

    /// <summary>How often it was turned here.</summary>
    public int Turns => Volatile.Read(ref _turns);

    /// <summary>Which way it is.</summary>
    /// <exception cref="AmazonCloudFormationException">AWS refuses.</exception>
    /// <exception cref="TimeoutException">AWS does not answer.</exception>
    public Task<FlowControlState> ReadAsync(CancellationToken cancellationToken) =>
        BoundedAsync(async token => Describe(await FindAsync(token)), cancellationToken);

    /// <summary>Begins to turn it; what already is as wished is left alone, and an update that is under way is waited for.</summary>
    /// <exception cref="AmazonCloudFormationException">AWS refuses.</exception>
    /// <exception cref="FlowSwitchBusyException">There is a later wish, or an update under way takes too long.</exception>
    /// <exception cref="TimeoutException">AWS does not answer.</exception>
    public Task<FlowControlState> TurnAsync(bool enabled, CancellationToken cancellationToken) => BoundedAsync(
        async token =>
        {
            var wish = Interlocked.Increment(ref _wishes);
            await _gate.WaitAsync(token);
            try
            {
                return await FollowAsync(wish, enabled, token);
            }
            finally
            {
                _gate.Release();
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<FlowControlState> FollowAsync(long wish, bool enabled, CancellationToken token)
    {
        while (true)
        {
            if (wish != Interlocked.Read(ref _wishes))
            {
                throw new FlowSwitchBusyException("There is a later wish for the switch, which is followed instead of this one.");
            }

            var stack = await FindAsync(token);
            var now = Describe(stack);
            if (now.Enabled == enabled && (now.Settled || now.StackStatus == StackStatus.UPDATE_IN_PROGRESS.Value))
            {
                return now;
            }

            if (now.Settled && await TryUpdateAsync(stack, enabled, token))
            {
                Interlocked.Increment(ref _turns);
                Turned?.Invoke(enabled);
                return new(enabled, Settled: false, StackStatus.UPDATE_IN_PROGRESS.Value);
            }

            try
            {
                await Task.Delay(LookInterval, clock, token);
            }
            catch (OperationCanceledException)
            {
                throw new FlowSwitchBusyException($"The stack is still in {now.StackStatus}; flip the switch when that is over.");
            }
        }
    }

    /// <returns>False: somebody else's update came first.</returns>
    private async Task<bool> TryUpdateAsync(Stack stack, bool enabled, CancellationToken token)
    {
        try
        {
            await cloudFormation.UpdateStackAsync(Request(stack, enabled), token);
            return true;
        }
        catch (AmazonCloudFormationException refused) when (
            refused.Message.Contains(InProgress, StringComparison.Ordinal) || refused.Message.Contains(NoUpdates, StringComparison.Ordinal))
        {
            // The stack is not as it was a moment ago: the next look tells how it is.
            return false;
        }
    }

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
