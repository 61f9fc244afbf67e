using System.Collections.Concurrent;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>All stacks. One that is deleted can still be asked for by its id.</summary>
internal sealed class StackStore(TimeProvider clock, IStateLog log) : IStatePart
{
    private readonly ConcurrentDictionary<string, Stack> _byId = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    /// <summary>Where there are stacks.</summary>
    public IEnumerable<AwsScope> Scopes => _byId.Values.Select(static stack => stack.Now.Scope).Distinct();

    /// <summary>All stacks of a Region, the latest first; deleted ones too.</summary>
    public IEnumerable<Stack> All(AwsScope scope) => _byId.Values
        .Where(stack => stack.Now.Scope == scope)
        .OrderByDescending(static stack => stack.Now.Created)
        .ThenBy(static stack => stack.Now.Id, StringComparer.Ordinal);

    /// <summary>The stack of a name, if it is not deleted, or of an id.</summary>
    public Stack? Find(AwsScope scope, string nameOrId) => nameOrId.StartsWith("arn:", StringComparison.Ordinal)
        ? _byId.GetValueOrDefault(nameOrId)
        : All(scope).FirstOrDefault(stack => stack.Now.Name == nameOrId && stack.Now.Status != StackStatus.DeleteComplete);

    /// <exception cref="AwsException">There is none: the words of the operations that describe a stack.</exception>
    public Stack Require(AwsScope scope, string nameOrId) =>
        Find(scope, nameOrId) ?? throw TemplateErrors.Validation($"Stack with id {nameOrId} does not exist");

    /// <exception cref="AwsException">There is none: the words of the operations that change a stack, and of its events.</exception>
    public Stack RequireNamed(AwsScope scope, string nameOrId) =>
        Find(scope, nameOrId) ?? throw TemplateErrors.Validation($"Stack [{nameOrId}] does not exist");

    /// <summary>What the stacks of a Region export.</summary>
    public IEnumerable<(StackSnapshot Stack, StackOutput Output)> Exports(AwsScope scope) => Alive(scope)
        .SelectMany(static stack => stack.Outputs.Where(static output => output.ExportName is not null).Select(output => (stack, output)));

    /// <summary>The names of the stacks that import a name.</summary>
    public IEnumerable<string> ImportersOf(AwsScope scope, string export) =>
        Alive(scope).Where(stack => stack.Imports.Contains(export)).Select(static stack => stack.Name).Order(StringComparer.Ordinal);

    private IEnumerable<StackSnapshot> Alive(AwsScope scope) =>
        All(scope).Select(static stack => stack.Now).Where(static stack => stack.Status != StackStatus.DeleteComplete);

    /// <summary>Adds a stack.</summary>
    /// <exception cref="AwsException">There is one of that name.</exception>
    public Stack Add(StackSnapshot first)
    {
        lock (_changes)
        {
            if (Find(first.Scope, first.Name) is not null)
            {
                throw new AwsException("AlreadyExistsException", $"Stack [{first.Name}] already exists");
            }

            log.Append(new StackChange(first));
            return _byId[first.Id] = new Stack(first, clock, log);
        }
    }

    public StatePartId Id => StatePartId.Stacks;

    public void Restore(ReadOnlySpan<byte> change)
    {
        try
        {
            var stack = JsonChange.Read(change, StackChangeJson.Default.StackChange).Stack;
            _byId[stack.Id] = new Stack(stack, clock, log);
        }
        catch (AwsException refused)
        {
            throw new InvalidDataException(refused.Message, refused);
        }
    }

    /// <summary>An operation that was under way will not be ended: its stack fails, and can be updated or deleted.</summary>
    public void Resume()
    {
        foreach (var stack in _byId.Values.Where(static stack => StackStatus.IsBusy(stack.Now.Status)))
        {
            stack.Enter(StackStatus.AfterInterruption(stack.Now.Status), "The process ended while the operation was under way.");
        }
    }

    public IEnumerable<StateChange> Snapshot() => _byId.Values.Select(static stack => new StackChange(stack.Now));

    public void Clear() => _byId.Clear();
}
