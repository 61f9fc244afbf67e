using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;

namespace LocalAws.EventBridge.Operations;

/// <summary>Targets as requests and answers spell them.</summary>
internal static partial class TargetEntries
{
    /// <summary>Checks what makes the whole request invalid.</summary>
    public static void Check(IReadOnlyList<TargetEntry?> entries)
    {
        var constraints = new Constraints();
        constraints.Check(entries.Count > 0, "Value null at 'targets' failed to satisfy constraint: Member must not be null");
        for (var index = 0; index < entries.Count; index++)
        {
            var member = $"targets.{index + 1}.member";
            var entry = entries[index];
            var retries = entry?.RetryPolicy;
            constraints
                .Name($"{member}.id", entry?.Id)
                .Required($"{member}.arn", entry?.Arn).Length($"{member}.arn", entry?.Arn, 1600)
                .Length($"{member}.input", entry?.Input, 8192, shortest: 0)
                .Length($"{member}.inputPath", entry?.InputPath, 256, shortest: 0)
                .Between($"{member}.retryPolicy.maximumRetryAttempts", retries?.MaximumRetryAttempts, 0, Target.DefaultRetryAttempts)
                .Between($"{member}.retryPolicy.maximumEventAgeInSeconds", retries?.MaximumEventAgeInSeconds, 60, Target.DefaultEventAgeInSeconds);
        }

        constraints.Enforce();
        foreach (var entry in entries)
        {
            if (new object?[] { entry!.Input, entry.InputPath, entry.InputTransformer }.Count(input => input is not null) > 1)
            {
                throw TopologyErrors.Validation($"Only one of Input, InputPath, or InputTransformer must be provided for target {entry.Id}.");
            }

            if (entry.InputTransformer is { } transformer && InputTemplate.FindUndefined(ReadTransformer(transformer)) is { } undefined)
            {
                throw TopologyErrors.Validation($"InputTemplate for target {entry.Id} contains invalid placeholder {undefined}.");
            }
        }
    }

    /// <summary>Why one target of several is refused, or null.</summary>
    public static string? Fault(TargetEntry entry) => entry.Arn! switch
    {
        var arn when QueueArn().IsMatch(arn) =>
            arn.EndsWith(".fifo", StringComparison.Ordinal) && string.IsNullOrEmpty(entry.SqsParameters?.MessageGroupId)
                ? $"Parameter(s) MessageGroupId must be specified for target: {entry.Id}."
                : null,
        var arn when ApiDestinationArn().IsMatch(arn) => null,
        _ => $"Provided Arn is not in correct format or of a service that is no target here; targets are SQS queues and API destinations: {entry.Arn}",
    };

    public static Target Read(TargetEntry entry) => new(entry.Id!, entry.Arn!)
    {
        RoleArn = entry.RoleArn,
        Input = entry.Input,
        InputPath = entry.InputPath,
        InputTransformer = entry.InputTransformer is { } transformer ? ReadTransformer(transformer) : null,
        MaximumRetryAttempts = entry.RetryPolicy?.MaximumRetryAttempts ?? Target.DefaultRetryAttempts,
        MaximumEventAgeInSeconds = entry.RetryPolicy?.MaximumEventAgeInSeconds ?? Target.DefaultEventAgeInSeconds,
        DeadLetterArn = entry.DeadLetterConfig?.Arn,
        MessageGroupId = entry.SqsParameters?.MessageGroupId,
        Http = entry.HttpParameters is { } http
            ? new HttpTargetParameters([.. http.PathParameterValues ?? []], Sorted(http.HeaderParameters), Sorted(http.QueryStringParameters))
            : HttpTargetParameters.None,
    };

    public static TargetEntry Write(Target target) => new(
        target.Id,
        target.Arn,
        target.RoleArn,
        target.Input,
        target.InputPath,
        target.InputTransformer is { } transformer ? new InputTransformerEntry(transformer.Paths, transformer.Template) : null,
        target.MessageGroupId is { } group ? new SqsParametersEntry(group) : null,
        target.Http == HttpTargetParameters.None ? null : new HttpParametersEntry(target.Http.PathParameters, target.Http.Headers, target.Http.Query),
        target.DeadLetterArn is { } deadLetter ? new DeadLetterConfigEntry(deadLetter) : null,
        target is { MaximumRetryAttempts: Target.DefaultRetryAttempts, MaximumEventAgeInSeconds: Target.DefaultEventAgeInSeconds }
            ? null
            : new RetryPolicyEntry(target.MaximumRetryAttempts, target.MaximumEventAgeInSeconds));

    private static InputTransformer ReadTransformer(InputTransformerEntry entry) => new(Sorted(entry.InputPathsMap), entry.InputTemplate ?? "");

    private static ImmutableSortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string>? values) =>
        (values ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal);

    [GeneratedRegex("^arn:[a-z0-9-]+:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}(\\.fifo)?$")]
    private static partial Regex QueueArn();

    [GeneratedRegex("^arn:[a-z0-9-]+:events:[a-z0-9-]+:[0-9]{12}:api-destination/[\\.\\-_A-Za-z0-9]+/[\\-A-Za-z0-9]+$")]
    private static partial Regex ApiDestinationArn();
}
