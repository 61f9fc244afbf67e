using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;

namespace LocalAws.EventBridge.Operations;

/// <summary>Targets as requests and answers spell them.</summary>
internal static partial class TargetEntries
{
    private const int MostEntries = 100;

    /// <summary>Members for kinds of targets that are not part of this cloud.</summary>
    private static readonly string[] ForeignParameters =
    [
        "AppSyncParameters", "BatchParameters", "EcsParameters", "KinesisParameters", "RedshiftDataParameters", "RunCommandParameters",
        "SageMakerPipelineParameters",
    ];

    /// <summary>The member that no kind of target has; null: there is none.</summary>
    public static string? FindUnknown(TargetEntry? entry) => entry?.Foreign?.Keys.FirstOrDefault(static name => !ForeignParameters.Contains(name));

    /// <summary>Checks what makes the whole request invalid.</summary>
    public static void Check(IReadOnlyList<TargetEntry?> entries)
    {
        var constraints = new Constraints();
        constraints
            .Check(entries.Count > 0, Constraints.Failure("targets", "[]", "Member must have length greater than or equal to 1"))
            .Check(entries.Count <= MostEntries, Constraints.Failure("targets", "[…]", $"Member must have length less than or equal to {MostEntries}"));
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

            if (entry.InputPath is { } path && !JsonPath.IsValid(path))
            {
                throw TopologyErrors.Validation($"InputPath for target {entry.Id} is invalid.");
            }

            if (entry.Input is { } input && !IsJson(input))
            {
                throw TopologyErrors.Validation($"JSON syntax error in input for target {entry.Id}.");
            }

            if (entry.InputTransformer is { InputTemplate: null or "" })
            {
                throw TopologyErrors.Validation($"Parameter(s) InputTemplate must be specified for target: {entry.Id}.");
            }

            if (entry.InputTransformer?.InputPathsMap?.FirstOrDefault(static pair => !JsonPath.IsValid(pair.Value)) is { Key: { } variable })
            {
                throw TopologyErrors.Validation($"InputPathsMap for target {entry.Id} contains an invalid path for {variable}.");
            }

            if (entry.InputTransformer is { } transformer && InputTemplate.FindUndefined(ReadTransformer(transformer)) is { } undefined)
            {
                throw TopologyErrors.Validation($"InputTemplate for target {entry.Id} contains invalid placeholder {undefined}.");
            }
        }
    }

    /// <summary>Why one target of several is refused, or null.</summary>
    public static string? Fault(TargetEntry entry)
    {
        if (!AnyArn().IsMatch(entry.Arn!))
        {
            return $"Parameter {entry.Arn} is not valid. Reason: Provided Arn is not in correct format.";
        }

        return TargetKinds.Of(entry.Arn!) == TargetKind.Queue
            && entry.Arn!.EndsWith(".fifo", StringComparison.Ordinal)
            && string.IsNullOrEmpty(entry.SqsParameters?.MessageGroupId)
                ? $"Parameter(s) SqsParameters must be specified for target: {entry.Id}."
                : null;
    }

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
        Foreign = (entry.Foreign ?? [])
            .Where(static pair => ForeignParameters.Contains(pair.Key) && pair.Value.ValueKind == JsonValueKind.Object)
            .ToImmutableSortedDictionary(static pair => pair.Key, static pair => pair.Value.GetRawText(), StringComparer.Ordinal),
    };

    public static TargetEntry Write(Target target) => new(
        target.Id,
        target.Arn,
        target.RoleArn,
        target.Input,
        target.InputPath,
        target.InputTransformer is { } transformer ? new InputTransformerEntry(transformer.Paths, transformer.Template) : null,
        target.MessageGroupId is { } group ? new SqsParametersEntry(group) : null,
        target.Http.IsEmpty ? null : new HttpParametersEntry(target.Http.PathParameters, target.Http.Headers, target.Http.Query),
        target.DeadLetterArn is { } deadLetter ? new DeadLetterConfigEntry(deadLetter) : null,
        target is { MaximumRetryAttempts: Target.DefaultRetryAttempts, MaximumEventAgeInSeconds: Target.DefaultEventAgeInSeconds }
            ? null
            : new RetryPolicyEntry(target.MaximumRetryAttempts, target.MaximumEventAgeInSeconds))
    {
        Foreign = target.Foreign.IsEmpty
            ? null
            : target.Foreign.ToDictionary(static pair => pair.Key, static pair => JsonElement.Parse(pair.Value)),
    };

    private static InputTransformer ReadTransformer(InputTransformerEntry entry) => new(Sorted(entry.InputPathsMap), entry.InputTemplate ?? "");

    private static ImmutableSortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string>? values) =>
        (values ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^arn:[a-z0-9-]+:[a-zA-Z0-9-]+:[a-z0-9-]*:[0-9]{0,12}:.+$")]
    private static partial Regex AnyArn();
}
