using System.Collections.Immutable;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>Creates, updates and deletes stacks: a call is checked and answered at once, the work goes on behind it.</summary>
internal sealed partial class StackRunner(
    StackStore stacks, ResourceCatalog catalog, DynamicReferences references, TimeProvider clock, ILogger<StackRunner> logger)
{
    /// <exception cref="AwsException">The request is refused.</exception>
    public StackSnapshot Create(StackRequest request)
    {
        var plan = StackPlan.Of(request, null, catalog);
        var stack = stacks.Add(First(request, plan, StackStatus.CreateInProgress));
        stack.Enter(StackStatus.CreateInProgress, "User Initiated");
        Start(stack, () => RunCreate(stack, plan, request));
        return stack.Now;
    }

    /// <summary>Makes a stack without anything in it, for a change set that will create the rest.</summary>
    /// <exception cref="AwsException">The request is refused.</exception>
    public Stack Review(StackRequest request)
    {
        var stack = stacks.Add(First(request, StackPlan.Of(request, null, catalog), StackStatus.ReviewInProgress));
        stack.Enter(StackStatus.ReviewInProgress, "User Initiated");
        return stack;
    }

    /// <summary>Creates what is in a stack that was made for review.</summary>
    /// <exception cref="AwsException">The stack is not in review any more.</exception>
    public void CreateReviewed(Stack stack, StackRequest request)
    {
        var plan = StackPlan.Of(request, null, catalog);
        Begin(stack, StackStatus.CreateInProgress, "executed", static status => status == StackStatus.ReviewInProgress);
        // The change set that is carried out may be another one than that which the stack was made for.
        stack.Change(now => now with
        {
            Template = plan.Template,
            Parameters = plan.Parameters,
            Tags = request.Tags ?? ImmutableSortedDictionary<string, string>.Empty,
            Capabilities = request.Capabilities,
            DisableRollback = request.OnFailure == "DO_NOTHING",
        });
        Start(stack, () => RunCreate(stack, plan, request));
    }

    /// <exception cref="AwsException">The request is refused.</exception>
    public StackSnapshot Update(StackRequest request)
    {
        var stack = stacks.RequireNamed(request.Call.Scope, request.StackName);
        var before = stack.Now;
        var plan = StackPlan.Of(request, before, catalog);
        if (!plan.Changes(before) && (request.Tags is null || request.Tags.SequenceEqual(before.Tags)))
        {
            throw TemplateErrors.Validation("No updates are to be performed.");
        }

        Begin(stack, StackStatus.UpdateInProgress, "updated", StackStatus.IsUpdatable);
        Start(stack, () => RunUpdate(stack, before, plan, request));
        return stack.Now;
    }

    /// <summary>Deletes a stack; one that is not there is fine.</summary>
    /// <exception cref="AwsException">Another operation is under way.</exception>
    public void Delete(CallContext call, string nameOrId)
    {
        if (stacks.Find(call.Scope, nameOrId) is not { } stack || stack.Now.Status == StackStatus.DeleteComplete)
        {
            return;
        }

        var now = stack.Now;
        if (now.IsProtected)
        {
            throw TemplateErrors.Validation($"Stack [{now.Name}] cannot be deleted while TerminationProtection is enabled");
        }

        CheckImporters(now, now.Outputs);
        Begin(stack, StackStatus.DeleteInProgress, "deleted", static status => !StackStatus.IsBusy(status));
        Start(stack, () => RunDelete(stack, call.Host));
    }

    private StackSnapshot First(StackRequest request, StackPlan plan, string status)
    {
        var id = request.Call.Arn("cloudformation", $"stack/{request.StackName}/{Guid.NewGuid()}");
        return new StackSnapshot(request.Call.Scope, request.StackName, id, plan.Template, clock.GetUtcNow())
        {
            Status = status,
            Parameters = plan.Parameters,
            Capabilities = request.Capabilities,
            IsProtected = request.IsProtected,
            DisableRollback = request.OnFailure == "DO_NOTHING",
            Tags = request.Tags ?? ImmutableSortedDictionary<string, string>.Empty,
        };
    }

    private static void Begin(Stack stack, string status, string what, Func<string, bool> isAllowed)
    {
        stack.Change(now => isAllowed(now.Status)
            ? now with { Status = status }
            : throw TemplateErrors.Validation($"Stack:{now.Id} is in {now.Status} state and can not be {what}."));
        stack.Enter(status, "User Initiated");
    }

    private void Start(Stack stack, Action work) => ThreadPool.UnsafeQueueUserWorkItem(
        static job => job.Runner.Run(job.Stack, job.Work), (Runner: this, Stack: stack, Work: work), preferLocal: false);

    private void Run(Stack stack, Action work)
    {
        try
        {
            work();
        }
        catch (Exception defect)
        {
            LogDefect(logger, stack.Now.Name, defect);
            stack.Enter(stack.Now.Status.Replace("_IN_PROGRESS", "_FAILED", StringComparison.Ordinal), "Internal failure");
        }
    }

    private void RunCreate(Stack stack, StackPlan plan, StackRequest request)
    {
        var deployment = Deploy(stack, plan, request.Call.Host);
        var refusal = deployment.Apply() ? TryFinish(stack, deployment, plan, StackStatus.CreateComplete) : deployment.Failure?.Reason;
        if (refusal is null)
        {
            return;
        }

        var reason = deployment.Failure is { } failure
            ? $"The following resource(s) failed to create: [{failure.LogicalId}]. "
            : $"{refusal.TrimEnd('.')}. ";
        if (request.OnFailure == "DO_NOTHING")
        {
            stack.Enter(StackStatus.CreateFailed, reason);
            return;
        }

        var isDeleted = request.OnFailure == "DELETE";
        stack.Enter(isDeleted ? StackStatus.DeleteInProgress : StackStatus.RollbackInProgress, $"{reason}Rollback requested by user.");
        var complete = deployment.RollBack();
        stack.Change(static now => now with { Resources = now.Resources.RemoveRange(Unmade(now)) });
        stack.Enter((isDeleted, complete) switch
        {
            (true, true) => StackStatus.DeleteComplete,
            (true, false) => StackStatus.DeleteFailed,
            (false, true) => StackStatus.RollbackComplete,
            (false, false) => StackStatus.RollbackFailed,
        });
    }

    private void RunUpdate(Stack stack, StackSnapshot before, StackPlan plan, StackRequest request)
    {
        var deployment = Deploy(stack, plan, request.Call.Host);
        var refusal = deployment.Apply() ? TryFinish(stack, deployment, plan, StackStatus.UpdateCleanup) : deployment.Failure?.Reason;
        if (refusal is null)
        {
            stack.Change(now => now with { Tags = request.Tags ?? now.Tags, Updated = clock.GetUtcNow(), Capabilities = request.Capabilities });
            deployment.CleanUp();
            stack.Enter(StackStatus.UpdateComplete);
            return;
        }

        stack.Enter(
            StackStatus.UpdateRollbackInProgress,
            deployment.Failure is { } failure ? $"The following resource(s) failed to update: [{failure.LogicalId}]. " : refusal);
        var complete = deployment.RollBack();
        stack.Change(now => now with
        {
            Template = before.Template,
            Parameters = before.Parameters,
            Outputs = before.Outputs,
            Resources = now.Resources.RemoveRange(Unmade(now)),
        });
        stack.Enter(complete ? StackStatus.UpdateRollbackComplete : StackStatus.UpdateRollbackFailed);
    }

    private void RunDelete(Stack stack, string host)
    {
        var now = stack.Now;
        var deployment = Deploy(stack, new StackPlan(now.Template, now.Parameters), host);
        var complete = true;
        foreach (var logicalId in DependencyOrder.Of(now.Template.Resources.Values).Reverse().Select(static resource => resource.LogicalId))
        {
            if (now.Resources.GetValueOrDefault(logicalId) is { Instance: { } instance } resource)
            {
                complete &= deployment.Remove(resource, instance);
            }
        }

        stack.Change(snapshot => snapshot with { Deleted = complete ? clock.GetUtcNow() : null, Outputs = complete ? [] : snapshot.Outputs });
        stack.Enter(
            complete ? StackStatus.DeleteComplete : StackStatus.DeleteFailed,
            complete ? null : $"The following resource(s) failed to delete: [{deployment.Failure?.LogicalId}]. ");
    }

    /// <summary>Takes over template, parameters and outputs; gives the reason if an output cannot be evaluated.</summary>
    private string? TryFinish(Stack stack, Deployment deployment, StackPlan plan, string status)
    {
        try
        {
            ImmutableArray<StackOutput> outputs = [.. deployment.Outputs()];
            CheckExports(stack.Now, outputs);
            stack.Change(now => now with
            {
                Template = plan.Template,
                Parameters = plan.Parameters,
                Outputs = outputs,
                Imports = deployment.Imports,
            });
            stack.Enter(status);
            return null;
        }
        catch (AwsException refused)
        {
            return refused.Message;
        }
    }

    /// <exception cref="AwsException">Another stack exports a name already, or needs one that would go or change.</exception>
    private void CheckExports(StackSnapshot stack, ImmutableArray<StackOutput> outputs)
    {
        foreach (var output in outputs.Where(static output => output.ExportName is not null))
        {
            if (stacks.Exports(stack.Scope).FirstOrDefault(export => export.Output.ExportName == output.ExportName && export.Stack.Id != stack.Id)
                is { Stack: { } other })
            {
                throw TemplateErrors.Validation($"Export with name {output.ExportName} is already exported by stack {other.Name}.");
            }
        }

        CheckImporters(stack, [.. stack.Outputs.Where(had => !outputs.Any(output => output.ExportName == had.ExportName && output.Value == had.Value))]);
    }

    private void CheckImporters(StackSnapshot stack, ImmutableArray<StackOutput> leaving)
    {
        foreach (var name in leaving.Select(static output => output.ExportName).OfType<string>())
        {
            if (string.Join(", ", stacks.ImportersOf(stack.Scope, name).Where(importer => importer != stack.Name)) is { Length: > 0 } importers)
            {
                throw TemplateErrors.Validation($"Export {name} cannot be deleted as it is in use by {importers}");
            }
        }
    }

    private Deployment Deploy(Stack stack, StackPlan plan, string host)
    {
        var now = stack.Now;
        return new Deployment(
            stack, catalog, new TemplateScope(plan.Template, now.Scope, now.Name, now.Id, plan.Parameters, static _ => null)
            {
                Import = export => stacks.Exports(now.Scope).FirstOrDefault(each => each.Output.ExportName == export).Output?.Value,
            },
            references,
            host,
            clock);
    }

    private static List<string> Unmade(StackSnapshot stack) =>
        stack.Resources.Values.Where(static resource => resource.Instance is null).Select(static resource => resource.LogicalId).ToList();

    [LoggerMessage(30, LogLevel.Error, "The stack {Stack} FAILED because of a defect")]
    private static partial void LogDefect(ILogger logger, string stack, Exception defect);
}
