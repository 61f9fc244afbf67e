using System.Collections.Concurrent;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>All change sets.</summary>
internal sealed class ChangeSetStore(StackRunner runner, StackStore stacks, ResourceCatalog catalog, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ChangeSet> _byId = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    /// <exception cref="AwsException">The request is refused.</exception>
    public ChangeSet Create(string name, StackRequest request, bool createsStack)
    {
        lock (_changes)
        {
            var existing = stacks.Find(request.Call.Scope, request.StackName);
            if (existing is not null && Of(existing).Any(changeSet => changeSet.Name == name))
            {
                throw new AwsException(
                    "AlreadyExistsException", $"ChangeSet {name} cannot be created due to a mismatch with existing attribute Template");
            }

            if (createsStack && existing is not null && existing.Now.Status != StackStatus.ReviewInProgress)
            {
                throw TemplateErrors.Validation($"Stack [{request.StackName}] already exists and cannot be created again with the changeSet [{name}].");
            }

            var stack = existing ?? (createsStack ? runner.Review(request) : stacks.Require(request.Call.Scope, request.StackName));
            var plan = StackPlan.Of(request, createsStack ? null : stack.Now, catalog);
            var id = request.Call.Arn("cloudformation", $"changeSet/{name}/{Guid.NewGuid()}");
            return _byId[id] = new ChangeSet(
                name,
                id,
                stack,
                request,
                createsStack,
                plan.ResourceChanges(stack.Now),
                IsEmpty: !createsStack && !plan.Changes(stack.Now),
                clock.GetUtcNow());
        }
    }

    /// <param name="nameOrId">A name needs the stack's, too.</param>
    /// <exception cref="AwsException">There is none.</exception>
    public ChangeSet Require(AwsScope scope, string nameOrId, string? stackName)
    {
        var found = nameOrId.StartsWith("arn:", StringComparison.Ordinal)
            ? _byId.GetValueOrDefault(nameOrId)
            : stackName is null
                ? throw TemplateErrors.Validation("StackName must be specified if ChangeSetName is not specified as an ARN.")
                : Of(stacks.Require(scope, stackName)).FirstOrDefault(changeSet => changeSet.Name == nameOrId);
        return found ?? throw new AwsException("ChangeSetNotFound", $"ChangeSet [{nameOrId}] does not exist", StatusCodes.Status404NotFound);
    }

    /// <summary>The change sets of a stack.</summary>
    public IEnumerable<ChangeSet> Of(Stack stack) => _byId.Values.Where(changeSet => changeSet.Stack == stack);

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
                runner.CreateReviewed(changeSet.Stack, changeSet.Request);
            }
            else
            {
                runner.Update(changeSet.Request);
            }

            _byId[changeSet.Id] = changeSet with { IsExecuted = true };
        }
    }

    /// <summary>Forgets a change set.</summary>
    public void Delete(ChangeSet changeSet) => _byId.TryRemove(changeSet.Id, out _);
}
