using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>
/// Brings the resources of a stack to what a template says: makes what is new, changes what differs, leaves the rest
/// alone, and remembers how to undo each step. What is no longer wanted is deleted at the end, once nothing uses it.
/// </summary>
internal sealed class Deployment(
    Stack stack, ResourceCatalog catalog, TemplateScope parameters, DynamicReferences references, string host, TimeProvider clock)
{
    private readonly Stack<Action> _undo = new();
    private readonly List<(StackResource Resource, ResourceInstance Instance)> _leftOver = [];
    private HashSet<string> _wanted = [];

    /// <summary>The failure of the resource that ended the deployment; null: none.</summary>
    public (string LogicalId, string Reason)? Failure { get; private set; }

    /// <summary>The exports of other stacks that were asked for.</summary>
    public ImmutableSortedSet<string> Imports { get; private set; } = [];

    private TemplateScope Scope => parameters with { Resource = Resolve, Import = Import };

    /// <summary>Makes and changes resources in the order of their dependencies; false: one failed.</summary>
    public bool Apply()
    {
        var evaluator = new Evaluator(Scope);
        var wanted = DependencyOrder.Of(parameters.Template.Resources.Values.Where(resource => evaluator.Holds(resource.Condition)));
        _wanted = [.. wanted.Select(static resource => resource.LogicalId)];
        foreach (var resource in wanted)
        {
            if (!Apply(resource, evaluator))
            {
                return false;
            }
        }

        foreach (var removed in stack.Now.Resources.Values.Where(resource => !_wanted.Contains(resource.LogicalId)))
        {
            if (removed.Instance is { } instance)
            {
                _leftOver.Add((removed, instance));
            }
        }

        return true;
    }

    /// <summary>The outputs, now that the resources are there.</summary>
    public IEnumerable<StackOutput> Outputs()
    {
        var evaluator = new Evaluator(Scope);
        return parameters.Template.Outputs.Values
            .Where(output => evaluator.Holds(output.Condition))
            .Select(output => new StackOutput(
                output.Key,
                evaluator.EvaluateText(output.Value, $"The output {output.Key}"),
                output.Description,
                output.ExportName is null ? null : evaluator.EvaluateText(output.ExportName, $"The export of the output {output.Key}")))
            .ToList();
    }

    /// <summary>Deletes what the template no longer wants and what was replaced.</summary>
    public void CleanUp()
    {
        _leftOver.Reverse();
        foreach (var (resource, instance) in _leftOver)
        {
            Remove(resource, instance, forget: stack.Now.Resources.GetValueOrDefault(resource.LogicalId)?.Instance?.PhysicalId == instance.PhysicalId);
        }
    }

    /// <summary>Undoes all steps, the last first; false: not all could be undone.</summary>
    public bool RollBack()
    {
        var complete = true;
        while (_undo.TryPop(out var undo))
        {
            try
            {
                undo();
            }
            catch (AwsException)
            {
                complete = false;
            }
        }

        return complete;
    }

    /// <summary>Deletes a resource; false: its service refuses.</summary>
    public bool Remove(StackResource resource, ResourceInstance instance, bool forget = true)
    {
        if (resource.Retained)
        {
            Record(resource, instance, StackStatus.DeleteSkipped);
            Forget(resource, forget);
            return true;
        }

        Record(resource, instance, StackStatus.DeleteInProgress);
        try
        {
            catalog.Require(resource.Type).Delete(Context(resource.LogicalId), Former(instance));
            Record(resource, instance, StackStatus.DeleteComplete);
            Forget(resource, forget);
            return true;
        }
        catch (AwsException refused)
        {
            Record(resource, instance, StackStatus.DeleteFailed, ResourceErrors.Reason(refused));
            Failure ??= (resource.LogicalId, refused.Message);
            return false;
        }
    }

    private bool Apply(TemplateResource wanted, Evaluator evaluator)
    {
        var existing = stack.Now.Resources.GetValueOrDefault(wanted.LogicalId);
        try
        {
            var properties = (JsonObject)evaluator.Evaluate(wanted.Properties)!;
            if (existing?.Instance is not { } instance)
            {
                Create(wanted, properties);
            }
            else if (existing.Type != wanted.Type)
            {
                throw TemplateErrors.Validation(
                    "Update of resource type is not permitted. "
                    + $"The new template modifies resource type of the following resources: [{wanted.LogicalId}]");
            }
            else if (!JsonNode.DeepEquals(instance.Properties, properties))
            {
                Change(wanted, existing, instance, properties);
            }

            return true;
        }
        catch (AwsException refused)
        {
            Failure = (wanted.LogicalId, refused.Message);
            stack.Enter(new StackResource(
                wanted.LogicalId,
                wanted.Type,
                existing?.Instance,
                existing?.Instance is null ? StackStatus.CreateFailed : StackStatus.UpdateFailed,
                ResourceErrors.Reason(refused),
                clock.GetUtcNow()));
            return false;
        }
    }

    private void Create(TemplateResource wanted, JsonObject properties)
    {
        var type = catalog.Require(wanted.Type);
        var resource = new StackResource(wanted.LogicalId, wanted.Type, null, StackStatus.CreateInProgress, null, clock.GetUtcNow())
        {
            Retained = wanted.RetainOnDelete,
        };
        stack.Enter(resource);
        PropertyChecks.Check(type, properties);
        var instance = type.Create(Context(wanted.LogicalId), Given(properties)) with { Properties = properties };
        _undo.Push(() => Remove(resource, instance));
        stack.Enter(resource with { Instance = instance, Status = StackStatus.CreateComplete, Changed = clock.GetUtcNow() });
    }

    private void Change(TemplateResource wanted, StackResource existing, ResourceInstance instance, JsonObject properties)
    {
        var type = catalog.Require(wanted.Type);
        PropertyChecks.Check(type, properties);
        stack.Enter(existing with { Status = StackStatus.UpdateInProgress, Reason = null, Changed = clock.GetUtcNow() });
        if (PropertyChecks.NeedsReplacement(type, instance.Properties, properties))
        {
            Replace(wanted, existing, instance, properties);
            return;
        }

        var context = Context(wanted.LogicalId);
        _undo.Push(() =>
        {
            stack.Enter(existing with { Status = StackStatus.UpdateInProgress, Changed = clock.GetUtcNow() });
            var now = stack.Now.Resources[wanted.LogicalId].Instance ?? instance;
            type.Update(context, Former(now with { Properties = properties }), Given(instance.Properties));
            stack.Enter(existing with { Status = StackStatus.UpdateComplete, Changed = clock.GetUtcNow() });
        });
        var changed = type.Update(context, Former(instance), Given(properties)) with { Properties = properties };
        stack.Enter(existing with
        {
            Instance = changed,
            Status = StackStatus.UpdateComplete,
            Reason = null,
            Changed = clock.GetUtcNow(),
            Retained = wanted.RetainOnDelete,
        });
    }

    private void Replace(TemplateResource wanted, StackResource existing, ResourceInstance instance, JsonObject properties)
    {
        var type = catalog.Require(wanted.Type);
        var instanceOfNew = type.Create(Context(wanted.LogicalId), Given(properties)) with { Properties = properties };
        _undo.Push(() =>
        {
            type.Delete(Context(wanted.LogicalId), Former(instanceOfNew));
            stack.Enter(existing with { Status = StackStatus.UpdateComplete, Changed = clock.GetUtcNow() });
        });
        _leftOver.Add((existing, instance));
        stack.Enter(existing with
        {
            Instance = instanceOfNew,
            Status = StackStatus.UpdateComplete,
            Reason = "Requested update requires the creation of a new physical resource; hence creating one.",
            Changed = clock.GetUtcNow(),
        });
    }

    private string? Import(string export)
    {
        Imports = Imports.Add(export);
        return parameters.Import(export);
    }

    private string? Resolve(Reference reference)
    {
        // A resource whose condition does not hold gives nothing, even while the stack still has it.
        var instance = _wanted.Contains(reference.Name) ? stack.Now.Resources.GetValueOrDefault(reference.Name)?.Instance : null;
        return reference.Attribute is null ? instance?.PhysicalId : instance?.Attributes.GetValueOrDefault(reference.Attribute);
    }

    private void Forget(StackResource resource, bool forget)
    {
        if (forget)
        {
            stack.Change(now => now with { Resources = now.Resources.Remove(resource.LogicalId) });
        }
    }

    private void Record(StackResource resource, ResourceInstance instance, string status, string? reason = null)
    {
        // A replaced resource is gone under a name that its successor has by now: only the trail tells of it.
        var successor = stack.Now.Resources.GetValueOrDefault(resource.LogicalId);
        stack.Enter(resource with { Instance = instance, Status = status, Reason = reason, Changed = clock.GetUtcNow() });
        if (successor?.Instance is { } current && current.PhysicalId != instance.PhysicalId)
        {
            stack.Change(now => now with { Resources = now.Resources.SetItem(resource.LogicalId, successor) });
        }
    }

    private ResourceProperties Given(JsonObject properties) => references.Resolve(stack.Now.Scope, properties);

    private ResourceInstance Former(ResourceInstance instance) =>
        instance with { Properties = references.ResolveFormer(stack.Now.Scope, instance.Properties) };

    private ResourceContext Context(string logicalId) => new(stack.Now.Scope, host, stack.Now.Name, logicalId);
}
