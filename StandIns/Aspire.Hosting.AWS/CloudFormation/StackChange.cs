using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>Creates or updates a stack and waits for the end of it. Knows CloudFormation, and nothing of the application.</summary>
internal sealed class StackChange(IAmazonCloudFormation client, ICloudFormationResource stack, TimeProvider clock)
{
    // What CloudFormation answers for a stack that is as the template says. It has no error code of its own.
    private const string NothingToDo = "No updates are to be performed";
    private const string Missing = "does not exist";
    private const string ValidationError = "ValidationError";

    // A template that creates roles must say so; what it may create is decided by whoever wrote it.
    private static readonly List<string> Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Creates the stack, or updates it if it is not as the template says.</summary>
    /// <exception cref="DistributedApplicationException">There is no template, or the change failed, or took too long.</exception>
    internal async Task<Stack> ApplyAsync(TemplateResource template, CancellationToken cancellationToken)
    {
        if (!File.Exists(template.TemplatePath))
        {
            throw new DistributedApplicationException($"There is no template '{template.TemplatePath}'.");
        }

        var body = await File.ReadAllTextAsync(template.TemplatePath, cancellationToken);
        List<Parameter> parameters = [.. template.CloudFormationParameters.Select(
            static pair => new Parameter { ParameterKey = pair.Key, ParameterValue = pair.Value })];
        List<Tag> tags = [.. template.Tags.Select(static pair => new Tag { Key = pair.Key, Value = pair.Value })];
        var existing = await FindAsync(cancellationToken);
        if (existing?.StackStatus == StackStatus.REVIEW_IN_PROGRESS)
        {
            existing = null;
        }

        if (existing is not null && IsBeyondUpdate(existing.StackStatus))
        {
            await DeleteAsync(cancellationToken);
            existing = null;
        }

        if (existing is null)
        {
            await client.CreateStackAsync(
                new CreateStackRequest
                {
                    StackName = stack.StackName,
                    TemplateBody = body,
                    Parameters = parameters,
                    Tags = tags,
                    Capabilities = Capabilities,
                },
                cancellationToken);
            return Approve(await WhenSettledAsync(cancellationToken));
        }

        var before = await WhenSettledAsync(cancellationToken);
        try
        {
            await client.UpdateStackAsync(
                new UpdateStackRequest
                {
                    StackName = stack.StackName,
                    TemplateBody = body,
                    Parameters = parameters,
                    Tags = tags,
                    Capabilities = Capabilities,
                },
                cancellationToken);
        }
        catch (AmazonServiceException exception) when (exception.Message.Contains(NothingToDo, StringComparison.OrdinalIgnoreCase))
        {
            return before;
        }

        return Approve(await WhenSettledAsync(cancellationToken));
    }

    /// <summary>Passes on a stack whose last change succeeded.</summary>
    /// <exception cref="DistributedApplicationException">It failed.</exception>
    internal static Stack Approve(Stack stack) => stack.StackStatus?.Value is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE"
        ? stack
        : throw new DistributedApplicationException($"{stack.StackStatus?.Value}: {stack.StackStatusReason ?? "CloudFormation gives no reason"}");

    /// <summary>Waits until nothing happens to the stack any more.</summary>
    /// <exception cref="DistributedApplicationException">It does not exist, or its last change takes too long.</exception>
    internal async Task<Stack> WhenSettledAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var pause = FirstPoll; clock.GetElapsedTime(started) < Patience; pause = Min(pause * 1.5, LongestPoll))
        {
            var found = await FindAsync(cancellationToken)
                ?? throw new DistributedApplicationException($"There is no stack '{stack.StackName}'.");
            if (found.StackStatus?.Value.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) != true)
            {
                return found;
            }

            await Task.Delay(pause, clock, cancellationToken);
        }

        throw new DistributedApplicationException($"It has not settled within {Patience.TotalMinutes} minutes.");
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // A stack whose creation was rolled back cannot be updated, only deleted.
    private static bool IsBeyondUpdate(StackStatus? status) =>
        status?.Value is "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" or "DELETE_FAILED";

    private async Task<Stack?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.DescribeStacksAsync(new DescribeStacksRequest { StackName = stack.StackName }, cancellationToken);
            return answer.Stacks?.FirstOrDefault(static found => found.StackStatus?.Value != "DELETE_COMPLETE");
        }
        catch (AmazonServiceException exception) when (
            exception.ErrorCode == ValidationError && exception.Message.Contains(Missing, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await client.DeleteStackAsync(new DeleteStackRequest { StackName = stack.StackName }, cancellationToken);
        var started = clock.GetTimestamp();
        while (await FindAsync(cancellationToken) is { } found)
        {
            if (found.StackStatus?.Value == "DELETE_FAILED" || clock.GetElapsedTime(started) > Patience)
            {
                throw new DistributedApplicationException($"It could not be deleted: {found.StackStatusReason}");
            }

            await Task.Delay(FirstPoll * 4, clock, cancellationToken);
        }
    }
}
