using LocalAws.State;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A stack: its latest snapshot, and a trail of what happened to it.</summary>
internal sealed class Stack(StackSnapshot first, TimeProvider clock, IStateLog log)
{
    private readonly Lock _lock = new();
    private StackSnapshot _now = first;

    /// <summary>The stack as it is now.</summary>
    public StackSnapshot Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    /// <summary>Changes the stack.</summary>
    public StackSnapshot Change(Func<StackSnapshot, StackSnapshot> change)
    {
        lock (_lock)
        {
            _now = change(_now);
            log.Append(new StackChange(_now));
            return _now;
        }
    }

    /// <summary>Sets the stack's status and records it.</summary>
    public void Enter(string status, string? reason = null) => Change(stack => Record(
        stack with { Status = status, StatusReason = reason }, stack.Name, stack.Id, "AWS::CloudFormation::Stack", status, reason));

    /// <summary>Sets what is known of a resource and records it.</summary>
    public void Enter(StackResource resource) => Change(stack => Record(
        stack with { Resources = stack.Resources.SetItem(resource.LogicalId, resource) },
        resource.LogicalId,
        resource.Instance?.PhysicalId ?? "",
        resource.Type,
        resource.Status,
        resource.Reason));

    private StackSnapshot Record(StackSnapshot stack, string logicalId, string physicalId, string type, string status, string? reason) => stack with
    {
        Events = stack.Events.Add(new StackEvent(Guid.NewGuid().ToString(), logicalId, physicalId, type, status, reason, clock.GetUtcNow())),
    };
}
