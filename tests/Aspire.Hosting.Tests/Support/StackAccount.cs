using System.Collections.Concurrent;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace Aspire.Hosting.Tests.Support;

/// <summary>An account with at most one stack, which takes a moment for each change.</summary>
internal sealed class StackAccount : IAmazonCloudFormation
{
    private Stack? _stack;
    private string? _next;

    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Whether an update finds nothing to do.</summary>
    public bool Unchanged { get; set; }

    /// <summary>Why every change fails, if it does.</summary>
    public string? Failure { get; set; }

    public IClientConfig Config => throw new NotSupportedException();

    public void Put(string status) => _stack = New(status);

    public Task<CreateStackResponse> CreateStackAsync(CreateStackRequest request, CancellationToken cancellationToken = default)
    {
        Note("Create", request.StackName, request.Parameters, request.Tags);
        _stack = New("CREATE_IN_PROGRESS");
        _next = Failure is null ? "CREATE_COMPLETE" : "ROLLBACK_COMPLETE";
        return Task.FromResult(new CreateStackResponse());
    }

    public Task<UpdateStackResponse> UpdateStackAsync(UpdateStackRequest request, CancellationToken cancellationToken = default)
    {
        if (Unchanged)
        {
            throw new AmazonCloudFormationException("No updates are to be performed.") { ErrorCode = "ValidationError" };
        }

        Note("Update", request.StackName, request.Parameters, request.Tags);
        _stack = New("UPDATE_IN_PROGRESS");
        _next = Failure is null ? "UPDATE_COMPLETE" : "UPDATE_ROLLBACK_COMPLETE";
        return Task.FromResult(new UpdateStackResponse());
    }

    public Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Enqueue($"Delete {request.StackName}");
        _stack = null;
        return Task.FromResult(new DeleteStackResponse());
    }

    public Task<DescribeStacksResponse> DescribeStacksAsync(DescribeStacksRequest request, CancellationToken cancellationToken = default)
    {
        if (_stack is null)
        {
            throw new AmazonCloudFormationException($"Stack with id {request.StackName} does not exist") { ErrorCode = "ValidationError" };
        }

        var answer = new DescribeStacksResponse { Stacks = [_stack] };
        if (_next is { } next)
        {
            _stack = New(next);
            _next = null;
        }

        return Task.FromResult(answer);
    }

    public Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private Stack New(string status) => new()
    {
        StackName = "Lab",
        StackStatus = StackStatus.FindValue(status),
        StackStatusReason = Failure,
        Outputs =
        [
            new Output { OutputKey = "BusName", OutputValue = "bus" },
            new Output { OutputKey = "Queue", OutputValue = "queue" },
        ],
    };

    private void Note(string call, string? name, List<Parameter>? parameters, List<Tag>? tags) => Calls.Enqueue(string.Join(' ',
    [
        call,
        name ?? "",
        .. (parameters ?? []).Select(static parameter => $"{parameter.ParameterKey}={parameter.ParameterValue}"),
        .. (tags ?? []).Select(static tag => $"{tag.Key}={tag.Value}"),
    ]));
}
