using System.Collections.Concurrent;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>All change sets.</summary>
internal sealed class ChangeSetStore(StackRunner runner, StackStore stacks, ResourceCatalog catalog, TimeProvider clock, IStateLog log)
    : IStatePart
{
    private readonly ConcurrentDictionary<string, ChangeSet> _byId = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    StatePartId IStatePart.Id => StatePartId.ChangeSets;

    /// <exception cref="AwsException">The request is refused.</exception>
    public ChangeSet Create(string name, StackRequest request, bool createsStack, string? description)
    {
        lock (_changes)
        {
            var existing = stacks.Find(request.Call.Scope, request.StackName);
            if (existing is not null && Of(existing.Now.Id).Any(changeSet => changeSet.Name == name))
            {
                throw new AwsException(
                    "AlreadyExistsException", $"ChangeSet {name} cannot be created due to a mismatch with existing attribute Template");
            }

            if (createsStack && existing is not null && existing.Now.Status != StackStatus.ReviewInProgress)
            {
                throw TemplateErrors.Validation($"Stack [{request.StackName}] already exists and cannot be created again with the changeSet [{name}].");
            }

            var stack = existing ?? (createsStack ? runner.Review(request) : stacks.RequireNamed(request.Call.Scope, request.StackName));
            var plan = StackPlan.Of(request, createsStack ? null : stack.Now, catalog);
            var id = request.Call.Arn("cloudformation", $"changeSet/{name}/{Guid.NewGuid()}");
            var hasNewTags = request.Tags is { } tags && !tags.SequenceEqual(stack.Now.Tags);
            return Write(new ChangeSet(
                name,
                id,
                stack.Now.Id,
                request,
                createsStack,
                plan.ResourceChanges(stack.Now, catalog),
                IsEmpty: !createsStack && !hasNewTags && !plan.Changes(stack.Now),
                clock.GetUtcNow())
            {
                Description = description,
                Parameters = plan.Shown,
            });
        }
    }

    /// <param name="nameOrId">A name needs the stack's, too.</param>
    /// <exception cref="AwsException">There is none.</exception>
    public ChangeSet Require(AwsScope scope, string nameOrId, string? stackName) => Find(scope, nameOrId, stackName)
        ?? throw new AwsException("ChangeSetNotFound", $"ChangeSet [{nameOrId}] does not exist", StatusCodes.Status404NotFound);

    /// <param name="nameOrId">A name needs the stack's, too.</param>
    /// <exception cref="AwsException">There is no such stack.</exception>
    public ChangeSet? Find(AwsScope scope, string nameOrId, string? stackName) =>
        nameOrId.StartsWith("arn:", StringComparison.Ordinal)
            ? _byId.GetValueOrDefault(nameOrId)
            : stackName is null
                ? throw TemplateErrors.Validation("StackName must be specified if ChangeSetName is not specified as an ARN.")
                : Of(stacks.RequireNamed(scope, stackName).Now.Id).FirstOrDefault(changeSet => changeSet.Name == nameOrId);

    /// <summary>The change sets of a stack.</summary>
    public IEnumerable<ChangeSet> Of(string stackId) => _byId.Values
        .Where(changeSet => changeSet.StackId == stackId)
        .OrderByDescending(static changeSet => changeSet.Created);

    /// <exception cref="AwsException">It cannot be executed, or not again.</exception>
    public void Execute(ChangeSet changeSet)
    {
        lock (_changes)
        {
            if (changeSet.ExecutionStatus != "AVAILABLE")
            {
                var status = changeSet.IsEmpty ? changeSet.Status : changeSet.ExecutionStatus;
                throw new AwsException(
                    "InvalidChangeSetStatus", $"ChangeSet [{changeSet.Id}] cannot be executed in its current status of [{status}]");
            }

            if (changeSet.CreatesStack)
            {
                runner.CreateReviewed(stacks.Require(changeSet.Request.Call.Scope, changeSet.StackId), changeSet.Request);
            }
            else
            {
                runner.Update(changeSet.Request);
            }

            // The others were made for a stack that is no more what they assumed. Source: ExecuteChangeSet.
            foreach (var obsolete in Of(changeSet.StackId).Where(other => other.Id != changeSet.Id).ToList())
            {
                Delete(obsolete);
            }

            Write(changeSet with { IsExecuted = true });
        }
    }

    /// <summary>Forgets a change set.</summary>
    public void Delete(ChangeSet changeSet)
    {
        lock (_changes)
        {
            log.Append(new ChangeSetChange(changeSet.Id, null));
            _byId.TryRemove(changeSet.Id, out _);
        }
    }

    public void Restore(ReadOnlySpan<byte> change)
    {
        var read = JsonChange.Read(change, ChangeSetChangeJson.Default.ChangeSetChange);
        if (read.ChangeSet is { } changeSet)
        {
            _byId[read.Id] = changeSet;
        }
        else
        {
            _byId.TryRemove(read.Id, out _);
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _byId.Values.Select(static changeSet => new ChangeSetChange(changeSet.Id, changeSet))];
        }
    }

    public void Clear() => _byId.Clear();

    private ChangeSet Write(ChangeSet changeSet)
    {
        log.Append(new ChangeSetChange(changeSet.Id, changeSet));
        return _byId[changeSet.Id] = changeSet;
    }
}
